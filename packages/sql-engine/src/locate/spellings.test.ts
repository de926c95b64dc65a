import { describe, expect, it } from '@jest/globals';
import { toIdentifier, type Identifier, type IdentifierKind } from '@habeas/connector-sdk';
import fc from 'fast-check';
import { emailSpellings } from './email-spellings.js';
import { idNumber, idSpellings } from './id-spellings.js';
import { coarsePattern, digitsPattern } from './like-pattern.js';
import { phoneSpellings } from './phone-spellings.js';

function identifier(kind: IdentifierKind, text: string): Identifier {
  return toIdentifier(kind, text, { namespace: 'shop', phoneRegion: 'FR' })!;
}

/** `LIKE`, as databases understand it, with `!` as the escape. */
function isLike(text: string, pattern: string): boolean {
  const regular = pattern.replace(/!?[\s\S]/gu, (token) => {
    if (token === '%') return '[\\s\\S]*';
    if (token === '_') return '[\\s\\S]';
    return token.replace(/^!(?=.)/u, '').replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  });
  return new RegExp(`^${regular}$`, 'u').test(text);
}

describe('spellings of an address', () => {
  it('are its domain in both forms, its local part composed and decomposed', () => {
    const { anyCase } = emailSpellings(identifier('email', 'Zoé@société.example'));
    expect(anyCase).toEqual(
      expect.arrayContaining([
        'zoé@xn--socit-esab.example',
        'zoé@société.example',
        'zoe\u0301@xn--socit-esab.example',
        'zoe\u0301@société.example',
        'Zoé@société.example',
      ]),
    );
  });

  it('have the spaces and brackets that forms leave around them', () => {
    const { lower } = emailSpellings(identifier('email', 'ann@example.org'));
    expect(lower).toEqual(
      expect.arrayContaining(['ann@example.org', ' ann@example.org', 'ann@example.org ', '<ann@example.org>']),
    );
  });

  it('are in the letter cases that people use, where an index tells them apart', () => {
    const { usual } = emailSpellings(identifier('email', 'ann.lee@example.org'));
    expect(usual).toEqual(
      expect.arrayContaining(['Ann.lee@example.org', 'Ann.Lee@example.org', 'Ann.Lee@Example.org', 'ANN.LEE@EXAMPLE.ORG']),
    );
  });

  it('have the address without its tag, which makes a candidate', () => {
    expect(emailSpellings(identifier('email', 'ann+news@example.org')).anyCase).toContain('ann@example.org');
  });

  it('have a pattern for the address with a tag, which makes a candidate too', () => {
    expect(emailSpellings(identifier('email', 'an_n@example.org')).tagged).toEqual(['an!_n+%@example.org']);
    expect(emailSpellings(identifier('email', 'ann+news@example.org')).tagged).toEqual([]);
  });

  it('fit the pattern, whatever stands around them', () => {
    const [pattern = ''] = emailSpellings(identifier('email', 'ann_b%c@example.org')).patterns;
    expect(isLike('ann b <ann_b%c@example.org>; bob@example.org', pattern)).toBe(true);
    expect(isLike('annxb%c@example.org', pattern)).toBe(false);
  });
});

describe('patterns', () => {
  it('keep what is special in a pattern as data', () => {
    expect(coarsePattern('100%_!é@x')).toBe('%100!%!_!!%@x%');
  });

  it('are fitted by every text that holds the other in any letter case', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, text, after) => {
        const stored = `${before}${text}${after}`.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
        expect(isLike(stored, coarsePattern(text))).toBe(true);
      }),
    );
  });

  it('of digits take anything between them', () => {
    expect(isLike('tel. 06 12.34-56/78', digitsPattern('12345678'))).toBe(true);
    expect(isLike('06 12 34 56 87', digitsPattern('12345678'))).toBe(false);
  });
});

describe('spellings of a phone number', () => {
  it.each(['+33612345678', '0033612345678', '0612345678', '612345678', '330612345678'])('have the digits of %s', (text) => {
    expect(phoneSpellings(identifier('phone', '+33 6 12 34 56 78')).digits).toContain(text.replace(/\D/gu, ''));
  });

  it.each(['06 12 34 56 78', '06.12.34.56.78', '06-12-34-56-78', '+33 6 12 34 56 78', '+33612345678', '+33 (0)612345678'])(
    'have the notation %s',
    (text) => {
      expect(phoneSpellings(identifier('phone', '+33612345678')).usual).toContain(text);
    },
  );

  it.each(['06 12 34 56 78', '+33 (0)6 12 34 56 78', '0033612345678', '06/12.34-56,78', 'mobile: 0612345678'])(
    'fit the pattern: %s',
    (text) => {
      expect(isLike(text, phoneSpellings(identifier('phone', '+33612345678')).pattern)).toBe(true);
    },
  );

  it('leave an extension out, to be compared afterwards', () => {
    const { digits, pattern } = phoneSpellings(identifier('phone', '+33123456789 ext. 12'));
    expect(digits[0]).toBe('33123456789');
    expect(isLike('01 23 45 67 89 p. 12', pattern)).toBe(true);
  });

  it('keep enough digits of a short number', () => {
    expect(phoneSpellings(identifier('phone', '+376 312 345')).pattern).toBe('%3%1%2%3%4%5%');
  });
});

describe('spellings of an id', () => {
  it('are as given, in both Unicode forms, with a space left over', () => {
    expect(idSpellings(identifier('id', 'É9'))).toEqual(['É9', 'E\u03019', ' É9', 'É9 ']);
  });

  it.each([
    ['7', '7'],
    ['-5', '-5'],
    ['0', '0'],
    ['007', undefined],
    ['7.0', undefined],
    ['1e3', undefined],
    ['1abc', undefined],
    ['-0', undefined],
    ['９', undefined],
  ])('are a number only where a number prints so: %s', (text, expected) => {
    expect(idNumber(identifier('id', text))).toBe(expected);
  });
});
