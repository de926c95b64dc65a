import type { CaseFile } from '../request/case-file.js';
import { keepChange, lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { Refused } from '../request/refused.js';
import { keyOf, openCaseFile, sealFile } from '../request/sealed-files.js';
import { isDecided } from '../request/transitions.js';
import { type DoubtCause, viewProofFacts } from './proof-facts.js';

/** Why it is less sure who asks, or who would read the answer. */
export interface NewDoubt {
  readonly because: DoubtCause;
  /** In words. Sealed with the case. */
  readonly text: string;
}

/**
 * Records a doubt: one level more has to be proved from now on, and after a change of contact everything anew (Art. 12(6); IDV-01, R57).
 * Throws `Refused`: `INVALID_INPUT` without words, `WRONG_STATE` where the request is decided, and for a doubt about who asks from a
 * signed-in account.
 */
export async function noteDoubt(desk: Desk, viewer: Viewer, id: string, { because, text }: NewDoubt): Promise<DataRequest> {
  if (text.trim() === '') throw new Refused('INVALID_INPUT', 'A doubt needs its reason in words.');
  return desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    requireOpen(request);
    if (request.clock?.isSignedIn === true && because !== 'new_address' && because !== 'contact_changed') {
      throw new Refused('WRONG_STATE', 'It came from a signed-in account: nobody doubts who asks.');
    }
    const facts = viewProofFacts(request);
    const at = transaction.now.toISOString();
    const doubt = { id: `d${String(facts.doubts.length + 1)}`, because, at, by: viewer.actor.id };
    const caseFile = await withProofWords(desk, request, { about: doubt.id, text, by: viewer.actor.id, at });
    const proof = { ...facts, doubts: [...facts.doubts, doubt] };
    const trace = { desk, viewer, action: 'identity.doubt', details: { doubt: doubt.id, because } };
    return keepChange(transaction, { ...request, proof, caseFile }, trace);
  });
}

/** Throws `Refused` with `WRONG_STATE` where a request is decided: nothing has to be proved any more. */
export function requireOpen(request: DataRequest): void {
  if (isDecided(request)) throw new Refused('WRONG_STATE', `Nothing has to be proved for a request that is ${request.state}.`);
}

/** The sealed case file with what somebody wrote about a proof. */
export async function withProofWords(
  { vault }: Pick<Desk, 'vault'>,
  request: DataRequest,
  words: NonNullable<CaseFile['proofWords']>[number],
): Promise<string> {
  const file = await openCaseFile(vault, request);
  return sealFile(vault, keyOf(request), 'case', { ...file, proofWords: [...(file.proofWords ?? []), words] });
}
