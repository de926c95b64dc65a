import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, addMonths, daysBetween, earliest, localDate, type LocalDate, weekdayOf } from './local-date.js';

/** A calendar of its own: the lengths of months, and one day after the other. */
function lengthOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

const written = (year: number, month: number, day: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;

interface Day {
  year: number;
  month: number;
  day: number;
}

function nextDay({ year, month, day }: Day): Day {
  if (day < lengthOf(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

const anyDay = fc
  .record({ year: fc.integer({ min: 1600, max: 2400 }), month: fc.integer({ min: 1, max: 12 }), at: fc.nat({ max: 30 }) })
  .map(({ year, month, at }) => ({ year, month, day: 1 + (at % lengthOf(year, month)) }));

describe('DLN-01 months of the calendar (Reg. 1182/71, Art. 3(2)(c))', () => {
  it.each([
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-30', 1, '2024-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-05', 1, '2026-04-05'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
  ] as const)('%s and %i months: %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('are those that a table of months gives: the same day, or the last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (from, months) => {
        let [year, month] = [from.year, from.month];
        for (let left = Math.abs(months); left > 0; left -= 1) {
          month += Math.sign(months);
          if (month === 13) [year, month] = [year + 1, 1];
          if (month === 0) [year, month] = [year - 1, 12];
        }
        const expected = written(year, month, Math.min(from.day, lengthOf(year, month)));
        return addMonths(written(from.year, from.month, from.day), months) === expected;
      }),
      { numRuns: 45_000 },
    );
  });
});

describe('days', () => {
  it('follow each other as in a calendar that is turned by hand, for 800 years', () => {
    let day: Day = { year: 1600, month: 1, day: 1 };
    let date = localDate('1600-01-01');
    let weekday = 6; // a Saturday
    while (day.year < 2400) {
      [day, date, weekday] = [nextDay(day), addDays(date, 1), (weekday + 1) % 7];
      if (date !== written(day.year, day.month, day.day) || weekdayOf(date) !== weekday) throw new Error(`not ${date}`);
    }
    expect(date).toBe('2400-01-01');
  });

  it('are as many between two as lead from one to the other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -100_000, max: 100_000 }), ({ year, month, day }, days) => {
        const from = written(year, month, day);
        return daysBetween(from, addDays(from, days)) === days;
      }),
      { numRuns: 20_000 },
    );
  });

  it('have an order', () => {
    expect(earliest('2026-03-05', '2026-02-28', '2026-03-01')).toBe('2026-02-28');
  });
});
