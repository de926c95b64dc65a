import { describe, expect, it } from '@jest/globals';
import { toIdentifier } from '@habeas/connector-sdk';
import { createRandom } from '../world/random.js';
import { NAME_CULTURES } from './names.js';
import { createCrowd, fictionalPhone } from './person.js';
import { toAscii } from './spelling.js';

const crowd = createCrowd(createRandom(42), 12_000);
const canonical = (kind: 'email' | 'phone', value: string): string => toIdentifier(kind, value)!.exact.reveal();

describe('createCrowd', () => {
  it('gives everybody a mailbox and a telephone that nobody else has, in canonical form too', () => {
    expect(new Set(crowd.map(({ email }) => canonical('email', email))).size).toBe(crowd.length);
    expect(new Set(crowd.map(({ phone }) => canonical('phone', phone))).size).toBe(crowd.length);
  });

  it('uses only mailboxes that can never exist', () => {
    expect(crowd.filter(({ email }) => !/@(?:example\.(?:org|com|net)|[a-z]+\.test)$/u.test(email))).toEqual([]);
  });

  it('gives nobody a mailbox that looks shared, nor a birth date that means "no idea"', () => {
    expect(crowd.filter(({ email }) => toIdentifier('email', email)?.shared !== false)).toEqual([]);
    expect(
      crowd.filter(({ birthDate }) => toIdentifier('birthDate', birthDate) === undefined || birthDate.endsWith('-01-01')),
    ).toEqual([]);
  });

  it('has namesakes, and names with accents, particles, apostrophes, hyphens and other scripts', () => {
    const names = crowd.map(({ given, family }) => `${given} ${family}`);
    expect(new Set(names).size).toBeLessThan(names.length / 2);
    for (const kind of [
      /[àâéèêëïôùûüç]/u,
      / de la /u,
      /['’]/u,
      /-/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Greek}/u,
      /\p{Script=Han}/u,
      /\p{Script=Arabic}/u,
    ])
      expect(names.some((name) => kind.test(name))).toBe(true);
  });

  it('is the same for the same seed', () => {
    expect(createCrowd(createRandom(42), 50)).toEqual(crowd.slice(0, 50));
  });
});

it('has telephone numbers for 60,000 people and no more', () => {
  expect(fictionalPhone(0)).toBe('+33639980000');
  expect(fictionalPhone(59_999)).toBe('+33536499999');
  expect(() => fictionalPhone(60_000)).toThrow(RangeError);
});

it('spells every name in ASCII for an address', () => {
  const spelled = NAME_CULTURES.flatMap(({ given, family }) => [...given, ...family]);
  expect(spelled.filter(({ ascii }) => !/^[a-z]+(?:-[a-z]+)*$/u.test(ascii))).toEqual([]);
  expect(toAscii("Müller-O'Brien de la Tour Øst ß")).toBe('muller-obrien-de-la-tour-ost-ss');
});
