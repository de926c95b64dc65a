import { describe, expect, it } from '@jest/globals';
import { sourceTitle } from './source-title.js';

describe('the title of a source (PER-01)', () => {
  it('is in the language that is asked for, else in English, else as its controller calls it', () => {
    const members = { title: 'Adhérents', titles: { en: 'Members', fr: 'Adhérents' } };
    expect([sourceTitle(members, 'en'), sourceTitle(members, 'fr'), sourceTitle(members, 'de')]).toEqual([
      'Members',
      'Adhérents',
      'Members',
    ]);
    expect(sourceTitle({ title: 'Mitglieder', titles: { de: 'Mitglieder' } }, 'fr')).toBe('Mitglieder');
    expect(sourceTitle({ title: 'CRM' }, 'fr')).toBe('CRM');
  });
});
