import { describe, expect, it } from '@jest/globals';
import type { FieldSpec, JsonObject } from '@habeas/connector-sdk';
import { DISCLOSURE_LIMITS, type Holding } from '@habeas/core/law';
import type { ReportLanguage } from '../../catalogue/report.js';
import { ENGLISH, type Making, MEMBER, reportOf, sectionIn, SUBSCRIPTION, wordsIn } from '../../../test/sample-report.js';
import type { Block, Section } from '../../document/document.js';
import { spansOf } from '../../document/text.js';
import { collectionOf, type FoundCollection, ID_FIELD, sourceOf } from '../../testing/report-world.js';
import { composeReport } from '../compose-report.js';
import { type AnnexOf, dataSection } from './data-section.js';
import { SHOWN_CARDS, SHOWN_RECORDS, SHOWN_ROWS } from './shown.js';

interface Shown extends Making {
  readonly annexOf?: AnnexOf;
  readonly language?: ReportLanguage;
}

async function data(
  found: readonly FoundCollection[],
  { annexOf = () => undefined, language = 'en', ...making }: Shown = {},
): Promise<Section> {
  return sectionIn(composeReport(await reportOf(found, making), language, annexOf), 'data');
}

/** The part of the first collection of the customer database. */
async function part(found: FoundCollection, shown?: Shown): Promise<readonly Block[]> {
  return sectionIn(await data([found], shown), 'table-crm-1').blocks;
}

const FIELDS: readonly FieldSpec[] = [ID_FIELD, { name: 'what', type: 'string', title: { en: 'What', fr: 'Quoi' } }];

function orders(count: number, fields = FIELDS): FoundCollection {
  const records = Array.from({ length: count }, (_, id): JsonObject => ({ id, what: `order ${String(id)}` }));
  return collectionOf({ name: 'order', activity: 'membership', fields }, records);
}

const annexOf: AnnexOf = (source, collection) => `../tables/${source}/${collection}.csv`;

describe('the data in a report (FMT-03)', () => {
  it('are shown system by system, by the titles of collections and fields', async () => {
    const { blocks } = await data([SUBSCRIPTION, MEMBER]);
    expect(wordsIn(...blocks).slice(1)).toEqual(
      ['Newsletter tool', 'Subscriptions', 'Subscriptions', 'Number', '7', 'E-mail', 'ann@example.org'].concat([
        'Customer database',
        'Members',
        'Members',
        'Number',
        '1',
        'Name',
        'Ann Sample',
        'Left',
        '1 March 2026',
      ]),
    );
    expect(wordsIn(await data([MEMBER], { language: 'fr' }))).toEqual(
      expect.arrayContaining(['Adhérents', 'Départ', '1er mars 2026']),
    );
  });

  it('have the meanings of their codes in the language of the report (FMT-02)', async () => {
    const codes = { A: { en: 'in force', fr: 'en vigueur' }, S: { en: 'suspended' } };
    const state: FieldSpec = { name: 'state', type: 'string', title: { en: 'State', fr: 'État' }, codes };
    const contracts = collectionOf({ name: 'contract', activity: 'membership', fields: [ID_FIELD, state] }, [
      { id: 1, state: 'A' },
      { id: 2, state: 'S' },
    ]);
    const english = wordsIn(await data([contracts]));
    const french = wordsIn(await data([contracts], { language: 'fr' }));
    expect(english).toEqual(expect.arrayContaining(['State', 'in force (A)', 'suspended (S)']));
    expect(french).toEqual(expect.arrayContaining(['État', 'en vigueur (A)', 'suspended (S)']));
    expect(french).not.toContain('in force (A)');
  });

  it('are those of every origin, also what nobody has assigned, and what is overdue (SCP-01, SCP-02)', async () => {
    const origins = ['provided', 'observed', 'derived', 'inferred', 'third_party'] as const;
    const fields = [ID_FIELD, ...origins.map((origin): FieldSpec => ({ name: origin, type: 'string', origin }))];
    const record = Object.fromEntries(origins.map((origin) => [origin, `value ${origin}`]));
    const loose = collectionOf({ name: 'loose', fields }, [{ id: 1, ...record }]);
    const overdue = { ...MEMBER, records: [{ id: 1, name: 'Ann Sample', left: '2001-01-01' }] };
    const words = wordsIn(await data([loose, overdue]));
    expect(words).toEqual(expect.arrayContaining([...Object.values(record), '1 January 2001']));
  });

  it('are none, where none are held', async () => {
    expect(wordsIn(...(await data([collectionOf({ name: 'member', activity: 'membership' }, [])])).blocks)).toEqual([
      'We hold none.',
    ]);
  });

  it('come with what the data map says of their collection', async () => {
    const described = { ...MEMBER, spec: { ...MEMBER.spec, description: { en: 'Who belongs.', fr: 'Qui adhère.' } } };
    expect((await part(described))[0]).toEqual({ kind: 'paragraph', text: 'Who belongs.' });
  });
});

