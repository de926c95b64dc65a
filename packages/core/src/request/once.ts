import type { Transaction } from '../ports/store.js';
import type { OnceKey, Viewer } from './desk.js';
import { Refused } from './refused.js';

/**
 * Notes that the call with this key came to `result`, or gives what an earlier call with the same key and content came to.
 * Throws `Refused` with `STALE_KEY` where the key was used for something else.
 */
export async function once(
  transaction: Transaction,
  viewer: Viewer,
  { key, fingerprint }: OnceKey,
  result: string,
): Promise<string> {
  const own = `${viewer.actor.kind}:${viewer.actor.id}:${key}`;
  const earlier = await transaction.idempotency.find(viewer.controller, own);
  if (earlier === undefined) {
    await transaction.idempotency.add(viewer.controller, own, { fingerprint, result });
    return result;
  }
  if (earlier.fingerprint === fingerprint) return earlier.result;
  throw new Refused('STALE_KEY', 'This idempotency key was used for something else.', 'Use a new key for a new request.');
}
