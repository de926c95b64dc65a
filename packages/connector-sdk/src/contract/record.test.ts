import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fileId, recordId, type RecordKey } from './record.js';

const key: fc.Arbitrary<RecordKey> = fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1, maxLength: 3 });

describe('recordId', () => {
  it('writes a single key as it is, and several as a list', () => {
    expect([recordId([7]), recordId(['a"b']), recordId(['FR', 7]), recordId([])]).toEqual(['7', 'a"b', '["FR","7"]', '[]']);
  });

  it('is the same exactly for the same key of one collection', () => {
    const ofLength = (length: number): fc.Arbitrary<RecordKey> => fc.array(fc.string(), { minLength: length, maxLength: length });
    const pair = fc.integer({ min: 1, max: 3 }).chain((length) => fc.tuple(ofLength(length), ofLength(length)));
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(recordId(a) === recordId(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});

describe('fileId', () => {
  it('is 32 hexadecimal digits, the same for the same place, and another for another', () => {
    fc.assert(
      fc.property(key, fc.string(), (of, field) => {
        const id = fileId('document', of, field);
        expect(id).toMatch(/^[0-9a-f]{32}$/u);
        expect(fileId('document', of, field)).toBe(id);
        expect(fileId('picture', of, field)).not.toBe(id);
        expect(fileId('document', [...of, ''], field)).not.toBe(id);
      }),
    );
  });
});
