import { describe, expect, it } from '@jest/globals';
import type { Outcome, Problem } from '@habeas/connector-sdk';
import type { LedgerEntry } from '@habeas/core';
import type { Register } from '@habeas/core/law';
import { SAMPLE_REGISTER } from '../../../test/sample-register.js';
import { documentOf, MEMBER, sectionIn, wordsIn } from '../../../test/sample-report.js';
import { textsIn } from '../../../test/texts-in.js';
import type { Table } from '../../document/document.js';
import { wordsOf } from '../../document/text.js';
import { accountOf, collectionOf, entryOf } from '../../testing/report-world.js';

const EMPTY = collectionOf({ name: 'order', activity: 'membership' }, []);
const NO_RECORDS = { records: 0 } as const;

/** The rows of the ledger in words. */
async function rows(entries: readonly LedgerEntry[], language: 'en' | 'fr' = 'en'): Promise<Table['rows']> {
  const document = await documentOf([MEMBER], { account: accountOf(entries), language });
  const table = sectionIn(document, 'search').blocks.find((block): block is Table => block.kind === 'table');
  if (table === undefined) throw new Error('There is no table.');
  return table.rows;
}

/** What is told of one entry. */
async function result(more: Partial<LedgerEntry>, language: 'en' | 'fr' = 'en'): Promise<string> {
  const [row] = await rows([entryOf(MEMBER, more)], language);
  return wordsOf(row?.[2] ?? '').replaceAll('\u00a0', ' ');
}

describe('how it was searched (SCP-09)', () => {
  it('tells every place, also those with nothing, by the titles of their systems', async () => {
    expect(await rows([entryOf(MEMBER), entryOf(EMPTY)])).toEqual([
      ['Customer database', 'Members', 'searched; 1 record found'],
      ['Customer database', 'order', 'searched; nothing found'],
    ]);
  });

  it('tells places by their titles in the language of the report, also where nothing was found or they could not be searched (PER-01)', async () => {
    const source = { ...EMPTY.source, titles: { en: 'Customer database', fr: 'Base des clients' } };
    const titled = { ...collectionOf({ name: 'ord', title: { en: 'Orders', fr: 'Commandes' } }, []), source };
    const calls = { ...collectionOf({ name: 'tel_log', title: { en: 'Calls' } }, []), source };
    const untitled = { ...EMPTY, source };
    const problem: Problem = { errorClass: 'permission', message: 'SELECT denied on tel_log', remedy: 'Grant it.' };
    const entries = [entryOf(titled), entryOf(calls, { outcome: 'denied', blocking: true, problem }), entryOf(untitled)];
    const places = async (language: 'en' | 'fr'): Promise<readonly string[]> =>
      (await rows(entries, language)).map((row) => row.map(wordsOf).join(' | ').replaceAll('\u00a0', ' '));
    expect(await places('fr')).toEqual([
      'Base des clients | Commandes | consulté ; rien trouvé',
      'Base des clients | Calls | n’a pas pu être consulté : nous n’avons pas le droit de le lire',
      'Base des clients | order | consulté ; rien trouvé',
    ]);
    expect(await places('en')).toEqual([
      'Customer database | Orders | searched; nothing found',
      'Customer database | Calls | could not be searched: we have no right to read it',
      'Customer database | order | searched; nothing found',
    ]);
  });

  it('tells when', async () => {
    const [, lead] = wordsIn(sectionIn(await documentOf([MEMBER]), 'search'));
    expect(lead).toMatch(
      /We searched from 29 November 2026 at 09:00 \(Europe\/Paris\) to 29 November 2026 at 09:05 \(Europe\/Paris\)\.$/u,
    );
  });

  it('tells of a system that could not be opened as a whole', async () => {
    const problem: Problem = { errorClass: 'transient', message: 'connection refused', remedy: 'Check it.' };
    const unopened = entryOf(EMPTY, { collection: '*', outcome: 'failed', blocking: true, problem });
    expect(await rows([unopened])).toEqual([
      ['Customer database', 'the whole system', 'could not be searched: the system could not be reached'],
    ]);
    expect((await rows([unopened], 'fr'))[0]?.[1]).toBe('l’ensemble du système');
  });

  const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
    complete: 'searched; 1 record found',
    empty: 'searched; nothing found',
    partial: 'searched in part; 1 record found',
    skipped: 'not searched',
    denied: 'could not be searched',
    throttled: 'could not be searched',
    failed: 'could not be searched',
    unsupported: 'could not be searched',
  };

  it.each(Object.entries(OUTCOME_WORDS) as [Outcome, string][])('tells the outcome in words: %s', async (outcome, words) => {
    expect(await result({ outcome, ...(outcome === 'empty' ? NO_RECORDS : {}) })).toBe(words);
    expect(await result({ outcome, ...NO_RECORDS }, 'fr')).toMatch(
      /^(?:consulté|consulté en partie) ; rien trouvé$|^non consulté$|^n’a pas pu être consulté$/u,
    );
  });

  it.each([
    ['waits-for-human', 'records wait for a person to decide whether they are yours'],
    ['no-way', 'nothing that we know of you leads to it'],
    ['not-read', 'what was found was not read to the end'],
    ['not-searched', 'it was not searched'],
    ['declared-empty', 'it holds no personal data'],
    ['missing-identifiers', 'it can only be searched by something that you did not give us'],
    ['unusable-lookups', 'it cannot be searched by what we know of you'],
    ['beyond-limits', 'not everything that we found out about you was searched in it'],
  ] as const)('tells the reason in words: %s', async (code, words) => {
    const reason = { code, message: 'Exact words of the ledger.', remedy: 'Do something.' };
    expect(await result({ outcome: 'skipped', reason })).toBe(`not searched: ${words}`);
    expect(await result({ outcome: 'skipped', reason }, 'fr')).toMatch(/^non consulté : [a-zà-ÿ]/u);
  });

  it('tells a reason of an earlier version as it stands', async () => {
    expect(await result({ outcome: 'skipped', reason: { message: 'It is on paper.' } })).toBe('not searched: It is on paper');
  });

  const FAULTS: Readonly<Record<Problem['errorClass'], string>> = {
    permission: 'we have no right to read it',
    'not-found': 'it does not exist any more',
    auth: 'the system refused us',
    throttle: 'the system takes only so many questions at a time',
    quota: 'the system did not allow more questions',
    transient: 'the system could not be reached',
    contract: 'the system answered in an unexpected way',
    egress: 'the system must not be reached from here',
    aborted: 'the search was stopped',
  };

  it.each(Object.entries(FAULTS) as [Problem['errorClass'], string][])(
    'tells the fault in words, and not its message: %s',
    async (errorClass, words) => {
      const problem: Problem = { errorClass, message: 'SELECT * FROM member', remedy: 'x' };
      expect(await result({ outcome: 'failed', problem })).toBe(`could not be searched: ${words}`);
    },
  );

  it('tells what waits for a person, in number', async () => {
    expect(await result({ queued: 1 })).toBe(
      'searched; 1 record found; 1 record waits for a person to decide whether it is yours',
    );
    expect(await result({ queued: 2 })).toMatch(/; 2 records wait for a person to decide whether they are yours$/u);
    expect(await result({ queued: 1 }, 'fr')).toMatch(/ ; 1 enregistrement attend qu’une personne décide s’il vous concerne$/u);
    expect(await result({ queued: 2 }, 'fr')).toMatch(
      / ; 2 enregistrements attendent qu’une personne décide s’ils vous concernent$/u,
    );
  });

  it('tells known limits, without a space before a semicolon in English', async () => {
    const gaps = ['Trash is not searched.', 'Photos are not searched.'];
    expect(await result({ gaps })).toBe('searched; 1 record found; known limits: Trash is not searched; Photos are not searched');
    expect(await result({ gaps }, 'fr')).toMatch(/ ; limites connues : Trash is not searched ; Photos are not searched$/u);
  });
});

