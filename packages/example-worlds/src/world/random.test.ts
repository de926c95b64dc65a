import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRandom } from './random.js';

describe('createRandom', () => {
  it('draws the same from the same seed, and something else from another', () => {
    const draws = (seed: number): readonly number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.between(0, 1000));
    };
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
  });

  it('stays within its bounds and reaches both', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 3 }), (seed, low, span) => {
        const random = createRandom(seed);
        const drawn = new Set(Array.from({ length: 200 }, () => random.between(low, low + span)));
        expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: span + 1 }, (_, index) => low + index));
      }),
    );
  });

  it('shuffles without losing anybody', () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = createRandom(3).shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
  });

  it('gives each purpose draws of its own', () => {
    const one = createRandom(5);
    const other = createRandom(5);
    other.fraction();
    expect(one.fork('people').fraction()).toBe(other.fork('people').fraction());
    expect(one.fork('people').fraction()).not.toBe(one.fork('rows').fraction());
  });

  it('picks nothing from nothing', () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
  });

  it('is true about as often as it is told to be', () => {
    const random = createRandom(11);
    const hits = Array.from({ length: 10_000 }, () => random.chance(0.3)).filter(Boolean).length;
    expect(Math.abs(hits - 3000)).toBeLessThan(200);
  });
});
