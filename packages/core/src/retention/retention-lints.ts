import { localDate } from '../calendar/local-date.js';
import { addPeriod, type CalendarPeriod } from '../calendar/period.js';
import type { Wording } from '../wording/wording.js';
import type { RetentionRule } from './rule.js';

/** What a DPO is told about a rule, never the person (PRF-04): it names no period and no criterion, or a longer one than the CNIL's guidance. */
export type RetentionLint = 'RET_VAGUE' | 'RET_GUIDANCE';

/** Three years for prospects, from collection or their last contact (RET-06; CNIL reference on commercial activities). Guidance, not law. */
export const PROSPECT_GUIDANCE: CalendarPeriod = { years: 3, months: 0, days: 0 };

const SAYS_NOTHING =
  /^(for )?(as|so) long as (is |it is |they are )?(strictly )?necessary\b.{0,40}$|^(pendant |pour )?(la |une )?durée (strictement )?nécessaire\b.{0,40}$|^aussi longtemps que nécessaire\b.{0,40}$/i;

/** Looks over a rule (RET-03, RET-06): "as long as necessary" is no criterion, and a period that the profile fills in is not the policy's. */
export function lintRetention(rule: RetentionRule, about: { readonly prospects: boolean }): readonly RetentionLint[] {
  const { term, criterion } = rule;
  const isVague = term === undefined ? criterion === undefined || saysNothing(criterion) : term.parameter !== undefined;
  const isLong = about.prospects && term !== undefined && isLonger(term.period, PROSPECT_GUIDANCE);
  return [...(isVague ? (['RET_VAGUE'] as const) : []), ...(isLong ? (['RET_GUIDANCE'] as const) : [])];
}

function saysNothing(criterion: Wording): boolean {
  return Object.values(criterion).some((text) => SAYS_NOTHING.test(text.trim().replace(/\.$/, '')));
}

function isLonger(a: CalendarPeriod, b: CalendarPeriod): boolean {
  const begin = localDate('2000-03-01'); // no leap day in the three years from it: 1095 days are not longer, 1096 are
  return addPeriod(begin, a) > addPeriod(begin, b);
}
