import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseJsonText } from './json-text.js';

describe('a JSON text', () => {
  it('is parsed as the language does, where nothing is lost by that', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!/\d{16}/.test(text));
        expect(JSON.stringify(parseJsonText(text))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it.each([
    ['{"n":9007199254740993}', { n: '9007199254740993' }],
    ['[12345678901234567890.10,-1e400,1E2]', ['12345678901234567890.10', '-1e400', 100]],
    ['[0.1,1.50,9007199254740991,1e-7]', [0.1, 1.5, 9007199254740991, 1e-7]],
    ['[3.141592653589793238,3.141592653589793]', ['3.141592653589793238', 3.141592653589793]],
    ['["9007199254740993","a \\" 12345678901234567890"]', ['9007199254740993', 'a " 12345678901234567890']],
    ['{"__proto__":{"a":1}}', JSON.parse('{"__proto__":{"a":1}}')],
    ['0.00000000000000000000', 0],
    ['null', null],
  ])('%s loses no digit', (text, expected) => {
    expect(parseJsonText(text)).toEqual(expected);
  });

  it('keeps every integer, of any size, as a number or as its digits', () => {
    fc.assert(
      fc.property(fc.bigInt(), (value) => {
        const parsed = parseJsonText(value.toString()) as number | string;
        expect(String(parsed)).toBe(value.toString());
      }),
    );
  });

  it('comes as it stands when it is none', () => {
    expect(parseJsonText('{"a":')).toBe('{"a":');
    expect(parseJsonText('')).toBe('');
  });
});
