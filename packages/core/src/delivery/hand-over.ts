import type { Transaction } from '../ports/store.js';
import { beginSearch } from '../request/begin-search.js';
import type { GivenText } from '../request/data-request.js';
import type { Desk, OnceKey, Viewer } from '../request/desk.js';
import type { NewRequest } from '../request/open-request.js';
import { Refused } from '../request/refused.js';
import { type ClaimedRequest, openClaimed } from './open-claimed.js';

/** A signed-in account that the controller's own site vouches for. */
export interface AccountOfSubject {
  /** What the site calls this one assertion: it is good for one request. */
  readonly assertion: string;
  /** Whether they signed in a quarter of an hour ago at most (security R56). */
  readonly isFresh: boolean;
  /** What the account is known by: all of it is proved. */
  readonly identifiers: readonly Omit<GivenText, 'provedBy'>[];
}

const PROVED_BY = 'a signed-in account';

/**
 * Takes a request over from a controller's own website or help desk, to be fulfilled with nobody touching it where nothing is doubtful
 * (OUT-08): opened, and searched at once where something of it is proved. What an account is known by is proved by it (IDV-02, L0). Throws as
 * `openClaimed` does, and `Refused` with `REFUSED` for an assertion that was used before.
 */
export function handOver(
  desk: Desk,
  viewer: Viewer,
  given: NewRequest,
  { account, ...onceKey }: OnceKey & { readonly account?: AccountOfSubject },
): Promise<ClaimedRequest> {
  return openClaimed(desk, viewer, account === undefined ? given : vouched(given, account), {
    onceKey,
    isAutomatic: true,
    also: async (transaction, opened, isNew) => {
      if (isNew && account !== undefined) await useOnce(transaction, viewer, account);
      return isNew && opened.state === 'ready' ? beginSearch(transaction, opened, { event: 'start', viewer, desk }) : opened;
    },
  });
}

function vouched(given: NewRequest, { identifiers, isFresh }: AccountOfSubject): NewRequest {
  const proved = identifiers.map((each) => ({ ...each, provedBy: PROVED_BY }));
  return { ...given, identifiers: [...proved, ...given.identifiers], isSignedIn: true, isFreshlySignedIn: isFresh };
}

async function useOnce({ idempotency }: Transaction, { controller }: Viewer, { assertion }: AccountOfSubject): Promise<void> {
  const key = `assertion:${assertion}`;
  // In the same words as any other that is not accepted
  if ((await idempotency.find(controller, key)) !== undefined) throw new Refused('REFUSED', 'This assertion is not accepted.');
  await idempotency.add(controller, key, { fingerprint: '', result: '' });
}
