import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeySet } from './key-set.js';

function setOf(keys: Iterable<string>): KeySet {
  const set = new KeySet();
  for (const key of keys) set.add(key);
  return set;
}

describe('KeySet', () => {
  it('knows what was added, and says when something comes again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.string(), (keys, other) => {
        const set = setOf(keys);
        expect(keys.map((key) => [set.has(key), set.add(key)])).toEqual(keys.map(() => [true, false]));
        expect(set.size).toBe(keys.length);
        expect(set.has(other)).toBe(keys.includes(other));
      }),
    );
  });

  it('keeps hundreds of thousands of like keys apart', () => {
    const keys = Array.from({ length: 300_000 }, (_, index) => String(index));
    const set = setOf(keys);
    expect(set.size).toBe(keys.length);
    expect(set.isFull).toBe(false);
    expect(set.has('300000')).toBe(false);
  });

  it('counts what another set does not have', () => {
    expect(setOf(['a', 'b', 'c']).missingIn(setOf(['b', 'x']))).toBe(2);
    expect(setOf([]).missingIn(setOf([]))).toBe(0);
  });
});
