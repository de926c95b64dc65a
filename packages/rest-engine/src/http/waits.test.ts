import { describe, expect, it } from '@jest/globals';
import { retryAfterMs, waitMs } from './waits.js';

const now = Date.UTC(2024, 4, 1, 12);

describe('Retry-After', () => {
  it.each([
    ['2', 2000],
    ['0', 0],
    ['Wed, 01 May 2024 12:00:30 GMT', 30_000],
    ['Wed, 01 May 2024 11:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %j is %j milliseconds', (value, expected) => {
    expect(retryAfterMs(value, now)).toBe(expected);
  });
});

describe('a header that says when to come back', () => {
  it.each([
    ['1.5', 'seconds', 1500],
    ['250', 'milliseconds', 250],
    [String(now / 1000 + 60), 'epoch-seconds', 60_000],
    [String(now / 1000 - 60), 'epoch-seconds', 0],
    [String(now + 60), 'epoch-milliseconds', 60],
    ['2024-05-01T12:00:01Z', 'date', 1000],
    ['1714564800', 'date', undefined],
    ['never', 'seconds', undefined],
  ] as const)('%s as %s is %j milliseconds', (value, form, expected) => {
    expect(waitMs(value, form, now)).toBe(expected);
  });
});
