import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseFaithfulJson } from './faithful-json.js';

describe('JSON that keeps its digits', () => {
  it('keeps the digits that a double loses, as text', () => {
    const text =
      '{"big":12345678901234567890,"exact":0.12345678901234567,"far":1e400,"near":1e-400,"text":"12345678901234567890"}';
    expect(parseFaithfulJson(text)).toEqual({
      big: '12345678901234567890',
      exact: '0.12345678901234567',
      far: '1e400',
      near: '1e-400',
      text: '12345678901234567890',
    });
  });

  it('leaves numbers alone that a double holds', () => {
    expect(parseFaithfulJson('[1, 9007199254740991, -0.1, 1.5e3, 0.0, 0.00000001, 1e22]')).toEqual([
      1, 9007199254740991, -0.1, 1500, 0, 0.00000001, 1e22,
    ]);
  });

  it('says so where the text is none', () => {
    expect(parseFaithfulJson('{oops')).toBeUndefined();
  });

  it('takes no other fault for a fault of the text', () => {
    expect(() => parseFaithfulJson(Symbol('no text') as unknown as string)).toThrow(TypeError);
  });

  it('is what JSON.parse makes of anything that JavaScript wrote, but for integers beyond 2^53', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const wide = (_name: string, value: unknown): unknown =>
          typeof value === 'number' && /^-?\d{16,}$/u.test(String(value)) && !Number.isSafeInteger(value) ? String(value) : value;
        expect(JSON.stringify(parseFaithfulJson(text))).toBe(JSON.stringify(JSON.parse(text), wide));
      }),
    );
  });

  it('is refused where a number is none, however many digits it has', () => {
    const texts = [
      '[12345678901234567890-1]',
      '[-]',
      '[1e]',
      '[12345678901234567.]',
      '[1234567890123456,"open',
      '[00001234567890123456]',
    ];
    expect(texts.map(parseFaithfulJson)).toEqual(texts.map(() => undefined));
  });

  it('leaves alone what only looks like a number, within texts with quotes and backslashes', () => {
    const value = { 'a"12345678901234567890': ['\\', '\\"12345678901234567890\\', '"', '-1e999'] };
    expect(parseFaithfulJson(JSON.stringify(value))).toEqual(value);
  });

  it('may hold a text of 50 million characters, or as many digits', () => {
    const text = 'a\\n'.repeat(17_000_000);
    expect(parseFaithfulJson(`[12345678901234567890,"${text}"]`)).toHaveLength(2);
    expect(parseFaithfulJson(`[${'9'.repeat(50_000_000)}]`)).toHaveLength(1);
  });
});
