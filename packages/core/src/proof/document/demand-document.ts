import type { Transaction } from '../../ports/store.js';
import { keepChange, lockRequest } from '../../request/change-request.js';
import type { DataRequest } from '../../request/data-request.js';
import type { Desk, Viewer } from '../../request/desk.js';
import { Refused } from '../../request/refused.js';
import { keyOf, openCaseFile, sealFile } from '../../request/sealed-files.js';
import { requireFreshProof } from '../../staff/principal.js';
import { requireOpen } from '../note-doubt.js';
import { viewProofFacts } from '../proof-facts.js';
import { ladderFacts, proofStanding } from '../proof-standing.js';
import type { Proportionality } from './document-facts.js';

/**
 * Decides that a document has to be shown, for the data protection officer, who has just proved that it is them. Throws `Refused`:
 * `WRONG_STATE` without a recorded doubt, from a signed-in account, and where what is proved suffices (IDV-01); `INVALID_INPUT` without a whole
 * record of why it is proportionate (IDV-03).
 */
export async function demandDocument(desk: Desk, viewer: Viewer, id: string, why: Proportionality): Promise<DataRequest> {
  const missing = (['dataTypes', 'nature', 'context', 'harm', 'nothingLess'] as const).filter((word) => why[word].trim() === '');
  if (missing.length > 0) {
    throw new Refused('INVALID_INPUT', `Why a document is proportionate is not whole: ${missing.join(', ')}.`);
  }
  return desk.store.transact((transaction) => demanded(transaction, { desk, viewer, id }, why));
}

interface Demanding {
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly id: string;
}

async function demanded(transaction: Transaction, { desk, viewer, id }: Demanding, why: Proportionality): Promise<DataRequest> {
  const request = await lockRequest(transaction, viewer, id);
  requireFreshProof(viewer, transaction.now);
  requireOpen(request);
  requireNeed(request);
  const at = transaction.now.toISOString();
  const { harmLevel: harm, isSpecial } = why;
  const facts = viewProofFacts(request);
  const document = { demandedAt: at, demandedBy: viewer.actor.id, harm, isSpecial, handedIn: 0 };
  const file = await openCaseFile(desk.vault, request);
  const demands = [...(file.documentDemands ?? []), { ...why, by: viewer.actor.id, at }];
  const caseFile = await sealFile(desk.vault, keyOf(request), 'case', { ...file, documentDemands: demands });
  const trace = { desk, viewer, action: 'identity.document.demand', details: { harm, isSpecial, doubts: facts.doubts.length } };
  return keepChange(transaction, { ...request, caseFile, proof: { ...facts, document } }, trace);
}

function requireNeed(request: DataRequest): void {
  const { isSignedIn, isDoubted, isDocumentDemanded } = ladderFacts(request);
  if (isSignedIn) throw new Refused('WRONG_STATE', 'It came from a signed-in account: no document is asked for.');
  if (!isDoubted) throw new Refused('WRONG_STATE', 'No document is asked for without a recorded doubt.', 'Note the doubt first.');
  if (isDocumentDemanded) throw new Refused('WRONG_STATE', 'A document is asked for already.');
  if (proofStanding(request).isEnough) throw new Refused('WRONG_STATE', 'What is proved suffices: no document is asked for.');
}
