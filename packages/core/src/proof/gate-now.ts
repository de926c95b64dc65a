import { awaitsFee } from '../fee/fee.js';
import type { DataRequest } from '../request/data-request.js';
import type { GateDecision, GateReason } from '../scope/gate.js';
import { viewProofFacts } from './proof-facts.js';
import { type Proved, proofStanding } from './proof-standing.js';

const UNPROVED: GateReason = { code: 'identity', places: [], count: 1 };
const NEW_CONTACT: GateReason = { code: 'new-contact', places: [], count: 1 };
const OBJECTION: GateReason = { code: 'objection', places: [], count: 1 };
const FEE: GateReason = { code: 'fee', places: [], count: 1 };
const HEIR: GateReason = { code: 'heir', places: [], count: 1 };
const COOL_OFF: GateReason = { code: 'cool-off', places: [], count: 1 };

/**
 * The gate of an answer as it stands now (OUT-08): what was decided of its content when it was made, whether it is sure enough who asks,
 * whether contacts on record have had time to object (R57), whether a fee waits (OUT-06), and whether an heir
 * asks, whose part is decided by a person (PER-05). That can change while it waits, so it is looked at whenever it is asked for.
 * `undefined` before the answer is made.
 */
export function gateNow(request: Proved & Pick<DataRequest, 'disclosure' | 'fee'>): GateDecision | undefined {
  const gate = request.disclosure?.gate;
  const isHeir = viewProofFacts(request).onBehalf === 'heir';
  const now = [...reasonsNow(request), ...(awaitsFee(request) ? [FEE] : []), ...(isHeir ? [HEIR] : [])];
  if (gate === undefined || now.length === 0) return gate;
  return { release: 'dpo', answer: gate.answer, reasons: [...now, ...(gate.release === 'dpo' ? gate.reasons : [])] };
}

function reasonsNow(request: Proved): readonly GateReason[] {
  const { isNew = false, objectedAt, cooledOffAt } = request.contacts ?? {};
  const { isEnough } = proofStanding(request);
  return [
    ...(isEnough ? [] : [UNPROVED]),
    ...(isNew && !isEnough ? [NEW_CONTACT] : []),
    ...(objectedAt === undefined ? [] : [OBJECTION]),
    ...(isNew && isEnough && cooledOffAt === undefined ? [COOL_OFF] : []),
  ];
}
