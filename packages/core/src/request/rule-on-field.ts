import type { FieldRuling } from '../disclosure/collection-scope.js';
import type { GateCode } from '../scope/gate.js';
import { settleDecision, type ThirdPartyDecision, type ThirdPartyOutcome } from '../third-party/decision.js';
import { lockRequest } from './change-request.js';
import type { DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { makeAnew, requireWaiting } from './make-anew.js';
import { notFound } from './refused.js';
import { keyOf, openCaseFile, sealFile } from './sealed-files.js';

/** A field that the gate stopped at, and what was decided of it, with the three answers of Art. 15(4) GDPR (TPD-01). */
export interface RulingOnField {
  readonly source: string;
  readonly collection: string;
  readonly field: string;
  readonly decision: Omit<ThirdPartyDecision, 'decider'>;
  /** Of a redaction in free text: only what is found of other people is hidden, text by text. Of any other field the whole value is. */
  readonly onlyOthers?: boolean;
}

/** What a ruling can answer. */
const RULED: readonly GateCode[] = ['third-party-data', 'unclassified-field', 'redaction'];

/**
 * Decides whether a field is handed over in which somebody else may be named, and has the archive made anew by it. The answers are
 * sealed with the case; the trail says where and what. Throws `Refused`: `NOT_FOUND` where the gate has not stopped at such a field,
 * `INVALID_INPUT` where the decision does not stand, `WRONG_STATE` where the request does not wait for its release.
 */
export async function ruleOnField(
  desk: Desk,
  viewer: Viewer & { readonly isDpo: boolean },
  id: string,
  { decision, onlyOthers = false, ...place }: RulingOnField,
): Promise<DataRequest> {
  const changed = await desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    requireWaiting(request);
    if (!isStoppedAt(request, place)) throw notFound('field');
    const decider = { by: viewer.actor.id, isDpo: viewer.isDpo, at: transaction.now.toISOString() };
    const ruling = rulingOf(settleDecision({ ...decision, decider }), onlyOthers);
    const file = await openCaseFile(desk.vault, request);
    const rulings = [...(file.rulings ?? []), { ...place, decision: { ...decision, decider }, onlyOthers }];
    const fields = {
      caseFile: await sealFile(desk.vault, keyOf(request), 'case', { ...file, rulings }),
      rulings: [...(request.rulings ?? []).filter((each) => !isSame(each, place)), { ...place, ruling }],
    };
    return makeAnew(transaction, desk, viewer, { request, fields, details: { ...place, ruling } });
  });
  desk.wake();
  return changed;
}

function rulingOf(outcome: ThirdPartyOutcome, onlyOthers: boolean): FieldRuling['ruling'] {
  if (outcome === 'disclose') return 'disclose';
  return outcome === 'redact' && onlyOthers ? 'redact_others' : 'redact';
}

type Place = Omit<FieldRuling, 'ruling'>;

function isStoppedAt({ disclosure, rulings = [] }: DataRequest, place: Place): boolean {
  const gate = disclosure?.gate;
  const reasons = gate?.release === 'dpo' ? gate.reasons.filter(({ code }) => RULED.includes(code)) : [];
  return [...reasons.flatMap(({ places }) => places), ...rulings].some((each) => isSame(each, place));
}

function isSame(a: Partial<Place>, b: Place): boolean {
  return a.source === b.source && a.collection === b.collection && a.field === b.field;
}
