import { dateIn } from '../../calendar/source-date.js';
import { addDeath } from '../../duty/note-death.js';
import type { Transaction } from '../../ports/store.js';
import { keepChange, lockRequest } from '../../request/change-request.js';
import type { DataRequest } from '../../request/data-request.js';
import type { Desk, Viewer } from '../../request/desk.js';
import { mailboxesOf } from '../../request/mailbox.js';
import { Refused } from '../../request/refused.js';
import { keyOf, openCaseFile, sealFile } from '../../request/sealed-files.js';
import { requireFreshProof } from '../../staff/principal.js';
import { requireOpen } from '../note-doubt.js';
import { type OnBehalf, type ProofFacts, viewProofFacts } from '../proof-facts.js';
import { requireAuthority, type RepresentationDecision } from './authority.js';
import { directiveInForce } from './directives.js';
import type { RepresentationFacts } from './representation-facts.js';

/**
 * Decides, with a reason, whether somebody may act for another (PER-03 to PER-05), for an officer who has just proved that it is them. The last
 * decision counts. Throws `Refused`: `NOT_FOUND`, `STEP_UP_REQUIRED`; `WRONG_STATE` where they ask for themselves, or it is decided;
 * `INVALID_INPUT` without a reason or an address, for what gives no authority, and for an answer to the dead. Where heirs ask for another purpose
 * than before, what was ruled for that one is over (PER-05).
 */
export async function decideRepresentation(
  desk: Desk,
  viewer: Viewer,
  id: string,
  { decision, jurisdiction }: { readonly decision: RepresentationDecision; readonly jurisdiction: string },
): Promise<DataRequest> {
  const { outcome, reason, answerTo, sendTo = '' } = decision;
  if (reason.trim() === '')
    throw new Refused('INVALID_INPUT', 'A decision about who acts for another needs its reason in words.');
  const isAddressed = answerTo === 'person' || mailboxesOf({ kind: 'email', value: sendTo }).length === 1;
  if (outcome === 'accepted' && !isAddressed) throw new Refused('INVALID_INPUT', 'sendTo: one address is meant.');
  return desk.store.transact((transaction) => decided(transaction, { desk, viewer, id, jurisdiction }, decision));
}

interface Deciding {
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly id: string;
  readonly jurisdiction: string;
}

async function decided(
  transaction: Transaction,
  { desk, viewer, id, jurisdiction }: Deciding,
  { outcome, authority, reason, answerTo, sendTo }: RepresentationDecision,
): Promise<DataRequest> {
  const request = await lockRequest(transaction, viewer, id);
  requireFreshProof(viewer, transaction.now);
  requireOpen(request);
  const facts = viewProofFacts(request);
  const { onBehalf } = facts;
  if (onBehalf === undefined) throw new Refused('WRONG_STATE', 'They ask for themselves.');
  const today = dateIn(transaction.now, desk.clocks.settingsOf(viewer.controller).zone);
  if (outcome === 'accepted') {
    requireAuthority(onBehalf, authority, { today, rights: request.rights, jurisdiction });
    requireLiving(onBehalf, answerTo);
  }
  const noted = { at: transaction.now.toISOString(), by: viewer.actor.id };
  const kept = keptOf({ outcome, authority, answerTo });
  const file = await openCaseFile(desk.vault, request);
  const words = { outcome, reason, authority, ...(sendTo === undefined ? {} : { sendTo }), ...noted };
  const representations = [...(file.representations ?? []), words];
  const caseFile = await sealFile(desk.vault, keyOf(request), 'case', { ...file, representations });
  const proof = withRepresentation(facts, { ...kept, ...noted });
  const trace = { desk, viewer, action: 'identity.representation', details: { onBehalf, ...kept } };
  const changed = await keepChange(transaction, { ...request, caseFile, proof }, trace);
  // Who has heirs has died: what becomes of the data is to be decided too (PER-06)
  return onBehalf === 'heir' && outcome === 'accepted' ? addDeath(transaction, changed, { desk, viewer }) : changed;
}

/** Throws `Refused` with `INVALID_INPUT` for an answer that would go to somebody who has died. */
function requireLiving(onBehalf: OnBehalf, answerTo: RepresentationFacts['answerTo']): void {
  if (onBehalf !== 'heir' || answerTo === 'representative') return;
  throw new Refused('INVALID_INPUT', 'The person has died: the answer goes to who acts for them.');
}

/** What was ruled for an heir stands as long as the purpose does. */
function withRepresentation({ heir, ...facts }: ProofFacts, representation: RepresentationFacts): ProofFacts {
  const isStanding = heir !== undefined && representation.outcome === 'accepted' && heir.purpose === representation.purpose;
  return { ...facts, representation, ...(isStanding ? { heir } : {}) };
}

/** What is kept of it in clear: codes. */
function keptOf({
  outcome,
  authority: { evidence, purpose, directives = [] },
  answerTo,
}: Pick<RepresentationDecision, 'outcome' | 'authority' | 'answerTo'>): Omit<RepresentationFacts, 'at' | 'by'> {
  const inForce = directiveInForce(directives);
  return {
    ...{ outcome, evidence, answerTo },
    ...(purpose === undefined ? {} : { purpose }),
    ...(inForce === undefined ? {} : { directive: { kind: inForce.kind, directs: inForce.directs } }),
  };
}
