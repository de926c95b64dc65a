import { compareDates, type LocalDate } from '../calendar/local-date.js';
import type { RetentionFacts, RetentionGap, RetentionPhase, RetentionView } from './evaluation.js';
import { expiryOf, readAnchor } from './resolve-anchors.js';
import type { ConditionalOverride, OverrideGround, RetentionRule } from './rule.js';

/** What the conditional overrides of a rule come to for one record (RET-01). */
export interface Conditions {
  /** A dispute that holds it today. */
  readonly hold?: { readonly when: string; readonly until?: LocalDate };
  /** An agreement without an end that keeps it today, by the fact that says so. */
  readonly agreement?: string;
  /** Ends that are known, past or to come. */
  readonly phases: readonly RetentionPhase[];
  readonly gaps: readonly RetentionGap[];
  readonly unchecked: readonly OverrideGround[];
}

type Gaps = readonly RetentionGap[];

interface Applied {
  readonly override: ConditionalOverride;
  /** Absent: as long as its fact holds. */
  readonly until?: LocalDate;
  readonly gaps?: Gaps;
}

/** Applies a rule's litigation and agreement to a record (RET-01). A fact that nobody looked up applies nothing, and is told as unchecked. */
export function applyConditions({ overrides }: RetentionRule, facts: RetentionFacts, view: RetentionView): Conditions {
  const conditional = overrides.filter((each): each is ConditionalOverride => each.ground !== 'legal_obligation');
  const applied = conditional.filter(({ when }) => holds(facts.values[when])).map((each) => apply(each, facts, view));
  const of = (ground: OverrideGround): readonly Applied[] =>
    applied.filter(({ override, gaps }) => override.ground === ground && gaps === undefined);
  const hold = longest(of('litigation').filter(({ until }) => until === undefined || compareDates(view.today, until) <= 0));
  const agreement = of('express_agreement').find(({ until }) => until === undefined);
  return {
    ...(hold === undefined ? {} : { hold: { when: hold.override.when, ...ended(hold) } }),
    ...(agreement === undefined ? {} : { agreement: agreement.override.when }),
    phases: applied.flatMap(({ override, until }) =>
      until === undefined ? [] : [{ phase: 'held' as const, until, ground: override.ground }],
    ),
    gaps: applied.flatMap(({ gaps = [] }) => gaps),
    unchecked: conditional.filter(({ when }) => facts.values[when] === undefined).map(({ ground }) => ground),
  };
}

/** A fact holds where the source has something: a day, a text, a number that is not 0, `true`. */
function holds(value: RetentionFacts['values'][string] | undefined): boolean {
  return !(value === undefined || value === null || value === false || value === '' || value === 0);
}

function apply(override: ConditionalOverride, facts: RetentionFacts, view: RetentionView): Applied {
  const end = endOf(override, facts, view);
  if (end === undefined || typeof end === 'string') return { override, ...ended({ until: end }) };
  // A dispute whose end cannot be read is not over.
  return override.ground === 'litigation' ? { override } : { override, gaps: end };
}

/** `undefined`: nothing ends it yet. */
function endOf({ until, term }: ConditionalOverride, facts: RetentionFacts, view: RetentionView): LocalDate | Gaps | undefined {
  if (term !== undefined) {
    const expiry = expiryOf(term, facts, view);
    return expiry.gaps ?? expiry.until;
  }
  if (until === undefined) return undefined;
  const end = readAnchor({ name: until }, facts.values, view.timeZone);
  if (typeof end === 'string') return end;
  return end.gap === 'missing' ? undefined : [end];
}

function longest(applied: readonly Applied[]): Applied | undefined {
  const dated = applied.filter((each): each is Applied & { readonly until: LocalDate } => each.until !== undefined);
  const [latest] = dated.sort((a, b) => compareDates(b.until, a.until));
  return applied.find(({ until }) => until === undefined) ?? latest;
}

function ended({ until }: { readonly until?: LocalDate | undefined }): { readonly until?: LocalDate } {
  return until === undefined ? {} : { until };
}
