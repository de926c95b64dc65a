import { describe, expect, it } from '@jest/globals';
import { InvalidInputError, Secret } from '@habeas/connector-sdk';
import { identifierKey, kindKey } from './identifier-key.js';
import { createSubject, type GivenIdentifier } from './subject.js';

const given = (entry: Omit<GivenIdentifier, 'value' | 'verified'> & { value: string; verified?: boolean }): GivenIdentifier => ({
  verified: true,
  ...entry,
  value: new Secret(entry.value),
});

describe('createSubject', () => {
  it('reads identifiers in canonical form and merges duplicates', () => {
    const subject = createSubject(
      [
        given({ kind: 'email', value: ' Ann@Example.ORG ', verified: false }),
        given({ kind: 'email', value: 'ann@example.org' }),
        given({ kind: 'phone', value: '06 12 34 56 78' }),
        given({ kind: 'id', value: '7', namespace: 'shop.customer' }),
      ],
      { phoneRegion: 'FR' },
    );
    expect(
      subject.identifiers.map(({ identifier, verified }) => [kindKey(identifier), identifier.exact.reveal(), verified]),
    ).toEqual([
      ['email', 'ann@example.org', true],
      ['phone', '+33612345678', true],
      ['id:shop.customer', '7', true],
    ]);
  });

  it('keeps one name apart from the same text as a part of a name', () => {
    const subject = createSubject([
      given({ kind: 'email', value: 'ann@example.org' }),
      given({ kind: 'name', value: 'Martin' }),
      given({ kind: 'name', value: 'Martin', part: 'family' }),
      given({ kind: 'name', value: 'MARTIN', part: 'full' }),
    ]);
    expect(subject.identifiers.map(({ part }) => part)).toEqual([undefined, undefined, 'family']);
  });

  it('names kind and position of everything that is no identifier, and never its value', () => {
    const mistakes = [
      given({ kind: 'email', value: 'nobody-at-all' }),
      given({ kind: 'phone', value: 'call me' }),
      given({ kind: 'id', value: '12345' }),
      given({ kind: 'name', value: '...' }),
      given({ kind: 'birthDate', value: '31.02.1980' }),
    ];
    let error: unknown;
    try {
      createSubject(mistakes);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InvalidInputError);
    const { faults, message } = error as InvalidInputError;
    expect(faults.map(({ path }) => path)).toEqual([
      'identifiers[1] (email)',
      'identifiers[2] (phone)',
      'identifiers[3] (id)',
      'identifiers[4] (name)',
      'identifiers[5] (birthDate)',
    ]);
    for (const { value } of mistakes) expect(message).not.toContain(value.reveal());
  });

  it.each([
    ['a name only', [given({ kind: 'name', value: 'Ann Martin' })]],
    ['a birth date only', [given({ kind: 'birthDate', value: '1980-02-29' })]],
    ['an unverified address only', [given({ kind: 'email', value: 'ann@example.org', verified: false })]],
    ['nothing', []],
  ])('refuses a subject of whom nothing may be searched: %s', (_, entries) => {
    expect(() => createSubject(entries)).toThrow('nothing here may be searched');
  });

  it('does not tell its identifiers to a log', () => {
    expect(JSON.stringify(createSubject([given({ kind: 'email', value: 'ann@example.org' })]))).not.toContain('ann@');
  });
});

describe('identifierKey', () => {
  it('is the same for the same identifier in other letters, and another for another issuer', () => {
    const [a, b] = createSubject([
      given({ kind: 'id', value: '7', namespace: 'shop.customer' }),
      given({ kind: 'id', value: '7', namespace: 'crm.contact' }),
    ]).identifiers;
    expect(identifierKey(a!.identifier)).not.toBe(identifierKey(b!.identifier));
  });
});
