import { openClaimed } from '../../delivery/open-claimed.js';
import type { Transaction } from '../../ports/store.js';
import { beginSearch } from '../../request/begin-search.js';
import type { DataRequest } from '../../request/data-request.js';
import type { Desk, OnceKey, Viewer } from '../../request/desk.js';
import { isProved } from '../../request/open-request.js';
import { Refused } from '../../request/refused.js';
import { spendWithin } from '../../request/spend-once.js';
import { acknowledge } from '../acknowledge.js';
import { addFollower, type AskedForData, type SubjectAsk, subjectViewer } from '../ask-for-data.js';
import { provedByAccountAt } from './prove-by-account.js';
import { isFreshAccount, type SignedInAccount } from './signed-in-account.js';

/** What somebody asks for who has signed in before: for themselves, and nothing of who they are is in it. */
export type AccountAsk = Pick<SubjectAsk, 'rights' | 'format' | 'language' | 'packing' | 'words'>;

/** Who asks. */
export interface AccountAsking extends OnceKey {
  readonly account: SignedInAccount;
  /** What the sign-in is called: it is good for one request. */
  readonly signIn: string;
}

/**
 * Takes in what a person asks for on the controller's pages who has signed in there: all that the account is known by is proved (L2), and the search
 * begins at once (IDV-02, OUT-08). Throws `Refused` as `openClaimed` does, and with `REFUSED` for a sign-in that was used, is no longer fresh
 * (security R56), or tells of nothing that can be searched with.
 */
export async function askByAccount(
  desk: Desk,
  controller: string,
  ask: AccountAsk,
  { account, signIn, ...onceKey }: AccountAsking,
): Promise<AskedForData> {
  const { issuer } = account;
  const identifiers = account.identifiers.reveal().map((each) => ({ ...each, provedBy: provedByAccountAt(issuer) }));
  if (!isProved(identifiers) || !isFreshAccount(account, desk.clock.now())) throw notAccepted();
  const viewer = subjectViewer(controller);
  const cookie = desk.delivery.crypto.randomSecret();
  const given = { ...ask, identifiers, isSignedIn: true, isFreshlySignedIn: true, issuer };
  const claimed = await openClaimed(desk, viewer, given, {
    onceKey,
    isAutomatic: true,
    also: async (transaction, request, isNew) => {
      const opened = isNew ? await begin(transaction, request, { desk, viewer, signIn }) : request;
      await addFollower(transaction, desk, { controller, request: request.id, cookie });
      return opened;
    },
  });
  return { ...claimed, cookie };
}

interface Beginning {
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly signIn: string;
}

async function begin(transaction: Transaction, request: DataRequest, { desk, viewer, signIn }: Beginning): Promise<DataRequest> {
  if (!(await spendWithin(transaction, viewer.controller, `ask ${signIn}`))) throw notAccepted();
  const begun = await beginSearch(transaction, request, { event: 'start', viewer, desk });
  await acknowledge(transaction, desk, begun, viewer);
  return begun;
}

/** In the same words whatever is wrong with it. */
function notAccepted(): Refused {
  return new Refused('REFUSED', 'This sign-in is not accepted.');
}
