import type { RequestVault } from '../ports/request-vault.js';
import type { Transaction } from '../ports/store.js';
import { lockRequest } from './change-request.js';
import type { DataRequest } from './data-request.js';
import type { OnceKey, Viewer } from './desk.js';
import { Refused } from './refused.js';
import { keyOf } from './sealed-files.js';

/** In which place of its request the fingerprint of a call is sealed. */
const CALL = 'call';
/** Calls of earlier versions kept their fingerprint as it was. */
const UNSEALED = /^[0-9a-f]{64}$/u;

/** A call that opens a request, with the key that the request would have. */
export interface OpeningCall {
  readonly vault: Pick<RequestVault, 'seal' | 'open'>;
  readonly onceKey: OnceKey;
  readonly id: string;
  readonly dataKey: string;
}

/**
 * The request that an earlier call with the same key and content has opened, held by the transaction; or notes that this one opens its
 * own, and gives nothing. What was asked is a digest of personal data: it is sealed with the request, and destroyed with it. Throws
 * `Refused`: `STALE_KEY` where the key was used for something else, `WRONG_STATE` where nothing is kept of that request to compare with.
 */
export async function openedEarlier(
  transaction: Transaction,
  viewer: Viewer,
  { vault, onceKey: { key, fingerprint }, id, dataKey }: OpeningCall,
): Promise<DataRequest | undefined> {
  const own = `${viewer.actor.kind}:${viewer.actor.id}:${key}`;
  const earlier = await transaction.idempotency.find(viewer.controller, own);
  if (earlier === undefined) {
    const sealed = await vault.seal({ controller: viewer.controller, request: id, dataKey }, CALL, fingerprint);
    await transaction.idempotency.add(viewer.controller, own, { fingerprint: sealed, result: id });
    return undefined;
  }
  const request = await lockRequest(transaction, viewer, earlier.result);
  if (request.dataKey === undefined) {
    throw new Refused('WRONG_STATE', 'The request of this key is over, and its personal data was destroyed.');
  }
  const asked = UNSEALED.test(earlier.fingerprint)
    ? earlier.fingerprint
    : await vault.open(keyOf(request), CALL, earlier.fingerprint);
  if (asked === fingerprint) return request;
  throw new Refused('STALE_KEY', 'This idempotency key was used for something else.', 'Use a new key for a new request.');
}
