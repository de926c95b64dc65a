import type { FieldSpec, JsonObject, SourceRecord } from '@habeas/connector-sdk';
import type { SourceDescription } from '@habeas/core';
import type { Holding } from '@habeas/core/law';
import type { Block, Section, Text } from '../../document/document.js';
import type { SubjectReport } from '../subject-report.js';
import { valueInWords } from './values.js';
import { paragraph, type ReportVoice } from './voice.js';

/** Records of one report that are shown; the rest is in the tables of the archive, to which it points. */
export const SHOWN_RECORDS = 1_000;
/** Columns that a page can hold. Wider records are shown one below the other. */
const WIDEST_TABLE = 7;
/** So few records are easier to read one by one. */
const FEW_RECORDS = 2;

/** Where the whole of a collection is: a path beside the report; `undefined` where it is in no table. */
export type AnnexOf = (source: string, collection: string) => string | undefined;

/** The person's data as readable tables, system by system (FMT-03: the second layer). */
export function dataSection(report: SubjectReport, annexOf: AnnexOf, voice: ReportVoice): Section {
  const { holdings, sources } = report;
  const share = fairShare(holdings.map(({ excerpt }) => excerpt.records.length));
  const parts = sources
    .map((source) => sourceSection(source, holdings, { annexOf, voice, share }))
    .filter((part) => part.blocks.length > 0);
  return {
    kind: 'section',
    id: 'data',
    title: voice.say('data.title'),
    blocks: holdings.length === 0 ? [paragraph(voice.say('data.none'))] : [paragraph(voice.say('data.lead')), ...parts],
  };
}

interface Desk {
  readonly annexOf: AnnexOf;
  readonly voice: ReportVoice;
  /** The most records of one collection that are shown. */
  readonly share: number;
}

/** The most that each collection may show of its records, so that all of them together stay within what is shown, and small ones stay whole. */
export function fairShare(counts: readonly number[], limit = SHOWN_RECORDS): number {
  let left = limit;
  const sorted = [...counts].sort((a, b) => a - b);
  for (const [index, count] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - index));
    if (count > share) return Math.max(share, 1);
    left -= count;
  }
  return limit;
}

function sourceSection(source: SourceDescription, holdings: readonly Holding[], desk: Desk): Section {
  const own = holdings.filter((holding) => holding.source.id === source.id && holding.excerpt.records.length > 0);
  return {
    kind: 'section',
    id: `data-${source.id}`,
    title: source.title,
    blocks: own.map((holding, index) => collectionSection(holding, `data-${source.id}-${String(index + 1)}`, desk)),
  };
}

function collectionSection(holding: Holding, id: string, { annexOf, voice, share }: Desk): Section {
  const { collection, excerpt, source, records } = holding;
  const shown = excerpt.records.slice(0, share);
  const title = voice.collection(collection);
  const fields = collection.fields.filter(
    ({ name }) => excerpt.fields.includes(name) && shown.some(({ data }) => hasValue(data[name])),
  );
  const isWide = fields.length > WIDEST_TABLE || shown.length <= FEW_RECORDS;
  const blocks = isWide
    ? shown.map(({ data }, index) => card(data, `${title} ${String(index + 1)}`, fields, voice))
    : [tableOf(shown, title, fields, voice)];
  const annex = annexOf(source.id, collection.name);
  const isAll = shown.length === records;
  const lead = isAll
    ? voice.say('data.whole')
    : voice.say('data.more', { shown: shown.length, records: voice.book.number(records) });
  const pointer: readonly Block[] =
    annex === undefined ? [] : [paragraph([`${lead} `, { text: fileName(annex), href: annex }, '.'])];
  const description = collection.description === undefined ? [] : [paragraph(voice.pick(collection.description))];
  return { kind: 'section', id, title, blocks: [...description, ...blocks, ...pointer] };
}

function tableOf(records: readonly SourceRecord[], caption: string, fields: readonly FieldSpec[], voice: ReportVoice): Block {
  return {
    kind: 'table',
    caption,
    columns: fields.map((field) => ({ title: voice.field(field) })),
    rows: records.map(({ data }) => fields.map((field): Text => valueInWords(field, data[field.name], voice))),
  };
}

function card(data: JsonObject, title: string, fields: readonly FieldSpec[], voice: ReportVoice): Block {
  const filled = fields.filter(({ name }) => hasValue(data[name]));
  return {
    kind: 'note',
    tone: 'info',
    title,
    blocks: [
      {
        kind: 'facts',
        facts: filled.map((field) => ({ term: voice.field(field), value: valueInWords(field, data[field.name], voice) })),
      },
    ],
  };
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function fileName(path: string): string {
  return path.split('/').slice(-2).join('/');
}
