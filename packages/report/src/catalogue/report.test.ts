import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Phrasebook } from '../language/phrasebook.js';
import { REPORT_CATALOGUES, type ReportKey } from './report.js';

const { en, fr } = REPORT_CATALOGUES;
const KEYS = Object.keys(en) as ReportKey[];

/** The parts that a sentence names; the texts that it chooses from are none. */
function partsOf(sentence: string): readonly string[] {
  return [...new Set([...sentence.matchAll(/(?<!(?:one|other|=\d+) )\{(\w+)[,}]/gu)].map(([, name = '']) => name))].sort();
}

/** Those of them that can be read: a number may only choose between texts, which not every language has to do. */
function shownParts(sentence: string): readonly string[] {
  return partsOf(sentence).filter((name) => sentence.includes(`{${name}}`) || sentence.includes('#'));
}

/** The code of the report, without its tests. */
function sources(): string {
  const folder = new URL('../report/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.ts$/u.test(name));
  return files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
}

describe('the sentences of the report (PER-01)', () => {
  it('are the same in each language', () => {
    expect(Object.keys(fr).sort()).toEqual([...KEYS].sort());
  });

  it('show the same parts in each language, and none is empty', () => {
    expect(KEYS.filter((key) => shownParts(fr[key]).join() !== shownParts(en[key]).join())).toEqual([]);
    expect(KEYS.filter((key) => [en[key], fr[key]].some((text) => text.trim() === ''))).toEqual([]);
  });

  it.each(['en', 'fr'] as const)('can be said with their parts, in number: %s', (language) => {
    const book = new Phrasebook<ReportKey>(language, REPORT_CATALOGUES[language]);
    for (const key of KEYS) {
      for (const count of [0, 1, 2]) {
        const parts = Object.fromEntries(partsOf(en[key]).map((name) => [name, count]));
        expect(book.say(key, parts)).not.toMatch(/[{}#]/u);
      }
    }
  });

  it('are all used', () => {
    const code = sources();
    const patterns = [...code.matchAll(/`([\w.-]+)\$\{[^}`]+\}([\w.-]*)`/gu)];
    const isUsed = (key: string): boolean =>
      code.includes(`'${key}'`) || patterns.some(([, start = '', end = '']) => key.startsWith(start) && key.endsWith(end));
    expect(KEYS.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('have no space before a sign in English, and one that does not break in French', () => {
    expect(KEYS.filter((key) => /\s[;:,.?!”]|['"]/u.test(en[key]))).toEqual([]);
    expect(KEYS.filter((key) => /[^\u00a0\s][;:?!»](?=\s|$)| [;:?!»,.]|« |['"]/u.test(fr[key]))).toEqual([]);
  });
});
