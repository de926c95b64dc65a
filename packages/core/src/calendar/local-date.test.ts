import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, compareDates, daysBetween, localDate, parseLocalDate, partsOf } from './local-date.js';

const RUNS = 5_000;
const days = fc.date({ min: new Date('1000-01-01'), max: new Date('8999-12-31'), noInvalidDate: true });
const dates = days.map((date) => localDate(date.toISOString().slice(0, 10)));
const months = fc.integer({ min: -2400, max: 2400 });

/** Lets the machine's own calendar roll over, and takes that back where it left the month. */
function rolledMonths(date: string, count: number): string {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))];
  const rolled = new Date(Date.UTC(year, month + count, day));
  const result = rolled.getUTCDate() === day ? rolled : new Date(Date.UTC(year, month + count + 1, 0));
  return result.toISOString().slice(0, 10);
}

describe('parseLocalDate', () => {
  it.each(['2026-01-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-04-30'])('%s is a day', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each(['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01', '2026-1-1', ''])(
    '%j is none',
    (text) => {
      expect(parseLocalDate(text)).toBeUndefined();
    },
  );

  it('knows exactly the days that exist', () => {
    const numbers = fc.tuple(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(numbers, ([year, month, day]) => {
        const text = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
        const time = Date.parse(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
        expect(parseLocalDate(text) === text).toBe(exists);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('localDate', () => {
  it('does not repeat in its error what is no day', () => {
    expect(() => localDate('ann@example.org')).toThrow(new RangeError('Not a day from 0001-01-01 to 9999-12-31.'));
  });
});

describe('addMonths (RET-02)', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['0050-03-31', -1, '0050-02-28'],
  ])('%s and %d months: %s', (date, count, expected) => {
    expect(addMonths(localDate(date), count)).toBe(expected);
  });

  it('agrees with a calendar that rolls over', () => {
    fc.assert(
      fc.property(dates, months, (date, count) => {
        fc.pre(Math.abs(partsOf(date).year + count / 12 - 5000) < 4900);
        expect(addMonths(date, count)).toBe(rolledMonths(date, count));
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps the day, or ends on the last one of the month', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 2400 }), (date, count) => {
        const moved = addMonths(date, count);
        const isLast = partsOf(addDays(moved, 1)).day === 1;
        expect(partsOf(moved).day === partsOf(date).day || (isLast && partsOf(moved).day < partsOf(date).day)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('refuses to leave the years that a date can have', () => {
    expect(() => addMonths(localDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(localDate('0001-01-31'), -1)).toThrow(RangeError);
  });
});

describe('addDays', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2024-12-31', 366, '2026-01-01'],
    ['0099-12-31', 1, '0100-01-01'],
    ['0001-01-01', 0, '0001-01-01'],
  ])('%s and %d days: %s', (date, count, expected) => {
    expect(addDays(localDate(date), count)).toBe(expected);
  });

  it('is undone by the way back, and counted by daysBetween', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -300_000, max: 300_000 }), (date, count) => {
        const moved = addDays(date, count);
        expect(addDays(moved, -count)).toBe(date);
        expect(daysBetween(date, moved)).toBe(count);
      }),
      { numRuns: RUNS },
    );
  });

  it('refuses to leave the years that a date can have', () => {
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(localDate('0001-01-01'), -1)).toThrow(RangeError);
  });
});

describe('compareDates', () => {
  it('orders days as time does', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(compareDates(a, b)).toBe(Math.sign(daysBetween(b, a)));
      }),
      { numRuns: RUNS },
    );
  });
});
