import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDate } from './local-date.js';
import { addPeriod, isSamePeriod, parsePeriod } from './period.js';

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
