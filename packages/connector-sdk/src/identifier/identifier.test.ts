import { describe, expect, it } from '@jest/globals';
import { compareIdentifiers, toIdentifier, toIdentifiers, type CanonicalOptions, type IdentifierKind } from './identifier.js';

function compared(kind: IdentifierKind, a: string, b: string, options: CanonicalOptions = {}): string {
  const [first, second] = [toIdentifier(kind, a, options), toIdentifier(kind, b, options)];
  return first === undefined || second === undefined ? 'none' : compareIdentifiers(first, second);
}

describe('toIdentifier', () => {
  it('keeps the value as it was given, trimmed', () => {
    expect(toIdentifier('email', ' Ann@Example.org ')?.value.reveal()).toBe('Ann@Example.org');
  });

  it('hides what it holds from print', () => {
    expect(JSON.stringify(toIdentifier('email', 'ann+news@example.org'))).not.toContain('ann');
  });

  it('has a folded key only where it differs', () => {
    expect(toIdentifier('email', 'ann@example.org')).not.toHaveProperty('folded');
    expect(toIdentifier('email', 'ann+news@example.org')?.folded?.reveal()).toBe('ann@example.org');
  });

  it('needs the issuer of an id, and keeps it for ids only', () => {
    expect(toIdentifier('id', '7')).toBeUndefined();
    expect(toIdentifier('id', '7', { namespace: ' \u200b' })).toBeUndefined();
    expect(toIdentifier('id', ' \u200b', { namespace: 'shop' })).toBeUndefined();
    expect(toIdentifier('id', 'A\u200b-7', { namespace: 'shop' })).toMatchObject({ namespace: 'shop', shared: false });
    expect(toIdentifier('email', 'ann@example.org', { namespace: 'shop' })).not.toHaveProperty('namespace');
  });

  it('knows the other kinds', () => {
    expect(toIdentifier('name', 'Ann Brown')?.exact.reveal()).toBe('ann brown');
    expect(toIdentifier('birthDate', '28/02/1987')?.exact.reveal()).toBe('1987-02-28');
    expect(toIdentifier('phone', '0612345678', { phoneRegion: 'FR' })?.exact.reveal()).toBe('+33612345678');
    expect(toIdentifier('email', 'info@example.org')?.shared).toBe(true);
  });
});

describe('toIdentifiers', () => {
  it.each([
    ['06 12 34 56 78 / 04 11 22 33 44', ['+33612345678', '+33411223344']],
    ['0612345678,0411223344', ['+33612345678', '+33411223344']],
    ['0612345678;0411223344', ['+33612345678', '+33411223344']],
    ['+33612345678;ext=5', ['+33612345678;ext=5']],
    ['+33612345678;ext=5; 0411223344', ['+33612345678;ext=5', '+33411223344']],
    ['06 12 34 56 78 / 0612345678', ['+33612345678']],
    ['06 12 34 56 78', ['+33612345678']],
    ['04.11 / no other', []],
    ['/'.repeat(100_000), []],
  ])('finds every number in %.40j', (text, exact) => {
    expect(toIdentifiers('phone', text, { phoneRegion: 'FR' }).map((found) => found.exact.reveal())).toEqual(exact);
  });

  it('finds one or none of the other kinds', () => {
    expect(toIdentifiers('email', 'ann@example.org')).toHaveLength(1);
    expect(toIdentifiers('email', 'ann@example.org, an@example.org')).toHaveLength(0);
  });
});

describe('compareIdentifiers', () => {
  it('tells the same, the folded and the different apart', () => {
    expect(compared('email', 'Ann@example.org', 'ann@EXAMPLE.org')).toBe('same');
    expect(compared('email', 'ann+a@example.org', 'ann@example.org')).toBe('folded');
    expect(compared('email', 'ann+a@example.org', 'ann+b@example.org')).toBe('folded');
    expect(compared('email', 'ann@example.org', 'an@example.org')).toBe('different');
    expect(compared('id', 'A7', 'a7', { namespace: 'shop' })).toBe('different');
  });

  it('never takes one kind or issuer for another', () => {
    const [shop, club] = ['shop', 'club'].map((namespace) => toIdentifier('id', '7', { namespace }));
    const name = toIdentifier('name', '7');
    if (shop === undefined || club === undefined || name === undefined) throw new Error('all of them are identifiers');
    expect(compareIdentifiers(shop, club)).toBe('different');
    expect(compareIdentifiers(shop, name)).toBe('different');
    expect(compareIdentifiers(shop, shop)).toBe('same');
  });
});
