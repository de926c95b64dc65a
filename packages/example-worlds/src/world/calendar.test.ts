import { expect, it } from '@jest/globals';
import { Moment } from './calendar.js';
import { createRandom } from './random.js';

it('writes one moment in the ways of all systems', () => {
  const moment = Moment.of('2023-06-15T14:05:30Z');
  expect([
    moment.year,
    moment.isoDate,
    moment.sqlDatetime,
    moment.dayFirst,
    moment.dayFirstWithTime,
    moment.compact,
    moment.epochSeconds,
  ]).toEqual([2023, '2023-06-15', '2023-06-15 14:05:30', '15/06/2023', '15/06/2023 14:05', '20230615', 1686837930]);
});

it('counts days over leap days and years', () => {
  expect(Moment.of('2024-02-28').plusDays(2).isoDate).toBe('2024-03-01');
  expect(Moment.of('2023-12-31').plusMinutes(15 * 60).isoDate).toBe('2024-01-01');
});

it('draws moments between two years', () => {
  const random = createRandom(2);
  const years = new Set(Array.from({ length: 200 }, () => Moment.between(random, 2019, 2021).year));
  expect([...years].sort((a, b) => a - b)).toEqual([2019, 2020, 2021]);
});
