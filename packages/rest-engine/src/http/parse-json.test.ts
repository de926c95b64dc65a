import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultClassOf } from '../testing/index.js';
import { isDeeperThan, parseJson } from './parse-json.js';

const faultClass = (text: string): Promise<string> =>
  faultClassOf(
    Promise.resolve().then(() => {
      parseJson(text, 'contacts.search');
    }),
  );

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('JSON of a reply', () => {
  it('keeps all digits, and names that JavaScript treats specially', () => {
    const value = parseJson('{"id":12345678901234567890,"__proto__":{"a":1},"constructor":null}', 'contacts.search');
    expect(Object.entries(value as object)).toEqual([
      ['id', '12345678901234567890'],
      ['__proto__', { a: 1 }],
      ['constructor', null],
    ]);
  });

  it.each(['', '{"a":', '<!doctype html>', '[1,]', 'undefined'])('that is none is a passing fault: %s', async (text) => {
    expect(await faultClass(text)).toBe('transient');
  });

  it('is as deep as it is, whatever its texts hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.string(), (value, text) => {
        const json = JSON.stringify([value, `${text}[[[{{{\\"`]);
        const depth = depthOf([value]);
        expect([isDeeperThan(json, depth), isDeeperThan(json, depth - 1)]).toEqual([false, true]);
      }),
    );
  });

  it('is refused beyond a depth of 100, before it is parsed (X5)', async () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJson(nested(100), 'contacts.search')).toHaveLength(1);
    expect(await faultClass(nested(101))).toBe('contract');
    expect(await faultClass('{"a":'.repeat(5_000_000))).toBe('contract');
  });

  it('may hold a text of 50 MB (X5)', () => {
    const value = parseJson(`["${'[\\"'.repeat(17_000_000)}"]`, 'contacts.search');
    expect((value as readonly string[])[0]).toHaveLength(34_000_000);
  });

  it('that ends within a text is none', async () => {
    expect(await faultClass('["\\')).toBe('transient');
  });
});
