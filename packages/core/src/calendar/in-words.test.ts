import { describe, expect, it } from '@jest/globals';
import { dateInWords, periodInWords } from './in-words.js';
import { localDate } from './local-date.js';
import { parsePeriod } from './period.js';

describe('dateInWords (PER-01)', () => {
  it.each([
    ['2026-03-01', '1 March 2026', '1er mars 2026'],
    ['2026-08-31', '31 August 2026', '31 août 2026'],
    ['2026-12-02', '2 December 2026', '2 décembre 2026'],
    ['2026-01-11', '11 January 2026', '11 janvier 2026'],
  ])('%s: %s, %s', (date, english, french) => {
    expect(dateInWords(localDate(date), 'en')).toBe(english);
    expect(dateInWords(localDate(date), 'fr')).toBe(french);
  });
});

describe('periodInWords (PER-01)', () => {
  it.each([
    ['P5Y', '5 years', '5 ans'],
    ['P60M', '60 months', '60 mois'],
    ['P1Y', '1 year', '1 an'],
    ['P1Y6M', '1 year and 6 months', '1 an et 6 mois'],
    ['P1Y1M1D', '1 year, 1 month and 1 day', '1 an, 1 mois et 1 jour'],
    ['P0D', 'no longer', 'aucune durée supplémentaire'],
  ])('%s keeps the units of its author: %s, %s', (text, english, french) => {
    expect(periodInWords(parsePeriod(text)!, 'en')).toBe(english);
    expect(periodInWords(parsePeriod(text)!, 'fr')).toBe(french);
  });
});
