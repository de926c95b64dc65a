import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { periodsUntil } from './periods.js';

const DAY = 86_400_000;
const NOW = new Date('2026-03-01T23:59:59Z');

describe('the periods of a listing', () => {
  it('end today, and hold as many days as the vendor gives at once', () => {
    expect(periodsUntil(NOW, { of: 30 * DAY, back: 60 * DAY })).toEqual([
      { from: '2026-01-01', to: '2026-01-30' },
      { from: '2026-01-31', to: '2026-03-01' },
    ]);
  });

  it('follow one another without a gap or an overlap, at least as far back as was asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 2000 }), (of, back) => {
        const periods = periodsUntil(NOW, { of: of * DAY, back: back * DAY });
        const days = periods.map(({ from, to }) => [Date.parse(from) / DAY, Date.parse(to) / DAY] as const);
        expect(days.every(([from, to]) => to - from === of - 1)).toBe(true);
        expect(days.slice(1).every(([from], index) => from === (days[index]?.[1] ?? 0) + 1)).toBe(true);
        expect(Date.parse('2026-03-01') / DAY - (days[0]?.[0] ?? 0) + 1).toBeGreaterThanOrEqual(back);
      }),
    );
  });
});
