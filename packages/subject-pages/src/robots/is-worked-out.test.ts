import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWorkedOut } from './is-worked-out.js';

/** Leading zero bits, counted another way. */
const zeroBits = (text: string): number =>
  [...createHash('sha256').update(text).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .indexOf('1');

describe('an answer that keeps robots out', () => {
  it('is one whose hash begins with enough zero bits', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.integer({ min: 0, max: 12 }), (value, number, bits) => {
        expect(isWorkedOut({ value, bits }, String(number))).toBe(zeroBits(`${value}:${String(number)}`) >= bits);
      }),
    );
  });

  it.each(['', ' 1', '-1', '1.0', '1e3', '12345678901', '٣', '0x1', '1\n'])('is a plain number: %j is none', (answer) => {
    expect(isWorkedOut({ value: 'c', bits: 0 }, answer)).toBe(false);
  });
});
