import type { DataRequest } from '../request/data-request.js';
import type { GateDecision, GateReason } from '../scope/gate.js';
import { type Proved, proofStanding } from './proof-standing.js';

const UNPROVED: GateReason = { code: 'identity', places: [], count: 1 };
const NEW_CONTACT: GateReason = { code: 'new-contact', places: [], count: 1 };

/**
 * The gate of an answer as it stands now (OUT-08): what was decided of its content when it was made, and whether it is sure enough who asks.
 * That can change while it waits, so it is looked at whenever it is asked for. `undefined` before the answer is made.
 */
export function gateNow(request: Proved & Pick<DataRequest, 'disclosure'>): GateDecision | undefined {
  const gate = request.disclosure?.gate;
  if (gate === undefined || proofStanding(request).isEnough) return gate;
  const unproved = request.contacts?.isNew === true ? [UNPROVED, NEW_CONTACT] : [UNPROVED];
  return { release: 'dpo', answer: gate.answer, reasons: [...unproved, ...(gate.release === 'dpo' ? gate.reasons : [])] };
}
