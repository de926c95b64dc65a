import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isLonger, PERIOD_PATTERN } from './period.js';

const number = fc.integer({ min: 0, max: 200 });
const period = fc.record({ years: number, months: number, weeks: number, days: number });
const written = ({ years, months, weeks, days }: { years: number; months: number; weeks: number; days: number }): string =>
  `P${String(years)}Y${String(months)}M${String(weeks)}W${String(days)}D`;

describe('RET-01: periods', () => {
  it.each(['P2Y', 'P18M', 'P6W', 'P30D', 'P0D', 'P1Y6M'])('%s is one', (text) => {
    expect(PERIOD_PATTERN.test(text)).toBe(true);
  });

  it.each(['P', '2Y', 'P2', 'P-1Y', 'PT5H', 'P1M1Y', 'P1.5Y', 'p2y', ''])('"%s" is none', (text) => {
    expect(PERIOD_PATTERN.test(text)).toBe(false);
    expect(() => isLonger(text, 'P1Y')).toThrow(RangeError);
  });

  it.each([
    ['P60M', 'P3Y'],
    ['P3Y1D', 'P3Y'],
    ['P1096D', 'P3Y'],
    ['P5W', 'P1M'],
  ])('%s is longer than %s', (longer, shorter) => {
    expect(isLonger(longer, shorter)).toBe(true);
    expect(isLonger(shorter, longer)).toBe(false);
  });

  it('twelve months are a year and seven days a week, however they are written', () => {
    fc.assert(
      fc.property(number, number, (years, weeks) => {
        const one = `P${String(years)}Y${String(weeks)}W`;
        const other = `P${String(years * 12)}M${String(weeks * 7)}D`;
        expect([isLonger(one, other), isLonger(other, one)]).toEqual([false, false]);
      }),
    );
  });

  it('a day more is longer, and of two periods at most one is', () => {
    fc.assert(
      fc.property(period, period, (one, other) => {
        expect(isLonger(written({ ...one, days: one.days + 1 }), written(one))).toBe(true);
        expect(isLonger(written(one), written(other)) && isLonger(written(other), written(one))).toBe(false);
      }),
    );
  });
});
