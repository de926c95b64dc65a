import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compareIdentifiers,
  IDENTIFIER_KINDS,
  toIdentifier,
  toIdentifiers,
  type Identifier,
  type IdentifierKind,
} from './identifier.js';

const OPTIONS = { namespace: 'shop.customer', phoneRegion: 'FR' };
const INVISIBLE = ['\u200b', '\u00ad', '\ufeff', '\u2060', '\u200e', '\u202a'];

const localPart = fc.stringMatching(/^[a-zé0-9][a-zé0-9._+-]{0,19}$/u);
const label = fc.stringMatching(/^[a-zü0-9]{1,10}$/u);
const email = fc.tuple(localPart, label).map(([local, domain]) => `${local}@${domain}.example`);
const mobile = fc.integer({ min: 0, max: 99_999_999 }).map((digits) => `+336${String(digits).padStart(8, '0')}`);
const name = fc.stringMatching(/^[A-Za-zÀ-ÿ' -]{1,30}$/u);
const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const birthDate = day.map((date) => date.toISOString().slice(0, 10));
const id = fc.string({ minLength: 1, maxLength: 30, unit: 'binary' });

const typical: Readonly<Record<IdentifierKind, fc.Arbitrary<string>>> = { email, phone: mobile, id, name, birthDate };
const kind = fc.constantFrom(...IDENTIFIER_KINDS);
const kindAndText = kind.chain((each) => fc.tuple(fc.constant(each), fc.oneof(typical[each], fc.string({ unit: 'binary' }))));

function exactOf(each: IdentifierKind, text: string): string | undefined {
  return toIdentifier(each, text, OPTIONS)?.exact.reveal();
}

function foldedOf({ folded, exact }: Identifier): string {
  return (folded ?? exact).reveal();
}

describe('the canonical form of any text', () => {
  it('is its own canonical form', () => {
    fc.assert(
      fc.property(kindAndText, ([each, text]) => {
        const exact = exactOf(each, text);
        if (exact !== undefined) expect(exactOf(each, exact)).toBe(exact);
      }),
      { numRuns: 2000 },
    );
  });

  it('has a folded key that is its own folded key, and that equal texts share', () => {
    fc.assert(
      fc.property(email, email, (a, b) => {
        const [first, second] = [toIdentifier('email', a), toIdentifier('email', b)];
        if (first === undefined || second === undefined) return;
        const folded = toIdentifier('email', foldedOf(first));
        expect(folded === undefined ? undefined : foldedOf(folded)).toBe(foldedOf(first));
        if (compareIdentifiers(first, second) === 'same') expect(foldedOf(first)).toBe(foldedOf(second));
      }),
    );
  });

  it('does not depend on white space around it, nor on characters that nobody sees', () => {
    const anywhere = fc.tuple(fc.constantFrom(...INVISIBLE), fc.nat());
    fc.assert(
      fc.property(
        kind.chain((each) => fc.tuple(fc.constant(each), typical[each])),
        anywhere,
        ([each, text], [sign, at]) => {
          const exact = exactOf(each, text);
          expect(exactOf(each, `  ${text}\n`)).toBe(exact);
          if (each === 'birthDate') return;
          const letters = Array.from(text);
          letters.splice(at % (letters.length + 1), 0, sign);
          expect(exactOf(each, letters.join(''))).toBe(exact);
        },
      ),
    );
  });

  it('does not depend on letter case, but for ids', () => {
    fc.assert(
      fc.property(fc.constantFrom('email' as const, 'name' as const), fc.nat(), (each, seed) => {
        const [text = ''] = fc.sample(typical[each], { seed, numRuns: 1 });
        const upper = text.toUpperCase();
        if (upper.toLowerCase() === text.toLowerCase()) expect(exactOf(each, upper)).toBe(exactOf(each, text));
      }),
    );
    expect(exactOf('id', 'a7')).not.toBe(exactOf('id', 'A7'));
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        kind,
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.option(fc.string(), { nil: undefined }),
        (each, text, region) => {
          const options = { ...OPTIONS, ...(region === undefined ? {} : { phoneRegion: region }) };
          expect(toIdentifiers(each, text, options).every((found) => found.exact.reveal() !== '')).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a text made to be slow', () => {
  const SHAPES = [
    'a',
    '.',
    '@',
    '<',
    '>',
    '?',
    '+',
    '/',
    ',',
    ';',
    ' ',
    '0',
    '-',
    '\u0301',
    '\u200b',
    'a@',
    '<a>',
    '1/',
    'xn--',
    ';ext=',
  ];
  const HEADS = ['', 'a@', '+33'];
  const LENGTH = 100_000;

  // Each has some milliseconds; what backtracks takes minutes, and runs into the test's limit.
  it.each(IDENTIFIER_KINDS)('is judged as a %s without trying every way to read it', (each) => {
    for (const shape of SHAPES) {
      for (const head of HEADS) {
        const text = head + shape.repeat(LENGTH / shape.length);
        expect(toIdentifiers(each, `${text}!`, OPTIONS).length).toBeLessThanOrEqual(1);
        expect(toIdentifiers(each, text, OPTIONS).length).toBeLessThanOrEqual(1);
      }
    }
  });
});
