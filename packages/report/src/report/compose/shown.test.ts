import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sharesOf } from './shown.js';

describe('shares of what a page can hold', () => {
  it('are what is wanted, where that is not too much', () => {
    expect(sharesOf([3, 0, 5], 10)).toEqual([3, 0, 5]);
    expect(sharesOf([], 10)).toEqual([]);
  });

  it('are equal where it is, and small ones leave the rest to large ones', () => {
    expect(sharesOf([100, 100], 10)).toEqual([5, 5]);
    expect(sharesOf([100, 1, 100], 11)).toEqual([5, 1, 5]);
    expect(sharesOf([1, 1, 1], 2)).toEqual([0, 1, 1]);
  });

  it('never exceed what is wanted or there is, and use all of it', () => {
    const wanted = fc.array(fc.nat({ max: 300 }), { maxLength: 30 });
    fc.assert(
      fc.property(wanted, fc.nat({ max: 2_000 }), (counts, total) => {
        const shares = sharesOf(counts, total);
        const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
        expect(shares.every((share, index) => share >= 0 && share <= (counts[index] ?? 0))).toBe(true);
        expect(sum(shares)).toBe(Math.min(total, sum(counts)));
        for (const [index, share] of shares.entries()) {
          // Who gets less than wanted gets as much as anybody, up to what does not divide.
          if (share < (counts[index] ?? 0)) expect(Math.max(...shares) - share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
