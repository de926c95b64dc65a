import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRange } from './byte-range.js';

describe('a Range header (RFC 9110 §14)', () => {
  it.each([
    ['the first bytes', 'bytes=0-99', { start: 0, end: 100 }],
    ['a part', 'bytes=100-299', { start: 100, end: 300 }],
    ['one byte', 'bytes=5-5', { start: 5, end: 6 }],
    ['what is left', 'bytes=900-', { start: 900, end: 1_000 }],
    ['the last bytes', 'bytes=-100', { start: 900, end: 1_000 }],
    ['more than there is', 'bytes=900-5000', { start: 900, end: 1_000 }],
    ['more last bytes than there are', 'bytes=-5000', { start: 0, end: 1_000 }],
  ])('gets %s', (_what, header, range) => {
    expect(parseRange(header, 1_000)).toEqual(range);
  });

  it.each([
    ['that begins at the end', 'bytes=1000-'],
    ['that begins behind the end', 'bytes=5000-6000'],
    ['of no last bytes', 'bytes=-0'],
  ])('%s cannot be satisfied', (_what, header) => {
    expect(parseRange(header, 1_000)).toBe('unsatisfiable');
  });

  it.each([
    ['is missing', undefined],
    ['has several ranges', 'bytes=0-1,5-6'],
    ['has another unit', 'lines=0-5'],
    ['ends before it begins', 'bytes=5-4'],
    ['has neither end', 'bytes=-'],
    ['has no numbers', 'bytes=a-b'],
    ['has a sign', 'bytes=--5'],
    ['has numbers that nothing is as long as', `bytes=0-${'9'.repeat(16)}`],
  ])('that %s gets the whole', (_what, header) => {
    expect(parseRange(header, 1_000)).toBeUndefined();
  });

  it('never reaches beyond the file, whatever it says', () => {
    const end = fc.oneof(fc.constant(''), fc.nat(2_000).map(String));
    fc.assert(
      fc.property(end, end, fc.nat(1_500), (from, to, size) => {
        const range = parseRange(`bytes=${from}-${to}`, size);
        if (range === undefined || range === 'unsatisfiable') return true;
        return range.start >= 0 && range.start <= range.end && range.end <= size;
      }),
    );
  });
});
