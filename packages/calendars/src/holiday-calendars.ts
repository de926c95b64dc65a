import { Refused } from '@habeas/core';
import { type HolidayCalendar, localDate, type LocalDate } from '@habeas/core/law';
import { DATA_VERSION, TABLES, YEARS } from './data/all.generated.js';

/** The calendars that there are, sorted: `AT`, `BE`, … `FR`, `FR-57`, … (DLN-02). */
export const CALENDAR_IDS: readonly string[] = Object.keys(TABLES).sort();

/**
 * The public holidays of a country, or of one of its regions (Reg. 1182/71, Art. 2(1); DLN-02). Throws `Refused` with `INVALID_INPUT`
 * where there is no such calendar.
 */
export function holidayCalendar(id: string): HolidayCalendar {
  const table = Object.hasOwn(TABLES, id) ? TABLES[id] : undefined;
  if (table === undefined) {
    throw new Refused('INVALID_INPUT', 'There is no such calendar of public holidays.', `There are: ${CALENDAR_IDS.join(', ')}.`);
  }
  const years = byYear(table);
  return { id, version: DATA_VERSION, holidaysOf: (year) => years.get(year) };
}

function byYear(table: Readonly<Record<string, string>>): ReadonlyMap<number, ReadonlyMap<LocalDate, string>> {
  const years = new Map<number, Map<LocalDate, string>>();
  for (let year = YEARS.first; year <= YEARS.last; year += 1) years.set(year, new Map());
  for (const [name, dates] of Object.entries(table)) {
    for (const date of dates.split(' ')) years.get(Number(date.slice(0, 4)))?.set(localDate(date), name);
  }
  return years;
}
