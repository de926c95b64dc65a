import { describe, expect, it } from '@jest/globals';
import { nearestWord, spellingRemedy } from './nearest-word.js';

describe('nearestWord', () => {
  it.each([
    ['feilds', 'fields'],
    ['Fields', 'fields'],
    ['title', 'title'],
    ['filds', 'fields'],
  ])('takes %s for %s', (word, meant) => {
    expect(nearestWord(word, ['title', 'table', 'fields', 'reason'])).toBe(meant);
  });

  it('does not guess at what is far from every word, or absurdly long', () => {
    expect(nearestWord('zebra', ['title', 'fields'])).toBeUndefined();
    expect(nearestWord('fields'.repeat(100), ['fields'])).toBeUndefined();
    expect(nearestWord('fields', [])).toBeUndefined();
  });
});

describe('spellingRemedy', () => {
  it('lists what is known where nothing is near and the list is short', () => {
    expect(spellingRemedy('zebra', ['title', 'fields'])).toBe('known here: title, fields');
    expect(spellingRemedy('feilds', ['title', 'fields'])).toBe('did you mean "fields"?');
  });

  it('says what else can be done where there is nothing to list, or too much', () => {
    const many = Array.from({ length: 21 }, (_, index) => `a-long-name-${String(index)}`);
    expect(spellingRemedy('zebra', [])).toBe('remove it, or correct its spelling');
    expect(spellingRemedy('zebra', many)).toBe('remove it, or correct its spelling');
  });
});
