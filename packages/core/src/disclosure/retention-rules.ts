import { parsePeriod } from '../calendar/period.js';
import { isStated } from '../register/backing.js';
import type { Activity } from '../register/activity.js';
import type { RegisterRetention, RetentionOverride } from '../register/retention.js';
import { MOMENT_TITLES } from '../retention/moment-titles.js';
import { type Anchor, NO_RULE, type Override, type RetentionRule, type Term } from '../retention/rule.js';

/** One rule of an activity, and to which of its fields it applies. */
export interface ActivityRule {
  readonly rule: RetentionRule;
  /** Ids of the register's fields; absent: all. */
  readonly fields?: readonly string[];
  /** The controller states it nowhere: the register assumes it until the officer confirms it (PRF-03). */
  readonly isAssumed: boolean;
}

/**
 * The rules of retention that a register states for an activity (RET-01). Of several anchors the first always happens, the others
 * may never have (a last contact). A legal obligation without a period of its own lengthens nothing that can be reckoned: the report
 * tells it in the register's words. What a dispute or an agreement needs is a moment of that name in the data map: `litigation`,
 * `litigation.endedAt`, `express_agreement`. An activity without any rule has the one that states nothing.
 */
export function retentionRules({ retention = [] }: Activity): readonly ActivityRule[] {
  if (retention.length === 0) return [{ rule: NO_RULE, isAssumed: false }];
  return retention.map((stated) => ({
    rule: ruleOf(stated),
    isAssumed: !isStated(stated) || (stated.period !== undefined && !isStated(stated.period)),
    ...(stated.fields === undefined ? {} : { fields: stated.fields }),
  }));
}

function ruleOf(stated: RegisterRetention): RetentionRule {
  const { criterion, whileOpen, then, quote, overrides = [] } = stated;
  const term = termOf(stated);
  return {
    ...(term === undefined ? {} : { term }),
    ...(criterion === undefined ? {} : { criterion: criterion.text }),
    ...(whileOpen === undefined ? {} : { whileOpen }),
    ...(then === undefined ? {} : { then }),
    ...(quote === undefined ? {} : { quote: quote.text }),
    overrides: overrides.flatMap((each) => overrideOf(each)),
    titles: MOMENT_TITLES,
  };
}

function termOf({ anchor, combine = 'later_of', period }: RegisterRetention): Term | undefined {
  const length = period === undefined ? undefined : parsePeriod(period.length);
  return anchor === undefined || length === undefined ? undefined : { anchors: anchorsOf(anchor), combine, period: length };
}

function anchorsOf(names: readonly string[]): readonly Anchor[] {
  return names.map((name, index) => ({ name, optional: index > 0 }));
}

function overrideOf({ because, law, anchor, length }: RetentionOverride): readonly Override[] {
  const period = length === undefined ? undefined : parsePeriod(length);
  const anchors = anchor === undefined ? {} : { anchors: anchorsOf([anchor]) };
  if (because === 'legal_obligation') {
    return law === undefined || period === undefined ? [] : [{ ground: because, law, combine: 'later_of', ...anchors, period }];
  }
  if (period === undefined || anchors.anchors === undefined)
    return [{ ground: because, when: because, until: `${because}.endedAt` }];
  return [{ ground: because, when: because, term: { anchors: anchors.anchors, combine: 'later_of', period } }];
}
