import {
  type Activity,
  type CalendarPeriod,
  calendarPeriod,
  isStated,
  NO_RULE,
  parsePeriod,
  type RegisterRetention,
  type RetentionEvaluation,
  type RetentionGap,
  type RetentionGroup,
  type RetentionOverride,
  type RetentionRule,
  retentionRules,
  type Wording,
} from '@habeas/core/law';

/** Something under which data are kept longer than the rule says, as far as the controller states it. */
export type LongerKept =
  /** A law that the controller does not name, or without its period. */
  | { readonly because: 'law' }
  | { readonly because: 'named-law'; readonly law: string; readonly period: CalendarPeriod }
  | { readonly because: 'dispute'; readonly until?: Wording; readonly from?: string; readonly period?: CalendarPeriod }
  | { readonly because: 'agreement' };

/** How records are kept, as far as the person may be told: what the register only assumes is not in it (PRF-03). */
export interface ToldRetention extends Omit<RetentionGroup, 'isAssumed'> {
  /** The period is stated, and the moment from which it runs is not. */
  readonly unanchored?: CalendarPeriod;
  /** It is archived after that, and the controller states no period of the archive. */
  readonly isArchiveOpen: boolean;
  readonly longer: readonly LongerKept[];
}

const UNSTATED: RetentionEvaluation = { status: 'indeterminate', gaps: [{ gap: 'period_unstated' }], unchecked: [] };

/**
 * What of a group may be told (Art. 15(1)(d); RET-03, RET-05, PRF-03). Of a rule, a period or an archive that is only assumed
 * nothing is: the rest of what the controller states stays, and the gap shows.
 */
export function toldRetention(group: RetentionGroup, activity: Activity): ToldRetention {
  const stated = statedRule(group.rule, activity);
  if (group.isAssumed) return withoutPeriod(group, stated);
  const assumed = (stated?.overrides ?? []).filter((override) => !isStated(override));
  return { ...withoutAssumedArchive(group, assumed), ...unanchoredOf(group.rule, stated), longer: longerOf(group, stated) };
}

/** The entry of the register that a rule was made of. */
function statedRule(rule: RetentionRule, activity: Activity): RegisterRetention | undefined {
  const wanted = JSON.stringify(rule);
  const index = retentionRules(activity).findIndex((each) => JSON.stringify(each.rule) === wanted);
  return activity.retention?.[index];
}

/** The whole rule is assumed, or its period: in the second case its criterion and what it waits for may be stated all the same. */
function withoutPeriod({ rule, evaluation, records }: RetentionGroup, stated: RegisterRetention | undefined): ToldRetention {
  const nothing = { records, rule: NO_RULE, evaluation: UNSTATED, isArchiveOpen: false, longer: [] };
  if (stated === undefined || !isStated(stated)) return nothing;
  const criterion = stated.criterion !== undefined && isStated(stated.criterion) ? stated.criterion.text : undefined;
  const told: RetentionRule = {
    ...NO_RULE,
    titles: rule.titles,
    ...(criterion === undefined ? {} : { criterion }),
    ...(rule.whileOpen === undefined ? {} : { whileOpen: rule.whileOpen }),
  };
  const gap: RetentionGap = criterion === undefined ? { gap: 'period_unstated' } : { gap: 'criterion_only', criterion };
  const isLasting = evaluation.status === 'ongoing_relationship' || evaluation.status === 'legal_hold';
  return {
    ...nothing,
    rule: told,
    evaluation: isLasting ? evaluation : { status: 'indeterminate', gaps: [gap], unchecked: [] },
    longer: longerOf({ rule: told, evaluation }, stated),
  };
}

/** An archive that is only assumed is no phase: what is archived after its time is so for a time that is not stated. */
function withoutAssumedArchive(
  { isAssumed: _, ...group }: RetentionGroup,
  assumed: readonly RetentionOverride[],
): Omit<ToldRetention, 'longer'> {
  const laws = new Set(assumed.flatMap(({ law }) => (law === undefined ? [] : [law])));
  const overrides = group.rule.overrides.filter((each) => each.ground !== 'legal_obligation' || !laws.has(each.law));
  const isArchiveOpen = group.rule.then === 'archive' && !overrides.some(({ ground }) => ground === 'legal_obligation');
  const { then, ...rest } = group.rule;
  const rule: RetentionRule = { ...rest, overrides, ...(then === undefined || isArchiveOpen ? {} : { then }) };
  if (laws.size === 0) return { ...group, rule, isArchiveOpen };
  const { lastExpiry: _last, ...alike } = group;
  return { ...alike, rule, evaluation: shortened(group.evaluation, laws, assumed), isArchiveOpen };
}

function shortened(
  evaluation: RetentionEvaluation,
  laws: ReadonlySet<string>,
  assumed: readonly RetentionOverride[],
): RetentionEvaluation {
  if ('phases' in evaluation) {
    const [active, ...later] = evaluation.phases;
    const phases = [active, ...later.filter((phase) => phase.phase !== 'archive' || !laws.has(phase.law))] as const;
    const expiresOn = phases.at(-1)?.until ?? active.until;
    // Whether it is over nobody can say: it may be archived.
    return expiresOn === evaluation.expiresOn ? evaluation : { ...evaluation, phases, expiresOn, status: 'running' };
  }
  if (evaluation.status !== 'indeterminate') return evaluation;
  const moments = new Set(assumed.map(({ anchor }) => anchor));
  return { ...evaluation, gaps: evaluation.gaps.filter((gap) => !('fact' in gap) || !moments.has(gap.fact)) };
}

function unanchoredOf(rule: RetentionRule, stated: RegisterRetention | undefined): Pick<ToldRetention, 'unanchored'> {
  const { period, anchor } = stated ?? {};
  if (rule.term !== undefined || rule.criterion !== undefined || period === undefined || anchor !== undefined) return {};
  return { unanchored: calendarPeriod(period.length) };
}

function longerOf(
  { rule, evaluation }: Pick<RetentionGroup, 'rule' | 'evaluation'>,
  stated: RegisterRetention | undefined,
): readonly LongerKept[] {
  const overrides = (stated?.overrides ?? []).filter(isStated);
  return overrides.flatMap((override) => {
    const longer = longerBy(override);
    return isSaid(longer, rule, evaluation) ? [] : [longer];
  });
}

function longerBy({ because, law, until, anchor, length }: RetentionOverride): LongerKept {
  const period = length === undefined ? undefined : parsePeriod(length);
  switch (because) {
    case 'legal_obligation':
      return law === undefined || period === undefined ? { because: 'law' } : { because: 'named-law', law, period };
    case 'litigation':
      return {
        because: 'dispute',
        ...(until === undefined ? {} : { until }),
        ...(anchor === undefined || period === undefined ? {} : { from: anchor, period }),
      };
    case 'express_agreement':
      return { because: 'agreement' };
  }
}

/** What stands in the sentences about the records themselves needs no saying again. */
function isSaid(longer: LongerKept, { term }: RetentionRule, evaluation: RetentionEvaluation): boolean {
  switch (longer.because) {
    case 'law':
      return false;
    case 'named-law':
      return term !== undefined && 'phases' in evaluation;
    case 'dispute':
      return evaluation.status === 'legal_hold';
    case 'agreement':
      return evaluation.status === 'ongoing_relationship' && evaluation.because === 'agreement';
  }
}
