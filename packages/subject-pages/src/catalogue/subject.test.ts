import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ASK_FAULTS } from '../view/ask-view.js';
import { SUBJECT_LANGUAGES } from '../view/subject-look.js';
import { HOSTELS, PLAIN } from '../../test/sample-look.js';
import { followed, on, SAMPLES } from '../../test/sample-views.js';
import { readPage } from '../../test/parsed-page.js';
import { EXTENSION_REASONS } from '@habeas/core/law';
import { renderSubjectPage } from '../render-subject-page.js';
import type { SubjectView } from '../view/subject-view.js';
import { SUBJECT_CATALOGUES, type SubjectKey, subjectWords } from './subject.js';

const { en, fr } = SUBJECT_CATALOGUES;
const KEYS = Object.keys(en) as SubjectKey[];

/** What may be the same in both languages: names. */
const NAMES: readonly SubjectKey[] = ['shell.en', 'shell.fr', 'shell.title'];

/** The parts that a sentence shows or counts by. */
function partsOf(sentence: string): readonly string[] {
  const named = sentence.replace(/(?:one|other|=\d+) \{/gu, '').matchAll(/\{(\w+)[,}]/gu);
  return [...new Set([...named].map(([, name = '']) => name))].sort();
}

/** The words of a sentence without its parts and their forms. */
function wordsOf(sentence: string): readonly string[] {
  return sentence.replace(/\{\w+, plural,|(?:one|other|=\d+) \{|\{\w+\}|[{}#]/gu, ' ').match(/[\p{L}’]+/gu) ?? [];
}

describe('the sentences of the pages (PER-01)', () => {
  it('have the same parts in each language', () => {
    expect(Object.keys(fr).sort()).toEqual([...KEYS].sort());
    expect(KEYS.filter((key) => partsOf(en[key]).join() !== partsOf(fr[key]).join())).toEqual([]);
  });

  it('are translated: none is empty, and none is the same in two languages but names', () => {
    expect(KEYS.filter((key) => [en[key], fr[key]].some((text) => text.trim() === ''))).toEqual([]);
    expect(KEYS.filter((key) => en[key] === fr[key] && !NAMES.includes(key))).toEqual([]);
  });

  it.each(SUBJECT_LANGUAGES)('can be said with their parts, in number: %s', (language) => {
    for (const key of KEYS) {
      for (const count of [0, 1, 2, 11]) {
        const said = subjectWords(language).say(key, Object.fromEntries(partsOf(en[key]).map((name) => [name, count])));
        expect(said).not.toMatch(/[{}#]/u);
      }
    }
  });

  it('are all used', () => {
    const folder = new URL('../', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^(?:pages|parts)\/.+(?<!\.test)\.ts$/u.test(name),
    );
    const code = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
    const patterns = [...code.matchAll(/`([\w.-]*)\$\{[^}`]+\}([\w.-]*)`/gu)].filter(
      ([, start = '', end = '']) => start + end !== '',
    );
    const isNamed = (key: string): boolean =>
      code.includes(`'${key}'`) || patterns.some(([, start = '', end = '']) => key.startsWith(start) && key.endsWith(end));
    expect(KEYS.filter((key) => !isNamed(key))).toEqual([]);
  });

  it('have no space before a sign in English, and one that does not break in French', () => {
    expect(KEYS.filter((key) => /\s[;:,.?!”]|['"]/u.test(en[key]))).toEqual([]);
    expect(KEYS.filter((key) => /[^\u00a0\s][;:?!»](?=\s|$)| [;:?!»,.]|« |['"]/u.test(fr[key]))).toEqual([]);
  });

  it('use no words of lawyers or engineers, and short sentences', () => {
    const JARGON =
      /\b(?:GDPR|RGPD|Art(?:icle)?\.?|controller|data subject|subject|portability|processing|request(?:er|or)|responsable de traitement|personne concernée|portabilité|traitement|token|hash|URL)\b/iu;
    expect(KEYS.filter((key) => [en[key], fr[key]].some((text) => JARGON.test(text.replace(/\{\w+/gu, ''))))).toEqual([]);
    const long = KEYS.filter((key) =>
      [en[key], fr[key]].some((text) => text.split(/[.?!:]\s/u).some((sentence) => wordsOf(sentence).length > 32)),
    );
    expect(long).toEqual([]);
  });
});

/** Every text that can be shown at all is on one of the pages that tests look at. */
describe('the pages of the samples', () => {
  it('show every sentence there is', () => {
    const more: readonly SubjectView[] = [
      ...EXTENSION_REASONS.map((reason) => followed('searching', { extension: { reason, before: on('2026-04-05') } })),
      ...ASK_FAULTS.map((fault): SubjectView => ({
        page: 'ask',
        challenge: { value: 'c', bits: 8, waitSeconds: 1 },
        faults: [{ field: 'email', fault }],
      })),
      { page: 'missing', request: 'r', reference: 'x', fault: 'empty' },
      followed('released', { actions: ['renew'] }),
    ];
    const shown = [...Object.values(SAMPLES), ...more]
      .flatMap((view) => [HOSTELS, PLAIN].map((look) => readPage(renderSubjectPage(view, look, 'en')).elements))
      .flatMap((elements) => elements.flatMap(({ text, attributes }) => [text, ...Object.values(attributes)]))
      .join('\n');
    const isShown = (key: SubjectKey): boolean => en[key].split(/\{.*\}/u).every((piece) => shown.includes(piece));
    expect(KEYS.filter((key) => !isShown(key))).toEqual([]);
  });
});
