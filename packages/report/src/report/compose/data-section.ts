import type { FieldSpec, JsonObject, SourceRecord } from '@habeas/connector-sdk';
import type { SourceDescription } from '@habeas/core';
import type { Holding } from '@habeas/core/law';
import type { Block, Section, Text } from '../../document/document.js';
import type { SubjectReport } from '../subject-report.js';
import { tableId } from './section-ids.js';
import { sharesOf, SHOWN_CARDS, SHOWN_RECORDS, SHOWN_ROWS } from './shown.js';
import { ValueReader } from './values.js';
import { paragraph, type ReportVoice } from './voice.js';
import { isHidden } from './withheld-section.js';

/** Columns that a page can hold. Wider records are shown one below the other. */
const WIDEST_TABLE = 7;
/** So few records are easier to read one by one. */
const FEW_RECORDS = 2;

/** Where the whole of a collection is: a path beside the report; `undefined` where it is in no table. */
export type AnnexOf = (source: string, collection: string) => string | undefined;

/** What is shown of one collection. */
interface Shown {
  readonly holding: Holding;
  readonly fields: readonly FieldSpec[];
  readonly isOneByOne: boolean;
  readonly most: number;
}

/** The person's data as readable tables, system by system (FMT-03: the second layer). */
export function dataSection(report: SubjectReport, annexOf: AnnexOf, voice: ReportVoice): Section {
  const { holdings, sources, view } = report;
  const all = holdings.filter(({ excerpt }) => excerpt.records.length > 0).map(shownOf);
  const shares = sharesOf(
    all.map(({ most }) => most),
    SHOWN_RECORDS,
  );
  const desk: Desk = { annexOf, voice, values: new ValueReader(voice, view.timeZone) };
  const shared = all.map((shown, index) => ({ shown, share: shares[index] ?? 0 }));
  const parts = sources
    .map((source) =>
      sourceSection(
        source,
        shared.filter(({ shown }) => shown.holding.source.id === source.id),
        desk,
      ),
    )
    .filter((part) => part.blocks.length > 0);
  return {
    kind: 'section',
    id: 'data',
    title: voice.say('data.title'),
    blocks: [paragraph(leadOf(report, parts, voice)), ...parts],
  };
}

function leadOf({ holdings, view, request }: SubjectReport, shown: readonly Section[], voice: ReportVoice): string {
  if (holdings.length === 0) return voice.say(request.forHeir === undefined ? 'data.none' : 'heir.none');
  return shown.length === 0 ? voice.say('data.allWithheld') : voice.say('data.lead', { timeZone: view.timeZone });
}

interface Desk {
  readonly annexOf: AnnexOf;
  readonly voice: ReportVoice;
  readonly values: ValueReader;
}

function shownOf(holding: Holding): Shown {
  const { collection, excerpt } = holding;
  const handedOver = new Set(excerpt.fields);
  const fields = collection.fields.filter(
    ({ name }) => handedOver.has(name) && excerpt.records.some(({ data }) => hasValue(data[name])),
  );
  const isOneByOne = fields.length > WIDEST_TABLE || excerpt.records.length <= FEW_RECORDS;
  const most = Math.min(excerpt.records.length, isOneByOne ? SHOWN_CARDS : SHOWN_ROWS);
  return { holding, fields, isOneByOne, most };
}

interface Share {
  readonly shown: Shown;
  readonly share: number;
}

function sourceSection(source: SourceDescription, own: readonly Share[], desk: Desk): Section {
  return {
    kind: 'section',
    id: `data-${source.id}`,
    title: desk.voice.source(source),
    blocks: own.map((each, index) => collectionSection(each, tableId(source.id, index + 1), desk)),
  };
}

function collectionSection({ shown, share }: Share, id: string, desk: Desk): Section {
  const { holding, fields, isOneByOne } = shown;
  const { collection, excerpt } = holding;
  const { voice } = desk;
  const title = voice.collection(collection);
  const records = excerpt.records.slice(0, share);
  const reader = desk.values.hiding(hiddenFields(holding));
  const filled = fields.filter(({ name }) => records.some(({ data }) => hasValue(data[name])));
  const blocks = isOneByOne
    ? records.map(({ data }, index) =>
        card(data, records.length === 1 ? title : `${title} ${String(index + 1)}`, { fields: filled, reader, voice }),
      )
    : tablesOf(records, title, { fields: filled, reader, voice });
  const description = collection.description === undefined ? [] : [paragraph(voice.pick(collection.description))];
  return { kind: 'section', id, title, blocks: [...description, ...blocks, ...pointerOf(holding, share, desk)] };
}

/** How much of it is shown, and where the whole is: what is not shown is never just missing. */
function pointerOf({ source, collection, records }: Holding, shown: number, { annexOf, voice }: Desk): readonly Block[] {
  const annex = annexOf(source.id, collection.name);
  const isAll = shown === records;
  if (annex === undefined && isAll) return [];
  const more = voice.say('data.more', { shown, records: voice.book.number(records) });
  if (annex === undefined) return [paragraph(`${more} ${voice.say('data.more.elsewhere')}`)];
  const lead = isAll ? voice.say('data.whole') : `${more} ${voice.say('data.more.where')}`;
  return [paragraph([`${lead} `, { text: fileName(annex), href: annex }, '.'])];
}

/** Fields in which a mark stands for the value. */
function hiddenFields({ scope, redacted, collection }: Holding): ReadonlySet<string> {
  const decided = scope.fields.filter(({ access }) => isHidden(access)).map(({ field }) => field);
  const isWholeRecord = redacted.some(({ field }) => field === undefined);
  const byHand = isWholeRecord ? collection.fields.map(({ name }) => name) : redacted.flatMap(({ field }) => field ?? []);
  return new Set([...decided, ...byHand]);
}

interface Columns {
  readonly fields: readonly FieldSpec[];
  readonly reader: ValueReader;
  readonly voice: ReportVoice;
}

/** None where no record is shown. */
function tablesOf(records: readonly SourceRecord[], caption: string, { fields, reader, voice }: Columns): readonly Block[] {
  if (fields.length === 0) return [];
  return [
    {
      kind: 'table',
      caption,
      columns: fields.map((field) => ({ title: voice.field(field) })),
      rows: records.map(({ data }) => fields.map((field): Text => reader.inWords(field, data[field.name]))),
    },
  ];
}

function card(data: JsonObject, title: string, { fields, reader, voice }: Columns): Block {
  const filled = fields.filter(({ name }) => hasValue(data[name]));
  return {
    kind: 'note',
    tone: 'info',
    title,
    blocks: [
      {
        kind: 'facts',
        facts: filled.map((field) => ({ term: voice.field(field), value: reader.inWords(field, data[field.name]) })),
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
