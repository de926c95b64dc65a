import type { HolidayCalendar } from './holiday-calendar.js';
import { addDays, type LocalDate, partsOf, weekdayOf } from '../calendar/local-date.js';
import type { TraceStep } from './trace-step.js';

type DayKind =
  | { readonly kind: 'working' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: string }
  | { readonly kind: 'unknown' };

/** A day, whether all that it depends on is known, and how it came about. */
export interface RolledDate {
  readonly date: LocalDate;
  readonly verified: boolean;
  readonly trace: readonly TraceStep[];
}

/**
 * The day itself, or the next working day where it is a Saturday, a Sunday or a public holiday (Reg. 1182/71, Art. 3(4); DLN-01). Where
 * the calendar does not hold the year, the day stays where it is, unverified (DLN-02): too early is no breach.
 */
export function rollForward(date: LocalDate, calendar: HolidayCalendar): RolledDate {
  const trace: TraceStep[] = [];
  for (let day = date; ; day = addDays(day, 1)) {
    const found = kindOf(day, calendar);
    switch (found.kind) {
      case 'working':
        return { date: day, verified: true, trace: day === date ? [] : [...trace, { kind: 'rolled', date: day }] };
      case 'unknown':
        return { date, verified: false, trace: [{ kind: 'unverified', year: partsOf(day).year, calendar: calendar.id, date }] };
      case 'weekend':
        trace.push({ kind: 'weekend', date: day });
        break;
      case 'holiday':
        trace.push({ kind: 'holiday', date: day, name: found.name });
        break;
    }
  }
}

/** The day so many working days after a day (DLN-04). Days of a year that the calendar does not hold count as working: too early. */
export function addWorkingDays(date: LocalDate, days: number, calendar: HolidayCalendar): LocalDate {
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (mayBeWorking(day, calendar)) left -= 1;
  }
  return day;
}

/** How many working days lie after the first day, the last one included (DLN-07). Counts as {@link addWorkingDays} does. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: HolidayCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (mayBeWorking(day, calendar)) count += 1;
  }
  return count;
}

function mayBeWorking(date: LocalDate, calendar: HolidayCalendar): boolean {
  const { kind } = kindOf(date, calendar);
  return kind === 'working' || kind === 'unknown';
}

function kindOf(date: LocalDate, calendar: HolidayCalendar): DayKind {
  if (weekdayOf(date) % 6 === 0) return { kind: 'weekend' };
  const holidays = calendar.holidaysOf(partsOf(date).year);
  if (holidays === undefined) return { kind: 'unknown' };
  const name = holidays.get(date);
  return name === undefined ? { kind: 'working' } : { kind: 'holiday', name };
}
