import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { EN } from './en.js';
import { FR } from './fr.js';
import { preferredLanguage, speechIn } from './use-speech.js';

const SRC = fileURLToPath(new URL('..', import.meta.url));
const KEYS = Object.keys(EN);
/** Short words that are the same in both languages. */
const SAME = new Set<string>([
  ...['search.collection', 'sources.count.one', 'sources.count.other', 'map.collections.one'],
  ...['map.collections.other', 'object.session', 'object.installation'],
]);

/** Everything that the console is made of, but for the tables and the tests. */
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.tsx?$|words\/(?:en|fr)\.ts$/u.test(name))
  .map((name) => readFileSync(join(SRC, name), 'utf8'))
  .join('\n');

/** Named as a whole, or by a template or a family that it belongs to. */
function isUsed(key: string): boolean {
  const name = key.replace(/\.(?:one|other)$/u, '');
  const family = /^(.+?)\./u.exec(name)?.[1] ?? '';
  return (
    sources.includes(`'${name}'`) ||
    ['knownWord', 'word'].some((way) => sources.includes(`${way}('${family}'`)) ||
    [...sources.matchAll(/say\(`([\w.]+)\$\{\w+(?:\.\w+)?\}(\w*)`/gu)].some(
      ([, start = '', end = '']) => name.startsWith(start) && name.endsWith(end),
    ) ||
    [...sources.matchAll(/`(waits\.)\$\{state\}`/gu)].some(([, start = '']) => name.startsWith(start))
  );
}

/** The places in a text that are filled in. */
const places = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name).sort();

describe('the words of the console', () => {
  it('are all used', () => {
    expect(KEYS.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('are there in both languages, and translated', () => {
    expect(Object.keys(FR)).toEqual(KEYS);
    const same = Object.entries(EN).filter(([key, text]) => FR[key as keyof typeof EN] === text && !SAME.has(key));
    expect(same).toEqual([]);
    expect([...Object.values(EN), ...Object.values(FR)].filter((text) => text.trim() === '')).toEqual([]);
  });

  it('have the same places to fill in', () => {
    for (const key of KEYS as (keyof typeof EN)[]) expect([key, places(FR[key])]).toEqual([key, places(EN[key])]);
  });

  it('follow a count, as the language counts', () => {
    const count = (language: 'en' | 'fr', number: number): string => speechIn(language).say('inbox.count', { count: number });
    expect([0, 1, 10_000].map((number) => count('en', number))).toEqual(['0 requests', '1 request', '10,000 requests']);
    expect([0, 1, 2].map((number) => count('fr', number))).toEqual(['0 demande', '1 demande', '2 demandes']);
  });

  it('leave a place as it is where nothing fills it', () => {
    expect(speechIn('en').say('app.signedInAs')).toBe('Signed in as {name}');
  });

  it('write a day of the calendar as that day, wherever the browser is', () => {
    expect(speechIn('en').day('2026-12-01')).toBe('1 Dec 2026');
    expect(speechIn('fr').day('2026-12-01T12:00:00Z')).toBe('1 déc. 2026');
    expect(speechIn('en').moment('2026-12-01T12:00:00Z')).toContain('1 Dec 2026');
  });

  it('are in the first language of the browser’s person that there is, and else in English', () => {
    expect([['fr-CA', 'en'], ['de', 'FR'], ['de'], []].map(preferredLanguage)).toEqual(['fr', 'fr', 'en', 'en']);
  });
});
