import { compareDates, localDate, type LocalDate } from '../calendar/local-date.js';
import { addPeriod } from '../calendar/period.js';
import { readSourceDate } from '../calendar/source-date.js';
import type { RetentionFacts, RetentionGap, RetentionView } from './evaluation.js';
import type { Anchor, Term } from './rule.js';

/** An anchor and the day it fell on, or what is missing to say so (RET-07). */
export type Resolved =
  { readonly name: string; readonly on: LocalDate; readonly gaps?: never } | { readonly gaps: readonly RetentionGap[] };

/** An anchor with the day on which its period ends, or what is missing. */
export type Expiry =
  | { readonly name: string; readonly on: LocalDate; readonly until: LocalDate; readonly gaps?: never }
  | { readonly gaps: readonly RetentionGap[] };

// Periods go up to 999 years. Outside these years a source means "never" or "no idea": 9999-12-31, 0001-01-01.
const [FIRST, LAST] = [localDate('1000-01-01'), localDate('8999-12-31')];

/**
 * The anchor that decides (RET-01). Every anchor has to be known; an optional one may be known not to have happened. What is
 * missing is told, never guessed (RET-07).
 */
export function resolveAnchors(
  { anchors, combine }: Pick<Term, 'anchors' | 'combine'>,
  { values }: RetentionFacts,
  { timeZone }: RetentionView,
): Resolved {
  const days: { readonly name: string; readonly on: LocalDate }[] = [];
  const gaps: RetentionGap[] = [];
  for (const anchor of anchors.filter(({ name, optional }) => !(optional && values[name] === null))) {
    const on = readAnchor(anchor, values, timeZone);
    if (typeof on === 'string') days.push({ name: anchor.name, on });
    else gaps.push(on);
  }
  const sign = combine === 'later_of' ? -1 : 1;
  const [decisive] = days.sort((a, b) => sign * compareDates(a.on, b.on));
  return decisive === undefined || gaps.length > 0 ? { gaps } : decisive;
}

/** The day on which a term ends: its anchor and its period later, with the end of the month where that lacks the day (RET-02). */
export function expiryOf(term: Term, facts: RetentionFacts, view: RetentionView): Expiry {
  const anchor = resolveAnchors(term, facts, view);
  return anchor.gaps === undefined ? { ...anchor, until: addPeriod(anchor.on, term.period) } : anchor;
}

/** The day of one fact, or the gap where the source has none (RET-07). */
export function readAnchor(
  { name }: Pick<Anchor, 'name'>,
  values: RetentionFacts['values'],
  timeZone: string,
): LocalDate | RetentionGap {
  const value = values[name] ?? null;
  if (value === null || value === '') return { gap: 'missing', fact: name };
  const day = typeof value === 'string' ? readSourceDate(value.trim(), timeZone) : undefined;
  const isUsable = day !== undefined && compareDates(day, FIRST) >= 0 && compareDates(day, LAST) <= 0;
  return isUsable ? day : { gap: 'not_a_date', fact: name };
}
