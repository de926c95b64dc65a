import { describe, expect, it } from '@jest/globals';
import { collectionsOf, withKind, withTexts, withValue } from './map-document.js';

const MAP = `# Read over with the club
dataMap: 1
collections:
  # Those who pay
  member:
    title: { en: Member, fr: Adhérent, de: Mitglied }
    activity: membership
    fields:
      mail: { identifier: email, title: E-mail, category: 'pd:EmailAddress' }
      number: { identifier: { kind: id, namespace: club.member } }
      note:
    references:
      club: { to: club, on: { club_id: id }, as: context }
  club:
    personal: none
    reason: Only names of clubs.
  shared: &shared { title: Shared }
  again: *shared
`;
const MEMBER = ['collections', 'member'];
const field = (name: string): string[] => [...MEMBER, 'fields', name];

describe('a data map that is edited', () => {
  it('is read as collections, fields and references', () => {
    const [member, club] = collectionsOf(MAP) ?? [];
    expect(member).toMatchObject({ title: { en: 'Member', fr: 'Adhérent' }, activity: 'membership', isSearched: true });
    expect(member?.references).toEqual([{ name: 'club', to: 'club', as: 'context' }]);
    expect(member?.fields.map(({ name, kind, namespace }) => [name, kind, namespace])).toEqual([
      ['mail', 'email', ''],
      ['number', 'id', 'club.member'],
      ['note', '', ''],
    ]);
    expect(club).toMatchObject({ isSearched: false, reason: 'Only names of clubs.', fields: [] });
  });

  it('keeps its comments, its order and what stands around a change', () => {
    const text = withValue(MAP, [...field('mail'), 'origin'], 'provided');
    const expected = MAP.replace("category: 'pd:EmailAddress' }", "category: 'pd:EmailAddress', origin: provided }");
    expect(text).toBe(expected);
    expect(withValue(text, [...field('mail'), 'origin'], undefined)).toBe(MAP);
  });

  it('takes what is said of a field of which nothing was said, or that is new', () => {
    const marked = withValue(MAP, [...field('note'), 'freeText'], true);
    expect(collectionsOf(marked)?.[0]?.fields[2]?.marks).toEqual(['freeText']);
    const added = withValue(MAP, field('added'), {});
    expect(collectionsOf(added)?.[0]?.fields.at(-1)?.name).toBe('added');
  });

  it('has texts in one language or several, and keeps those of a third', () => {
    const title = [...field('mail'), 'title'];
    const both = withTexts(MAP, title, { en: 'E-mail', fr: 'Courriel' });
    expect(both).toContain('title: { en: E-mail, fr: Courriel }');
    expect(withTexts(MAP, title, { en: 'Mail', fr: '' })).toContain('title: Mail,');
    expect(withTexts(MAP, title, { en: '', fr: '' })).toContain('mail: { identifier: email, category:');
    const left = withTexts(MAP, [...MEMBER, 'title'], { en: '', fr: '' });
    expect(left).toContain('title: { de: Mitglied }');
    expect(withTexts(both, title, { en: '', fr: '' })).not.toContain('Courriel');
  });

  it('says what a field identifies a person by, and who issued a number', () => {
    expect(withKind(MAP, field('mail'), 'phone', '')).toContain('identifier: phone');
    expect(withKind(MAP, field('mail'), 'id', 'club.x')).toContain('identifier: { kind: id, namespace: club.x }');
    expect(withKind(MAP, field('number'), 'id', 'club.y')).toContain('namespace: club.y');
    expect(withKind(MAP, field('number'), 'name', '')).toContain('identifier: { kind: name }');
    expect(withKind(MAP, field('number'), '', '')).toContain('number: {}');
  });

  it('is not touched where its YAML cannot be read, or says one thing for two', () => {
    const broken = 'collections: [';
    expect([collectionsOf(broken), withValue(broken, ['dataMap'], 'x')]).toEqual([undefined, broken]);
    expect(collectionsOf(MAP)?.map(({ name, isEditable }) => [name, isEditable])).toEqual([
      ['member', true],
      ['club', true],
      ['shared', true],
      ['again', false],
    ]);
    expect(collectionsOf(MAP)?.[0]?.fields.map(({ isEditable }) => isEditable)).toEqual([true, true, true]);
    const odd = collectionsOf('collections: { a: , b: text, c: { fields: { d: [1], e: 1, f: } } }') ?? [];
    expect(odd.map(({ isEditable }) => isEditable)).toEqual([true, false, true]);
    expect(odd[2]?.fields.map(({ isEditable }) => isEditable)).toEqual([false, false, true]);
    expect(withValue(MAP, ['collections', 'again', 'activity'], 'x')).toBe(MAP);
    expect(withValue(MAP, [], 'x')).toBe(MAP);
    expect(collectionsOf('dataMap: 1')).toEqual([]);
    expect(withValue('a: 1', ['a', 'b', 'c'], 'x')).toBe('a: 1');
  });
});
