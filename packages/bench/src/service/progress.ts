import { setTimeout as pause } from 'node:timers/promises';
import type { RequestState, ServiceClient } from '@habeas/api/testing';

const LOOK_EVERY_MS = 250;

/** How many requests are in one of these states. */
export async function countOf(client: ServiceClient, states: readonly RequestState[]): Promise<number> {
  const { requests } = await client.run('requests', { first: 1, states });
  return requests.totalCount;
}

/** Where the work on a request ends, and a person goes on. */
export const ENDED: readonly RequestState[] = ['awaiting_release', 'in_review', 'needs_attention'];

/** Waits until so many requests have ended. Rejects where none does for a minute. */
export async function untilEnded(client: ServiceClient, wanted: number): Promise<void> {
  let [last, since] = [-1, performance.now()];
  for (;;) {
    const ended = await countOf(client, ENDED);
    if (ended >= wanted) return;
    if (ended > last) [last, since] = [ended, performance.now()];
    if (performance.now() - since > 60_000) throw new Error(`Only ${String(ended)} of ${String(wanted)} requests ended.`);
    await pause(LOOK_EVERY_MS);
  }
}