describe('how records are shown', () => {
  it('is one by one where there are few or they are wide, else as a table', async () => {
    const kinds = async (found: FoundCollection): Promise<readonly string[]> => (await part(found)).map(({ kind }) => kind);
    expect(await kinds(orders(1))).toEqual(['note']);
    expect(await kinds(orders(2))).toEqual(['note', 'note']);
    expect(await kinds(orders(3))).toEqual(['table']);
    const wide = Array.from({ length: 8 }, (_, index): FieldSpec => ({ name: `f${String(index)}`, type: 'integer' }));
    const record = Object.fromEntries(wide.map(({ name }, index) => [name, index + 1]));
    const found = collectionOf({ name: 'order', activity: 'membership', fields: wide }, [record, record, record]);
    expect(await kinds(found)).toEqual(['note', 'note', 'note']);
  });

  it('numbers records that stand one by one', async () => {
    const titles = (blocks: readonly Block[]): readonly unknown[] =>
      blocks.map((block) => (block.kind === 'note' ? block.title : undefined));
    expect(titles(await part(orders(1)))).toEqual(['order']);
    expect(titles(await part(orders(2)))).toEqual(['order 1', 'order 2']);
  });

  it('leaves out columns in which no shown record has anything', async () => {
    const empty = orders(3, [...FIELDS, { name: 'none', type: 'string', title: { en: 'None', fr: 'Rien' } }]);
    expect(wordsIn(...(await part(empty)))).not.toContain('None');
  });
});

describe('limits of what is shown', () => {
  const found = orders(SHOWN_ROWS + 1);

  it('are told, with the way to the whole (FMT-03)', async () => {
    const blocks = await part(found, { annexOf });
    expect(blocks[0]?.kind === 'table' ? blocks[0].rows : []).toHaveLength(SHOWN_ROWS);
    const last = blocks.at(-1);
    expect(last?.kind === 'paragraph' ? spansOf(last.text) : []).toEqual([
      { text: 'Only the first 200 of 201 records are shown here. All of them are in the file ' },
      { text: 'crm/order.csv', href: '../tables/crm/order.csv' },
      { text: '.' },
    ]);
    const french = wordsIn(...(await part(found, { annexOf, language: 'fr' }))).at(-1);
    expect(french).toBe(
      'Seuls les 200 premiers des 201 enregistrements sont montrés ici. Tous figurent dans le fichier crm/order.csv.',
    );
  });

  it('are told also where the whole is in no table', async () => {
    expect(wordsIn(...(await part(found))).at(-1)).toBe(
      'Only the first 200 of 201 records are shown here. All of them are in the data that come with this report.',
    );
  });

  it('are smaller for records that stand one by one', async () => {
    const wide = Array.from({ length: 8 }, (_, index): FieldSpec => ({ name: `f${String(index)}`, type: 'integer' }));
    const record = Object.fromEntries(wide.map(({ name }, index) => [name, index + 1]));
    const records = Array.from({ length: SHOWN_CARDS + 1 }, () => record);
    const blocks = await part(collectionOf({ name: 'order', activity: 'membership', fields: wide }, records));
    expect(blocks.filter(({ kind }) => kind === 'note')).toHaveLength(SHOWN_CARDS);
  });

  it('leave all of it to the table, where so many collections share the page that none has a place', async () => {
    const report = await reportOf([orders(3)]);
    const [holding] = report.holdings;
    const crowd = Array.from({ length: SHOWN_RECORDS + 1 }, (_, index) => ({
      ...(holding as Holding),
      source: sourceOf(`s${String(index)}`),
    }));
    const section = dataSection({ ...report, holdings: crowd, sources: [sourceOf('s0')] }, annexOf, ENGLISH);
    const none = wordsIn(sectionIn({ blocks: [section] }, 'table-s0-1'));
    expect(none).toEqual(['order', expect.stringMatching(/^None of the 3 records is shown here\. All of them are in the file/u)]);
  });

  it('do not hide that the first of many is all that is shown', async () => {
    const limits = { ...DISCLOSURE_LIMITS, excerptRecords: 1 };
    expect(wordsIn(...(await part(orders(3), { limits }))).at(-1)).toMatch(/^Only the first of 3 records is shown here\./u);
    expect(wordsIn(...(await part(orders(3), { limits, language: 'fr' }))).at(-1)).toMatch(
      /^Seul le premier des 3 enregistrements est montré ici\./u,
    );
  });

  it('point to the same data for programs where all is shown', async () => {
    expect(wordsIn(...(await part(orders(3), { annexOf }))).at(-1)).toBe(
      'The same data for programs are in the file crm/order.csv.',
    );
    expect((await part(orders(3))).map(({ kind }) => kind)).toEqual(['table']);
  });
});
