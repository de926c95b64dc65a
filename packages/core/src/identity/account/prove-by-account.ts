import { withProof } from '../../proof/proof-facts.js';
import type { Transaction } from '../../ports/store.js';
import { beginSearch } from '../../request/begin-search.js';
import { happen } from '../../request/change-request.js';
import { factsOf } from '../../request/clock/clock-facts.js';
import type { DataRequest } from '../../request/data-request.js';
import type { Desk } from '../../request/desk.js';
import { keyOf, openCaseFile, openSubjectFile, sealFile } from '../../request/sealed-files.js';
import { acknowledge } from '../acknowledge.js';
import type { OwnRequest } from '../send-code.js';
import { type MatchedAccount, matchAccount } from './match-account.js';
import { noteSignIn } from './note-sign-in.js';
import { awaitsAccount, isFreshAccount, type SignedInAccount } from './signed-in-account.js';

/** What came of signing in: `strange` for an account that does not fit, `stale` for a sign-in of long ago, `over` where nothing waits for it. */
export type AccountOutcome = 'proved' | 'strange' | 'stale' | 'over';

/** How an identifier was proved, as it is kept with it. */
export function provedByAccountAt(issuer: string): string {
  return `a signed-in account at ${issuer}`;
}

/**
 * Proves by an account who asks (IDV-02, security R56, L2), where it is known by something that the request names or that stands on record: what
 * the account is known by counts as proved, and the search begins, or begins anew where an answer waited for it (IDV-09). Nothing of the
 * account is kept beside that, and nothing changes where it does not fit: the trail has it, and whoever asks is told no more.
 */
export async function proveByAccount(desk: Desk, own: OwnRequest, account: SignedInAccount): Promise<AccountOutcome> {
  const outcome = await desk.store.transact(async (transaction) => {
    const request = await transaction.requests.lock(own.viewer.controller, own.id);
    if (request === undefined || !awaitsAccount(request)) return 'over';
    const isFresh = isFreshAccount(account, transaction.now);
    const matched = isFresh ? await matchedBy(desk, request, account) : undefined;
    if (matched !== undefined) return prove(transaction, request, { desk, own, account, matched });
    const why = isFresh ? 'strange' : 'stale';
    await noteSignIn(transaction, { desk, own }, { why, issuer: account.issuer });
    return why;
  });
  if (outcome === 'proved') desk.wake();
  return outcome;
}

async function matchedBy(
  { vault, sources }: Desk,
  request: DataRequest,
  { issuer, identifiers }: SignedInAccount,
): Promise<MatchedAccount | undefined> {
  const [file, found] = [await openSubjectFile(vault, request), await openCaseFile(vault, request)];
  const phoneRegion = sources.phoneRegionOf(request.controller);
  return matchAccount({ file, found, phoneRegion }, identifiers.reveal(), provedByAccountAt(issuer));
}

interface Proving {
  readonly desk: Desk;
  readonly own: OwnRequest;
  readonly account: SignedInAccount;
  readonly matched: MatchedAccount;
}

async function prove(
  transaction: Transaction,
  request: DataRequest,
  { desk, own: { viewer }, account: { issuer }, matched: { identifiers, proved } }: Proving,
): Promise<'proved'> {
  const { controller, id, state, proof } = request;
  const file = await openSubjectFile(desk.vault, request);
  const subjectFile = await sealFile(desk.vault, keyOf(request), 'subject', { ...file, identifiers });
  const brought = { kind: 'fresh_account', at: transaction.now.toISOString(), by: viewer.actor.id, issuer } as const;
  const fields = { subjectFile, proof: withProof(proof, brought), ...signedIn(request) };
  const change = { details: { proved: [...proved], account: issuer }, isProved: true };
  await transaction.proofs.remove(controller, id);
  if (state === 'received') {
    const ready = await happen(transaction, request, { event: 'attest', viewer, desk }, { fields, ...change });
    const begun = await beginSearch(transaction, ready, { event: 'start', viewer, desk });
    await acknowledge(transaction, desk, begun, viewer);
  } else {
    await beginSearch(transaction, { ...request, ...fields }, { event: 'confirm', viewer, desk, change });
  }
  return 'proved';
}

/** From then on it comes from a signed-in account (IDV-01, DLN-07), unless an officer has asked for a document before. */
function signedIn(request: DataRequest): Pick<DataRequest, 'clock'> {
  return request.proof?.document === undefined ? { clock: { ...factsOf(request), isSignedIn: true } } : {};
}
