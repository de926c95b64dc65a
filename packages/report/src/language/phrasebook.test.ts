import { describe, expect, it } from '@jest/globals';
import { Phrasebook } from './phrasebook.js';

const english = new Phrasebook('en', { found: 'We found {count, plural, one {# record} other {# records}} in {place}.' });
const french = new Phrasebook('fr', {
  found: 'Nous avons trouvé {count, plural, one {# donnée} other {# données}} dans {place}.',
});

describe('a phrasebook', () => {
  it('fills sentences by the rules of its language for numbers', () => {
    expect(english.say('found', { count: 0, place: 'it' })).toBe('We found 0 records in it.');
    expect(french.say('found', { count: 0, place: 'x' })).toBe('Nous avons trouvé 0 donnée dans x.');
    expect(french.say('found', { count: 2, place: '<b>' })).toBe('Nous avons trouvé 2 données dans <b>.');
  });

  it('says no half sentence', () => {
    expect(() => english.say('found', { count: 1 })).toThrow('place');
  });

  it('writes days, moments, numbers and enumerations as people do', () => {
    expect([english.date('2026-04-05'), french.date('2026-04-05')]).toEqual(['5 April 2026', '5 avril 2026']);
    expect(french.date('2026-03-01')).toBe('1er mars 2026');
    expect(french.moment(new Date('2026-04-05T21:30:00Z'), 'Europe/Paris')).toBe('5 avril 2026 à 23:30 (Europe/Paris)');
    expect(english.list(['a', 'b', 'c'])).toBe('a, b and c');
    expect(french.number(1234.5)).toMatch(/^1.234,5$/u);
  });

  it('writes amounts with as many places as their currency has', () => {
    expect([english.money(420, 'EUR'), english.money(420, 'JPY')]).toEqual(['€4.20', 'JP¥420']);
    expect(french.money(4_205, 'KWD')).toContain('4,205');
  });

  it('takes a text in its language, or in one that there is', () => {
    expect([{ en: 'Name', fr: 'Nom' }, { en: 'Name' }, { de: 'Name' }, {}].map((texts) => french.pick(texts))).toEqual([
      'Nom',
      'Name',
      'Name',
      '',
    ]);
  });
});
