import { decideAccess } from './decide-access.js';
import { decidePortability } from './decide-portability.js';
import type { FieldFacts, RecordFacts } from './facts.js';
import type {
  AccessReason,
  FieldScope,
  PortabilityReason,
  RecordScope,
  RecordVerdict,
  ScopeDecision,
  ScopeVerdict,
} from './scope-decision.js';

/** Of a record's fields the most pressing verdict is the record's: what waits comes before what is handed over. */
const PRESSING: readonly ScopeVerdict[] = ['undetermined', 'review', 'include', 'mask', 'exclude'];

/**
 * Decides about a record and each of its fields (SCP-01, PRT-01). It depends on no value, so it holds for all records of a kind:
 * decide once per collection, activity and nature. A retention status marks, and never leaves out (SCP-02, RET-04).
 */
export function decideRecord(record: RecordFacts, fields: readonly FieldFacts[]): RecordScope {
  const decided = fields.map((field): FieldScope => ({
    field: field.name,
    access: decideAccess(field, record),
    portability: decidePortability(field, record),
  }));
  return {
    access: sumUp<AccessReason>(decided.map(({ access }) => access)),
    portability: sumUp<PortabilityReason>(decided.map(({ portability }) => portability)),
    fields: decided,
    marks: record.retention === 'overdue' ? ['overdue'] : [],
  };
}

/** What is not handed over for a right, field by field, with the reason: what a manifest has to say (PRT-01, TPD-03). */
export function leftOut(
  scope: RecordScope,
  right: 'access' | 'portability',
): readonly (ScopeDecision & { readonly field: string })[] {
  return scope.fields.map((each) => ({ field: each.field, ...each[right] })).filter(({ verdict }) => verdict !== 'include');
}

function sumUp<Reason extends AccessReason | PortabilityReason>(
  decisions: readonly ScopeDecision<Reason | 'no-fields'>[],
): RecordVerdict<Reason | 'no-fields'> {
  const fields = { include: 0, mask: 0, exclude: 0, review: 0, undetermined: 0 };
  for (const { verdict } of decisions) fields[verdict] += 1;
  const pressing = PRESSING.find((verdict) => fields[verdict] > 0);
  const leading = decisions.find(({ verdict }) => verdict === pressing);
  const missing = [...new Set(decisions.flatMap((each) => each.missing ?? []))];
  return { ...(leading ?? NOTHING), ...(missing.length === 0 ? {} : { missing }), fields };
}

const NOTHING = { verdict: 'exclude', reason: 'no-fields' } as const;
