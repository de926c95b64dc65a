import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDate } from './local-date.js';
import { addPeriod, calendarPeriod, isLonger, isSamePeriod, parsePeriod } from './period.js';

const period = (text: string) => parsePeriod(text)!;

describe('parsePeriod (RET-01)', () => {
  it.each([
    ['P5Y', { years: 5, months: 0, days: 0 }],
    ['P60M', { years: 0, months: 60, days: 0 }],
    ['P13M', { years: 0, months: 13, days: 0 }],
    ['P6M', { years: 0, months: 6, days: 0 }],
    ['P30D', { years: 0, months: 0, days: 30 }],
    ['P1Y6M', { years: 1, months: 6, days: 0 }],
    ['P1Y2M3D', { years: 1, months: 2, days: 3 }],
    ['P2W', { years: 0, months: 0, days: 14 }],
    ['P0D', { years: 0, months: 0, days: 0 }],
    ['P999Y', { years: 999, months: 0, days: 0 }],
  ])('%s is a calendar duration', (text, expected) => {
    expect(parsePeriod(text)).toEqual(expected);
  });

  it.each(['', 'P', 'PT5H', 'P1DT1H', 'P1.5Y', 'P1,5Y', '-P1Y', 'P-1Y', '+P1Y', 'p5y', '5Y', 'P5', 'P1M1Y', 'P1Y1W', 'P5Y '])(
    '%j is refused',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  it.each(['P1000Y', 'P11999M', 'P999999D', 'P99999W'])('%s is refused: no rule means so long a time', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });
});

describe('addPeriod (RET-02)', () => {
  it('ends at the end of a month that lacks the day, and adds days after that', () => {
    expect(addPeriod(localDate('2024-02-29'), period('P1Y'))).toBe('2025-02-28');
    expect(addPeriod(localDate('2026-01-31'), period('P1M1D'))).toBe('2026-03-01');
    expect(addPeriod(localDate('2026-01-31'), period('P0D'))).toBe('2026-01-31');
  });
});

describe('isSamePeriod (RET-01)', () => {
  it('P60M is P5Y, and ends on the same day whenever it begins', () => {
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('8999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 900 }), (day, years) => {
        const date = localDate(day.toISOString().slice(0, 10));
        const [long, short] = [period(`P${years}Y`), period(`P${years * 12}M`)];
        expect(isSamePeriod(long, short)).toBe(true);
        expect(addPeriod(date, long)).toBe(addPeriod(date, short));
      }),
      { numRuns: 5_000 },
    );
  });

  it('P1M is not P30D, nor P13M a year', () => {
    expect(isSamePeriod(period('P1M'), period('P30D'))).toBe(false);
    expect(isSamePeriod(period('P13M'), period('P1Y'))).toBe(false);
  });
});

describe('calendarPeriod', () => {
  it('does not repeat in its error what is no period', () => {
    expect(calendarPeriod('P1Y6M')).toEqual({ years: 1, months: 6, days: 0 });
    expect(() => calendarPeriod('ann@example.org')).toThrow(new RangeError('Not a period: it is written as P2Y, P18M or P30D.'));
  });
});

describe('isLonger (RET-06)', () => {
  it.each([
    ['P60M', 'P3Y'],
    ['P3Y1D', 'P3Y'],
    ['P1096D', 'P3Y'],
    ['P5W', 'P1M'],
  ])('%s is longer than %s', (longer, shorter) => {
    expect([isLonger(period(longer), period(shorter)), isLonger(period(shorter), period(longer))]).toEqual([true, false]);
  });

  it('is not a year of twelve months; a day more is, and of two periods at most one is', () => {
    const number = fc.integer({ min: 0, max: 200 });
    const periods = fc.record({ years: number, months: number, days: number });
    fc.assert(
      fc.property(periods, periods, (one, other) => {
        const inMonths = { years: 0, months: one.years * 12 + one.months, days: one.days };
        expect([isLonger(one, inMonths), isLonger(inMonths, one)]).toEqual([false, false]);
        expect(isLonger({ ...one, days: one.days + 1 }, one)).toBe(true);
        expect(isLonger(one, other) && isLonger(other, one)).toBe(false);
      }),
    );
  });
});
