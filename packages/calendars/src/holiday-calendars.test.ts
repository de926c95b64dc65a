import { computeDeadlines, DEFAULT_DEADLINE_RULES, startClock, type HolidayCalendar, type LocalDate } from '@habeas/core/law';
import { frenchCalendar } from '@habeas/core/testing';
import { describe, expect, it } from '@jest/globals';
import Holidays from 'date-holidays';
import { TABLES, YEARS } from './data/all.generated.js';
import { CALENDAR_IDS, holidayCalendar } from './holiday-calendars.js';

const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
const years = Array.from({ length: YEARS.last - YEARS.first + 1 }, (_, index) => YEARS.first + index);
const daysOf = ({ holidaysOf }: Pick<HolidayCalendar, 'holidaysOf'>): readonly LocalDate[] =>
  years.flatMap((year) => [...holidaysOf(year)!.keys()]).sort();
const held = (id: string): Pick<HolidayCalendar, 'holidaysOf'> => {
  const calendar = holidayCalendar(id);
  return { holidaysOf: (year) => calendar.holidaysOf(year) };
};

describe('DLN-02 holidayCalendar', () => {
  it('is there for each Member State, for Norway, and for the parts of the United Kingdom', () => {
    expect(CALENDAR_IDS).toEqual(expect.arrayContaining([...EU, 'NO', 'GB-ENG', 'GB-NIR', 'GB-SCT', 'GB-WLS']));
    expect(CALENDAR_IDS).not.toContain('GB');
  });

  it('says which data it is, and of other years that it holds none', () => {
    const calendar = holidayCalendar('FR');
    expect(calendar.id).toBe('FR');
    expect(calendar.version).toMatch(/^date-holidays@\d+\.\d+\.\d+, corrections \d+, 2024-2032$/u);
    expect([calendar.holidaysOf(2023), calendar.holidaysOf(2033)]).toEqual([undefined, undefined]);
  });

  it.each(['XX', 'FR-75', 'toString', '__proto__', ''])('refuses "%s"', (id) => {
    expect(() => holidayCalendar(id)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  it('has the holidays of France that follow from the labour code, in every year', () => {
    expect(daysOf(held('FR'))).toEqual(daysOf(frenchCalendar()));
  });

  it.each(['FR-57', 'FR-67', 'FR-68'])('has Good Friday and 26 December besides in %s (Alsace and Moselle)', (id) => {
    expect(daysOf(held(id))).toEqual(daysOf(frenchCalendar('alsace-moselle')));
  });

  it('has the days that France printed for 2026 and 2027', () => {
    const printed =
      '2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01 2026-11-11 2026-12-25 ' +
      '2027-01-01 2027-03-29 2027-05-01 2027-05-06 2027-05-08 2027-05-17 2027-07-14 2027-08-15 2027-11-01 2027-11-11 2027-12-25';
    expect(daysOf(held('FR')).filter((day) => /^202[67]/u.test(day))).toEqual(printed.split(' '));
  });

  it('computes the dates of core: 5 March 2026 in France, and the example of the ICO in England', () => {
    const due = (id: string, zone: string, received: string): string => {
      const settings = { zone, calendar: holidayCalendar(id), rules: DEFAULT_DEADLINE_RULES };
      return computeDeadlines(startClock(new Date(received)), settings, new Date(received)).dueLegal.date;
    };
    expect(due('FR', 'Europe/Paris', '2026-03-05T12:00Z')).toBe('2026-04-07');
    expect(due('GB-ENG', 'Europe/London', '2024-11-25T12:00Z')).toBe('2024-12-27');
  });
});

describe('the data', () => {
  /** What the library has wrong, and what we say instead. */
  const corrected = (id: string, name: string, date: string): string => {
    if (id === 'CY' && name === 'Καθαρά Δευτέρα') return dayBefore(date);
    return id === 'GR' && date === '2024-05-01' ? '2024-05-07' : date;
  };
  const dayBefore = (date: string): string => new Date(Date.parse(`${date}T00:00Z`) - 864e5).toISOString().slice(0, 10);

  it.each(CALENDAR_IDS)('of %s is what the library says, whole public days only (scripts/write-holidays.mjs)', (id) => {
    const library = new Holidays(...(id.split('-') as [string, string]));
    const said = years.flatMap((year) =>
      library
        .getHolidays(year)
        .filter(({ type, date }) => type === 'public' && date.slice(11, 16) === '00:00')
        .flatMap(({ name, date, start, end }) =>
          Array.from({ length: Math.round((end.getTime() - start.getTime()) / 864e5) }, (_, day) => {
            const shifted = new Date(Date.parse(`${date.slice(0, 10)}T00:00Z`) + day * 864e5).toISOString().slice(0, 10);
            return corrected(id, name, shifted);
          }),
        ),
    );
    expect(daysOf(held(id))).toEqual([...new Set(said)].sort());
  });

  it('has a Monday for Clean Monday, and Labour Day of 2024 in Greece after Easter', () => {
    const cleanMondays = TABLES.CY!['Καθαρά Δευτέρα']!.split(' ').map((day) => new Date(day).getUTCDay());
    expect(new Set(cleanMondays)).toEqual(new Set([1]));
    expect(holidayCalendar('GR').holidaysOf(2024)?.has('2024-05-01')).toBe(false);
    expect(holidayCalendar('GR').holidaysOf(2024)?.has('2024-05-07')).toBe(true);
  });
});
