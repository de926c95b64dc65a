import type { WebhookRows } from '../../ports/webhook-rows.js';
import type { WebhookCall, WebhookTally } from '../../webhooks/webhook-call.js';
import { compareParts, keyOf, type MemoryJournal, MemoryTable } from './memory-table.js';

/** Calls of webhooks in memory. */
export class MemoryWebhookRows implements WebhookRows {
  readonly #calls: MemoryTable<WebhookCall>;

  constructor(journal: MemoryJournal) {
    this.#calls = new MemoryTable(journal);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async add(call: WebhookCall): Promise<void> {
    this.#calls.add(call.id, call);
  }

  get(controller: string, id: string): Promise<WebhookCall | undefined> {
    const call = this.#calls.get(id);
    return Promise.resolve(call?.controller === controller ? call : undefined);
  }

  async change(call: WebhookCall): Promise<void> {
    const stored = await this.get(call.controller, call.id);
    if (stored !== undefined) this.#calls.put(call.id, call);
  }

  of(controller: string, request: string): Promise<readonly WebhookCall[]> {
    return Promise.resolve(this.#calls.where((each) => each.controller === controller && each.request === request));
  }

  remove(controller: string, request: string): Promise<void> {
    this.#calls.removeWhere((each) => each.controller === controller && each.request === request);
    return Promise.resolve();
  }

  failed(controller: string, most: number): Promise<readonly WebhookCall[]> {
    const failed = this.#calls.where((each) => each.controller === controller && each.state === 'failed');
    failed.reverse().sort((one, other) => Number(other.failedAt) - Number(one.failedAt));
    return Promise.resolve(failed.slice(0, most));
  }

  tally(controller: string): Promise<readonly WebhookTally[]> {
    const groups = new Map<string, WebhookCall[]>();
    for (const call of this.#calls.where((each) => each.controller === controller)) {
      const key = keyOf(call.endpoint, call.state);
      groups.set(key, [...(groups.get(key) ?? []), call]);
    }
    const tallies = [...groups.values()].map(tallyOf);
    return Promise.resolve(
      tallies.sort((left, right) => compareParts([left.endpoint, left.state], [right.endpoint, right.state])),
    );
  }
}

function tallyOf(calls: readonly WebhookCall[]): WebhookTally {
  const [{ endpoint, state }] = calls as readonly [WebhookCall];
  const since = new Date(Math.min(...calls.map(({ happenedAt }) => happenedAt.getTime())));
  const ends = calls.flatMap(({ sentAt, failedAt }) => sentAt ?? failedAt ?? []).map((at) => at.getTime());
  return { endpoint, state, count: calls.length, since, ...(ends.length === 0 ? {} : { last: new Date(Math.max(...ends)) }) };
}
