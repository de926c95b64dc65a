import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isEpoch, isOver, STANDING, weekOf } from './epoch.js';

describe('weekOf', () => {
  it.each([
    ['2024-07-29T00:00:00Z', '2024-W31'],
    ['2024-08-04T23:59:59.999Z', '2024-W31'],
    ['2024-08-05T00:00:00Z', '2024-W32'],
    ['2021-01-03T23:59:59Z', '2020-W53'],
    ['2021-01-04T00:00:00Z', '2021-W01'],
    ['2018-12-31T12:00:00Z', '2019-W01'],
    ['2016-01-01T00:00:00Z', '2015-W53'],
    ['2026-11-22T11:00:00+14:00', '2026-W47'],
  ])('of %s is %s', (date, week) => {
    expect(weekOf(new Date(date))).toBe(week);
  });

  it('rises with time, and is the same from Monday to Sunday only', () => {
    const date = fc.date({ min: new Date('1971-01-01'), max: new Date('2999-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, date, (a, b) => {
        const monday = (of: Date): number => Math.floor((of.getTime() / 86_400_000 + 3) / 7);
        expect(Math.sign(monday(a) - monday(b))).toBe(weekOf(a) === weekOf(b) ? 0 : weekOf(a) < weekOf(b) ? -1 : 1);
        expect(isEpoch(weekOf(a))).toBe(true);
      }),
    );
  });

  it.each([new Date(Number.NaN), new Date(8.64e15), new Date('-000001-01-01T00:00:00Z')])(
    'refuses a time that would sort wrongly (%#)',
    (date) => {
      expect(() => weekOf(date)).toThrow(RangeError);
    },
  );
});

describe('an epoch', () => {
  it('is over when it lies before the first week that is kept; the standing one never is', () => {
    expect(isOver('2024-W30', '2024-W31')).toBe(true);
    expect(isOver('2024-W31', '2024-W31')).toBe(false);
    expect(isOver('2024-W30', undefined)).toBe(false);
    expect(isOver(STANDING, '9999-W52')).toBe(false);
  });
});
