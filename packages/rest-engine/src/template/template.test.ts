import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asPathSegment, IN_LANGUAGE, LANGUAGES } from './encoders.js';
import { valueOf, valuesAt } from './json-path.js';
import { brokenHoles, EmptyHole, fill, fillValue, holesOf, parseTemplate, valueAt } from './template.js';

const asItIs = (text: string): string => text;

describe('a template', () => {
  it('is texts and holes, in order', () => {
    expect(parseTemplate('/lists/${lists.id}/members/${id}')).toEqual([
      '/lists/',
      { path: ['lists', 'id'] },
      '/members/',
      { path: ['id'] },
    ]);
    expect(holesOf(parseTemplate('a ${b.c} d'))).toEqual([['b', 'c']]);
    expect(brokenHoles('${a.b} ${a b} ${} ${1a}')).toEqual(['${a b}', '${}', '${1a}']);
  });

  it('is filled with what stands in its scope, lists joined by commas', () => {
    const scope = { id: 7, keys: ['a', 'b'], deep: { er: true } };
    expect(fill(parseTemplate('x${id}y${keys}z${deep.er}'), scope, asItIs)).toBe('x7ya,bztrue');
    expect(fillValue(parseTemplate('${keys}'), scope)).toEqual(['a', 'b']);
    expect(fillValue(parseTemplate('n${id}'), scope)).toBe('n7');
    expect(fillValue(parseTemplate('plain'), scope)).toBe('plain');
    expect(fillValue([], scope)).toBe('');
  });

  it.each([['missing'], ['nothing'], ['empty'], ['group'], ['none'], ['group.constructor']])(
    'is not filled with nothing: %s',
    (name) => {
      const scope = { nothing: null, empty: '', group: {}, none: [] };
      expect(() => fill(parseTemplate(`\${${name}}`), scope, asItIs)).toThrow(EmptyHole);
      if (name !== 'group' && name !== 'none') expect(() => fillValue(parseTemplate(`\${${name}}`), scope)).toThrow(EmptyHole);
    },
  );

  it('names own members only', () => {
    expect(valueAt({ a: { b: 1 } }, ['a', 'b'])).toBe(1);
    expect(valueAt({ a: 'text' }, ['a', 'length'])).toBeUndefined();
    expect(valueAt({}, ['toString'])).toBeUndefined();
  });
});

describe('a path of JSON', () => {
  const body = { results: [{ to: [{ id: 1 }, { id: 2 }] }, { to: [] }, { to: [{ id: null }] }], paging: { next: null } };

  it.each([
    ['results[].to[].id', [1, 2, null]],
    ['results.0.to.1.id', [2]],
    ['paging.next', [null]],
    ['paging.next.after', []],
    ['paging[]', []],
    ['nothing', []],
  ])('%s leads to %j', (path, expected) => {
    expect(valuesAt(body, path)).toEqual(expected);
  });

  it('. is the value itself, and the first of several is the one', () => {
    expect(valueOf(body, '.')).toBe(body);
    expect(valueOf([[1], [2]], '[]')).toEqual([1]);
    expect(valueOf(body, 'results[].to[].name')).toBeUndefined();
  });
});

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r' };

/** What a value is, read back from between the quotes of a language; undefined where it ended them. */
function readBack(language: (typeof LANGUAGES)[number], written: string): string | undefined {
  if (language === 'odata' || language === 'sql')
    return /^(?:[^']|'')*$/u.test(written) ? written.replaceAll("''", "'") : undefined;
  const isWhole = language === 'sosl' ? /^(?:[^\\{}"']|\\[^])*$/u.test(written) : /^(?:[^\\']|\\[^])*$/u.test(written);
  if (!isWhole) return undefined;
  return written.replaceAll(/\\([^])/gu, (_, sign: string) => (language === 'soql' ? (ESCAPES[sign] ?? sign) : sign));
}

describe('a value in a language of filters', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom("'", '\\', '"', '{', '}', ')', '%', '_', '\n', '\r', 'a') }),
  );

  it.each(LANGUAGES)('never ends the quotes it stands in, and is read back as it was: %s', (language) => {
    fc.assert(
      fc.property(text, (value) => {
        expect(readBack(language, IN_LANGUAGE[language](value))).toBe(value);
      }),
    );
  });
});

describe('a value in a path', () => {
  it('is one segment, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        fc.pre(!/^\.{1,2}$/u.test(value));
        const url = new URL(`https://example.org/a/${asPathSegment(value)}/b`);
        expect(url.pathname.split('/')).toHaveLength(4);
        expect(decodeURIComponent(url.pathname.split('/')[2] ?? '')).toBe(value);
      }),
    );
  });

  it.each(['.', '..'])('is refused where it would walk: %s', (value) => {
    expect(() => asPathSegment(value)).toThrow(/one or two dots/u);
  });
});
