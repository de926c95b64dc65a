import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SentBytes } from './delivery.js';
import { isWhole, withSent } from './sent-bytes.js';

const SIZE = 24;

const sentBytes = fc.tuple(fc.nat(SIZE), fc.nat(SIZE)).map(([one, other]): SentBytes => ({
  start: Math.min(one, other),
  end: Math.max(one, other),
}));

describe('what was sent of an archive', () => {
  it('holds each byte that was sent and no other, in disjoint pieces that do not touch', () => {
    fc.assert(
      fc.property(fc.array(sentBytes, { maxLength: 12 }), (pieces) => {
        const joined = pieces.reduce<readonly SentBytes[]>(withSent, []);
        const has = (all: readonly SentBytes[], byte: number): boolean =>
          all.some(({ start, end }) => start <= byte && byte < end);
        for (let byte = 0; byte < SIZE; byte += 1) expect(has(joined, byte)).toBe(has(pieces, byte));
        for (const [index, { start }] of joined.entries()) expect(start).toBeGreaterThan(joined[index - 1]?.end ?? -1);
        const isAll = Array.from({ length: SIZE }, (_each, byte) => byte).every((byte) => has(pieces, byte));
        expect(isWhole(joined, SIZE)).toBe(isAll);
      }),
    );
  });
});
