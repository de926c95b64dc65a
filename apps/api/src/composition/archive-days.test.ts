import { expect, it } from '@jest/globals';
import { archiveDays } from './archive-days.js';

it.each([
  [undefined, undefined],
  ['P14D', 14],
  ['P1M', 30],
  ['P1Y1M1D', 396],
])('days of the period %p: %p (LOG-04)', (written, days) => {
  expect(archiveDays(written)).toBe(days);
});
