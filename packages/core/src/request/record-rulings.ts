import type { ThirdPartyDecision } from '../third-party/decision.js';
import type { RecordPlace } from '../third-party/redact.js';
import type { HiddenStretch, RecordRedaction } from '../third-party/record-redaction.js';
import type { RedactionGrounds } from '../third-party/redaction-reason.js';

/** What a person decided about one record, one of its values or stretches of a text in it, with the answers that it rests on (TPD-01). */
export interface CaseRecordRuling extends RecordPlace {
  /** Absent: the whole record. */
  readonly field?: string;
  /** Absent: the whole value. With what stood there, so that it can be told what was hidden. */
  readonly stretches?: readonly HiddenStretch[];
  readonly grounds: RedactionGrounds;
  readonly decision: ThirdPartyDecision;
}

/**
 * The rulings that hold, of all that were made, in their order: the last of a record's field counts, as does the last of the record
 * whole; and who decides to disclose takes back what was hidden of the field, or of the record with all its fields.
 */
export function rulingsInForce<Ruling extends CaseRecordRuling>(rulings: readonly Ruling[]): readonly Ruling[] {
  return rulings.reduce<readonly Ruling[]>((held, ruling) => {
    const left = held.filter((each) => !isReplaced(each, ruling));
    return ruling.decision.outcome === 'disclose' ? left : [...left, ruling];
  }, []);
}

/** What has to be hidden of single records, by the rulings that hold. */
export function redactionsOf(rulings: readonly CaseRecordRuling[] = []): readonly RecordRedaction[] {
  return rulingsInForce(rulings).map(({ decision, ...redaction }) => ({ ...redaction, decider: decision.decider }));
}

function isReplaced(earlier: CaseRecordRuling, { decision: { outcome }, ...later }: CaseRecordRuling): boolean {
  const isSame = (['source', 'collection', 'recordId'] as const).every((part) => earlier[part] === later[part]);
  const takesAllBack = outcome === 'disclose' && later.field === undefined;
  return isSame && (takesAllBack || earlier.field === later.field);
}
