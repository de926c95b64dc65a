import { describe, expect, it } from '@jest/globals';
import { disjoined, fill, listed } from './wording.js';

const GREETING = { en: 'Kept until {date}.', fr: 'Conservé jusqu’au {date}.' };

describe('fill (PER-01)', () => {
  it('puts the parts into the sentence of the language', () => {
    expect(fill(GREETING, 'fr', { date: '3 mars 2026' })).toBe('Conservé jusqu’au 3 mars 2026.');
  });

  it('takes a part as it is, whatever signs it holds', () => {
    expect(fill(GREETING, 'en', { date: '$& {date}' })).toBe('Kept until $& {date}.');
  });

  it('refuses a sentence whose part is missing', () => {
    expect(() => fill(GREETING, 'en')).toThrow('A sentence without its part "date".');
  });
});

describe('disjoined (PER-01)', () => {
  it('is a choice as a person writes it', () => {
    expect(disjoined(['a', 'b', 'c'], 'en')).toBe('a, b or c');
    expect(disjoined(['a', 'b'], 'fr')).toBe('a ou b');
    expect(disjoined(['a'], 'fr')).toBe('a');
  });
});

describe('listed (PER-01)', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a et b'],
    [['a', 'b', 'c'], 'a, b et c'],
  ])('%j: %s', (items, expected) => {
    expect(listed(items, 'fr')).toBe(expected);
  });
});
