import { describe, expect, it } from '@jest/globals';
import { oncePer, oncePerPair } from './once.js';

describe('oncePer', () => {
  it('works out once for each object, not for each that looks alike', () => {
    const asked: object[] = [];
    const doubled = oncePer((each: { n: number }) => {
      asked.push(each);
      return { n: each.n * 2 };
    });
    const [one, other] = [{ n: 1 }, { n: 1 }];
    expect(doubled(one)).toBe(doubled(one));
    expect(doubled(other)).toEqual({ n: 2 });
    expect(asked).toEqual([one, other]);
  });

  it('tries again what threw', () => {
    let tries = 0;
    const failing = oncePer((_each: object): object => {
      tries += 1;
      throw new Error('not yet');
    });
    const each = {};
    for (const _ of [1, 2]) expect(() => failing(each)).toThrow('not yet');
    expect(tries).toBe(2);
  });
});

describe('oncePerPair', () => {
  it('works out once for each two objects', () => {
    let asked = 0;
    const pair = oncePerPair((a: { n: number }, b: { n: number }) => {
      asked += 1;
      return [a.n, b.n];
    });
    const [one, two] = [{ n: 1 }, { n: 2 }];
    expect([pair(one, two), pair(one, two), pair(two, one), pair(one, one)]).toEqual([
      [1, 2],
      [1, 2],
      [2, 1],
      [1, 1],
    ]);
    expect(asked).toBe(3);
  });
});
