import { compareDates, daysBetween, type LocalDate } from '../calendar/local-date.js';
import type {
  DatedRetention,
  RetentionEvaluation,
  RetentionFacts,
  RetentionGap,
  RetentionPhase,
  RetentionView,
} from './evaluation.js';
import { expiryOf, type Expiry } from './resolve-anchors.js';
import { applyConditions, type Conditions } from './conditions.js';
import type { RetentionRule, StatutoryOverride, Term } from './rule.js';

/** `expires_soon` begins so many days before the last one (RET-02). */
export const SOON_DAYS = 30;

/**
 * How long a record is kept (RET-02). Pure, and a function of the day it is told, not of the machine's clock or zone. From the
 * first that applies: a dispute holds it; an agreement or an open relationship keeps its time from running; a gap leaves it
 * indeterminate; else its days are counted, and it is overdue from the day after the last.
 */
export function evaluateRetention(rule: RetentionRule, facts: RetentionFacts, view: RetentionView): RetentionEvaluation {
  const conditions = applyConditions(rule, facts, view);
  const common = {
    unchecked: conditions.unchecked,
    ...(facts.firstObservedOn === undefined ? {} : { firstObservedOn: facts.firstObservedOn }),
  };
  return { ...common, ...decide(rule, facts, view, conditions) };
}

type Decided = RetentionEvaluation extends infer Each
  ? Each extends RetentionEvaluation
    ? Omit<Each, 'unchecked'>
    : never
  : never;

function decide(rule: RetentionRule, facts: RetentionFacts, view: RetentionView, conditions: Conditions): Decided {
  const { hold, agreement } = conditions;
  if (hold !== undefined) return { status: 'legal_hold', ...hold };
  if (agreement !== undefined) return { status: 'ongoing_relationship', because: 'agreement', name: agreement };
  const { whileOpen, term } = rule;
  if (whileOpen !== undefined && facts.open?.[whileOpen] === true) {
    return { status: 'ongoing_relationship', because: 'relationship', name: whileOpen };
  }
  if (term === undefined) {
    return { status: 'indeterminate', gaps: [unstated(rule)] };
  }
  const ends = { own: expiryOf(term, facts, view), statutory: statutoryPhases(rule, term, facts, view), conditions };
  return countDays(term, ends, view.today);
}

function unstated({ criterion }: RetentionRule): RetentionGap {
  return criterion === undefined ? { gap: 'period_unstated' } : { gap: 'criterion_only', criterion };
}

interface Statutory {
  readonly phases: readonly RetentionPhase[];
  readonly gaps: readonly RetentionGap[];
}

function statutoryPhases({ overrides }: RetentionRule, term: Term, facts: RetentionFacts, view: RetentionView): Statutory {
  const phases: RetentionPhase[] = [];
  const gaps: RetentionGap[] = [];
  for (const override of overrides.filter((each): each is StatutoryOverride => each.ground === 'legal_obligation')) {
    const { law, period, anchors = term.anchors } = override;
    const combine = override.anchors === undefined ? term.combine : override.combine;
    const expiry = expiryOf({ anchors, combine, period }, facts, view);
    if (expiry.gaps === undefined) phases.push({ phase: 'archive', until: expiry.until, law });
    else gaps.push(...expiry.gaps);
  }
  return { phases, gaps };
}

interface Ends {
  readonly own: Expiry;
  readonly statutory: Statutory;
  readonly conditions: Conditions;
}

function countDays(term: Term, { own, statutory, conditions }: Ends, today: LocalDate): Decided {
  const gaps = uniqueGaps([...(own.gaps ?? []), ...statutory.gaps, ...conditions.gaps]);
  if (own.gaps !== undefined || gaps.length > 0) return { status: 'indeterminate', gaps };
  const phases = lengthening({ phase: 'active', until: own.until }, [...statutory.phases, ...conditions.phases]);
  const expiresOn = phases.reduce((latest, { until }) => (compareDates(until, latest) > 0 ? until : latest), own.until);
  return { status: statusOf(expiresOn, today), term, anchor: { name: own.name, on: own.on }, expiresOn, phases };
}

/** Only what outlives what came before is a phase (RET-05). */
function lengthening(active: RetentionPhase, others: readonly RetentionPhase[]): DatedRetention['phases'] {
  let latest = active.until;
  const later = [...others]
    .sort((a, b) => compareDates(a.until, b.until))
    .filter(({ until }) => {
      const isLonger = compareDates(until, latest) > 0;
      if (isLonger) latest = until;
      return isLonger;
    });
  return [active, ...later];
}

function statusOf(expiresOn: LocalDate, today: LocalDate): DatedRetention['status'] {
  const left = daysBetween(today, expiresOn);
  if (left < 0) return 'overdue';
  return left <= SOON_DAYS ? 'expires_soon' : 'running';
}

function uniqueGaps(gaps: readonly RetentionGap[]): readonly RetentionGap[] {
  return [...new Map(gaps.map((gap) => [JSON.stringify(gap), gap])).values()];
}

/** The phase a record is in on a day (RET-05); `undefined` once it is overdue. */
export function phaseOn({ phases }: DatedRetention, today: LocalDate): RetentionPhase | undefined {
  return phases.find(({ until }) => compareDates(today, until) <= 0);
}
