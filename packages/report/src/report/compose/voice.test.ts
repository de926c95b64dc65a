import { describe, expect, it } from '@jest/globals';
import { ENGLISH, FRENCH } from '../../../test/sample-report.js';
import { listOf, withinSentence } from './voice.js';

describe('the voice of a report (PER-01)', () => {
  it('calls things by their titles, and by their names where nobody has given any', () => {
    const title = { en: 'Members', fr: 'Adhérents' };
    expect([ENGLISH, FRENCH].map((voice) => voice.collection({ name: 'member', title }))).toEqual(['Members', 'Adhérents']);
    expect(FRENCH.collection({ name: 'member' })).toBe('member');
    expect(FRENCH.field({ name: 'mail' })).toBe('mail');
    expect(FRENCH.field({ name: 'mail', title: { en: 'E-mail' } })).toBe('E-mail');
  });

  it('writes days and countries as people do', () => {
    expect([ENGLISH, FRENCH].map((voice) => voice.day('2026-03-01'))).toEqual(['1 March 2026', '1er mars 2026']);
    expect([ENGLISH, FRENCH].map((voice) => voice.country('DE'))).toEqual(['Germany', 'Allemagne']);
    expect(ENGLISH.country('ZZ')).toBe('Unknown Region');
  });

  it('makes a list of several things only', () => {
    expect(listOf(['one'])).toEqual({ kind: 'paragraph', text: 'one' });
    expect(listOf(['one', 'two'])).toEqual({ kind: 'list', items: ['one', 'two'] });
    expect(listOf([])).toEqual({ kind: 'list', items: [] });
  });

  it('takes the full stop from what becomes part of a sentence', () => {
    expect(['A. ', 'A', 'A.B.'].map(withinSentence)).toEqual(['A', 'A', 'A.B']);
  });
});