const TAPES = { title: { en: 'Tapes of 2019', fr: 'Bandes de 2019' } };
const LIMITS = {
  en: 'Invoices of that year; their reader is broken.',
  fr: 'Factures de cette année ; leur lecteur est en panne.',
};

async function toldOf(backups: Register['backups'], language: 'en' | 'fr' = 'en'): Promise<readonly string[]> {
  const register = { ...SAMPLE_REGISTER, ...(backups === undefined ? {} : { backups }) };
  const texts = textsIn(await documentOf([], { register, language }));
  return texts.filter((text) => /emergencies|urgence|Tapes|Bandes/u.test(text));
}

describe('copies for emergencies (SCP-04)', () => {
  it('are told of, with whether they hold more than the systems', async () => {
    const same = 'Tapes of 2019: it holds nothing but what our systems held when it was made.';
    expect(await toldOf([{ ...TAPES, holdsMore: false }])).toEqual([
      'Copies that we keep for emergencies were not searched:',
      same,
    ]);
    expect(await toldOf([{ ...TAPES, holdsMore: true }])).toContain('Tapes of 2019: it holds more than our systems do now.');
  });

  it('are told of with what more they hold, and why that was not searched, in the language of the report', async () => {
    const [, told] = await toldOf([{ ...TAPES, holdsMore: true, limits: LIMITS }], 'fr');
    expect(told).toMatch(/^Bandes de 2019\u00a0: elle contient plus .* en panne\.$/u);
  });

  it('are not told of where nothing is stated, or it is only assumed (PRF-03)', async () => {
    expect(await toldOf(undefined)).toEqual([]);
    expect(await toldOf([{ ...TAPES, holdsMore: false, assumed: true, reason: 'a guess' }])).toEqual([]);
  });
});
