import { describe, expect, it } from '@jest/globals';
import { toIdentifier, type Identifier, type IdentifierKind } from '../identifier/identifier.js';
import { evidenceIn, identifiersIn, ownIdentifiers, type IdentifyingField } from './evidence.js';

function field(name: string, kind: IdentifierKind, more: Partial<IdentifyingField> = {}): IdentifyingField {
  return { name, type: 'string', identifier: { kind }, thirdParty: false, ...more };
}

function searched(kind: IdentifierKind, text: string, namespace?: string): Identifier {
  return toIdentifier(kind, text, { phoneRegion: 'FR', ...(namespace === undefined ? {} : { namespace }) })!;
}

const exact = (found: readonly Identifier[]): readonly string[] => found.map((each) => each.exact.reveal());
const ANN = { identifiers: [searched('email', 'ann+news@example.org')], phoneRegion: undefined };

describe('identifiersIn', () => {
  it.each([
    ['one address', 'Ann <ann@example.org>', ['ann@example.org']],
    ['several addresses', 'ann@example.org; Bob <bob@example.org>', ['ann@example.org', 'bob@example.org']],
    ['a list', ['ann@example.org', null, 7, true], ['ann@example.org']],
    ['a document', { to: { mail: 'ann@example.org' }, copy: ['bob@example.org'] }, ['ann@example.org', 'bob@example.org']],
    ['nothing', null, []],
    ['no value', undefined, []],
  ])('reads %s', (_, value, expected) => {
    expect(exact(identifiersIn(field('to', 'email'), value))).toEqual(expected);
  });

  it('reads numbers of several notations in the region, also within other text', () => {
    const phone = field('phone', 'phone');
    expect(exact(identifiersIn(phone, '06 12 34 56 78 / 04 91 22 33 44', 'FR'))).toEqual(['+33612345678', '+33491223344']);
    expect(exact(identifiersIn(phone, 'call 06 12 34 56 78 in the evening', 'FR'))).toEqual(['+33612345678']);
  });

  it('reads an id of the issuer it is of, and a binary one by its hex digits', () => {
    const id = { identifier: { kind: 'id', namespace: 'shop' } } as const;
    expect(exact(identifiersIn(field('id', 'id', id), 7))).toEqual(['7']);
    expect(exact(identifiersIn(field('id', 'id', { ...id, type: 'bytes' }), 'ESI='))).toEqual(['1122']);
  });
});

describe('evidenceIn', () => {
  it.each([
    ['ann+news@example.org', 'equal'],
    ['Ann+News@Example.org', 'equal-fold'],
    ['<ann+news@example.org>', 'normalised'],
    ['ann@example.org', 'folded'],
  ])('tells how %s agrees: %s', (value, how) => {
    const { evidence } = evidenceIn('person', [field('email', 'email')], { email: value }, ANN);
    expect(evidence.map((each) => [each.field, each.how])).toEqual([['person.email', how]]);
    expect(evidence[0]?.found.reveal()).toBe(value);
  });

  it('takes nothing for evidence that is another address, or an address in another field', () => {
    const { evidence } = evidenceIn(
      'person',
      [field('email', 'email')],
      { email: 'an@example.org', note: 'ann+news@example.org' },
      ANN,
    );
    expect(evidence).toEqual([]);
  });

  it('says that a record only mentions the person where every field that agrees is about others', () => {
    const fields = [field('email', 'email'), field('guest', 'email', { thirdParty: true })];
    const told = (data: Record<string, string>): boolean => evidenceIn('booking', fields, data, ANN).thirdParty;
    expect(told({ email: 'bob@example.org', guest: 'ann+news@example.org' })).toBe(true);
    expect(told({ email: 'ann+news@example.org', guest: 'ann+news@example.org' })).toBe(false);
  });
});

describe('ownIdentifiers', () => {
  it('gives those of the record’s person, with their field and the part of a name', () => {
    const fields = [
      field('email', 'email'),
      field('family', 'name', { identifier: { kind: 'name', part: 'family' } }),
      field('guest', 'email', { thirdParty: true }),
    ];
    const found = ownIdentifiers('person', fields, { email: 'ann@example.org', family: 'Brown', guest: 'bob@example.org' });
    expect(found.map(({ identifier, ...rest }) => [identifier.exact.reveal(), rest])).toEqual([
      ['ann@example.org', { field: 'person.email' }],
      ['brown', { field: 'person.family', part: 'family' }],
    ]);
  });
});
