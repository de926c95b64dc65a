import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { frenchCalendar } from '../testing/french-calendar.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { addDays, localDate, type LocalDate, partsOf, weekdayOf } from '../calendar/local-date.js';
import { addWorkingDays, rollForward, workingDaysBetween } from './working-days.js';

const france = frenchCalendar();
const dates = fc.integer({ min: 0, max: 18_000 }).map((days) => addDays(localDate('2000-01-01'), days));

/** A calendar in which chance decides: long chains of holidays too. */
const calendars = fc.array(fc.nat({ max: 364 }), { maxLength: 25 }).map((days): HolidayCalendar => ({
  id: 'XX',
  version: '1',
  holidaysOf: (year) => new Map(days.map((day) => [addDays(localDate(`${year}-01-01`), day), 'a holiday'])),
}));

const isWorking = (date: LocalDate, calendar: HolidayCalendar): boolean =>
  ![0, 6].includes(weekdayOf(date)) && calendar.holidaysOf(partsOf(date).year)?.has(date) !== true;

describe('DLN-01 the next working day (Reg. 1182/71, Art. 3(4))', () => {
  it('is the day itself where it is one', () => {
    expect(rollForward('2026-04-07', france)).toEqual({ date: '2026-04-07', verified: true, trace: [] });
  });

  it('comes after a Sunday and a holiday, and both are named', () => {
    expect(rollForward('2026-04-05', france)).toEqual({
      date: '2026-04-07',
      verified: true,
      trace: [
        { kind: 'weekend', date: '2026-04-05' },
        { kind: 'holiday', date: '2026-04-06', name: 'Lundi de Pâques' },
        { kind: 'rolled', date: '2026-04-07' },
      ],
    });
  });

  it('depends on the region: 26 December is a holiday in Alsace and Moselle', () => {
    expect(rollForward('2028-12-25', france).date).toBe('2028-12-26');
    expect(rollForward('2028-12-25', frenchCalendar('alsace-moselle')).date).toBe('2028-12-27');
  });

  it('is a working day, and none lies between, in any calendar', () => {
    fc.assert(
      fc.property(dates, fc.oneof(fc.constant(france), calendars), (date, calendar) => {
        const { date: rolled, verified } = rollForward(date, calendar);
        let expected = date;
        while (!isWorking(expected, calendar)) expected = addDays(expected, 1);
        return verified && rolled === expected;
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('DLN-02 a year that the calendar does not hold', () => {
  const until2026 = frenchCalendar(undefined, { first: 2026, last: 2026 });

  it('leaves the date where it is, and unverified', () => {
    expect(rollForward('2027-01-05', until2026)).toEqual({
      date: '2027-01-05',
      verified: false,
      trace: [{ kind: 'unverified', year: 2027, calendar: 'FR', date: '2027-01-05' }],
    });
  });

  it('does so where only the end of the chain lies in it', () => {
    const without2028 = frenchCalendar(undefined, { first: 2026, last: 2027 });
    const calendar = { ...without2028, holidaysOf: (year: number) => withLastDay(without2028, year) };
    expect(rollForward('2027-12-31', calendar)).toMatchObject({ date: '2027-12-31', verified: false });
  });

  it('counts its days as working: too early is no breach', () => {
    expect(addWorkingDays('2026-12-30', 2, until2026)).toBe('2027-01-01');
    expect(workingDaysBetween('2026-12-30', '2027-01-04', until2026)).toBe(3);
  });
});

function withLastDay(calendar: HolidayCalendar, year: number): ReadonlyMap<LocalDate, string> | undefined {
  const holidays = calendar.holidaysOf(year);
  return holidays && new Map([...holidays, ['2027-12-31', 'a holiday']]);
}

describe('DLN-04 DLN-07 counting working days', () => {
  it.each([
    ['2026-03-30', 10, '2026-04-14'], // over Easter
    ['2026-05-07', 1, '2026-05-11'], // over 8 May and a weekend
    ['2026-05-07', 0, '2026-05-07'],
  ] as const)('%s and %i working days: %s', (from, days, to) => {
    expect(addWorkingDays(from, days, france)).toBe(to);
  });

  it('forward and between agree, and end on a working day, in any calendar', () => {
    fc.assert(
      fc.property(dates, fc.nat({ max: 30 }), calendars, (from, days, calendar) => {
        const to = addWorkingDays(from, days, calendar);
        return workingDaysBetween(from, to, calendar) === days && (days === 0 || isWorking(to, calendar));
      }),
      { numRuns: 5_000 },
    );
  });
});
