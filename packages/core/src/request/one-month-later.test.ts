import { describe, expect, it } from '@jest/globals';
import { oneMonthLater } from './one-month-later.js';

describe('oneMonthLater', () => {
  it.each([
    ['2026-01-15T10:30:00.000Z', '2026-02-15T10:30:00.000Z'],
    ['2026-01-31T10:30:00.000Z', '2026-02-28T10:30:00.000Z'],
    ['2024-01-31T00:00:00.000Z', '2024-02-29T00:00:00.000Z'],
    ['2026-12-31T23:59:59.999Z', '2027-01-31T23:59:59.999Z'],
    ['2026-03-31T00:00:00.000Z', '2026-04-30T00:00:00.000Z'],
  ])('of %s is %s', (from, to) => {
    expect(oneMonthLater(new Date(from)).toISOString()).toBe(to);
  });
});
