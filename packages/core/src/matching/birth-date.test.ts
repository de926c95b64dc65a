import { describe, expect, it } from '@jest/globals';
import { compareBirthDates, type DateLevel } from './birth-date.js';

describe('compareBirthDates', () => {
  it.each<[string, string, DateLevel]>([
    ['1980-03-05', '1980-03-05', 'equal'],
    ['1980-03-05', '1980-05-03', 'close'],
    ['1980-03-05', '1980-03-06', 'close'],
    ['1980-03-05', '1981-03-05', 'close'],
    ['1980-03-05', '1980-03-16', 'different'],
    ['1980-03-05', '1955-03-05', 'different'],
    ['1980-01-01', '1980-01-01', 'unknown'],
    ['1980-01-01', '1955-03-05', 'unknown'],
    ['1955-03-05', '1980-01-01', 'unknown'],
  ])('%s and %s: %s', (a, b, level) => {
    expect(compareBirthDates(a, b)).toBe(level);
  });
});
