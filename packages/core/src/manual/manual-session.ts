import {
  type CollectionSpec,
  type FieldSpec,
  fileId,
  type FoundFile,
  type Identifier,
  type Item,
  type Located,
  type Lookup,
  type Match,
  type ReadRequest,
  type Session,
  type SourceHealth,
  type SourceRecord,
  type SubjectQuery,
} from '@habeas/connector-sdk';
import { kindKey } from '../subject/identifier-key.js';
import type { ManualCollection, ManualSource } from './manual-source.js';
import type { FoundRow, FoundRows } from './manual-task.js';

/** What came of a task, and by what the person was searched for. */
export interface ManualAnswer {
  readonly identifiers: readonly Identifier[];
  readonly rows: FoundRows;
  readonly files?: readonly HandedFile[];
}

/** A file that was handed in for a collection. */
export interface HandedFile {
  readonly collection: string;
  readonly name: string;
  readonly bytes: number;
  open(): AsyncIterable<Uint8Array>;
}

/** What was handed in, in order: a row, or a file, which is a row with its name. */
interface Entry {
  readonly number: number;
  readonly row: FoundRow;
  readonly file?: HandedFile;
}

/** The key of a row: its position in what was handed in, from 1; files come after rows. */
const ROW = 'row';

/** Names that no column of a row can have. */
const FILE = { name: 'fileName', content: 'fileContent' };

/**
 * A session of a manual source: it answers with what a person has found, and with nothing before. That a row is the subject's rests on
 * the statement that ended the task, so each of the identifiers that were searched leads to every row.
 */
export function manualSession(source: ManualSource, answer?: ManualAnswer): Session {
  return new ManualSession(source, answer ?? { identifiers: [], rows: {} });
}

class ManualSession implements Session {
  readonly collections: readonly CollectionSpec[];
  #hasAnswered = false;

  constructor(
    source: ManualSource,
    private readonly answer: ManualAnswer,
  ) {
    const lookups = lookupsOf(answer.identifiers);
    this.collections = source.collections.map((each) => specOf(each, this.#entries(each.name), lookups));
  }

  check(): Promise<SourceHealth> {
    const collections = this.collections.map(({ name }) => ({ collection: name, status: 'ok' as const, problems: [] }));
    return Promise.resolve({ system: 'searched by hand', readOnly: 'proved', collections, advice: [] });
  }

  async *locate({ identifiers }: SubjectQuery): AsyncGenerator<Match | Located, void, undefined> {
    await Promise.resolve();
    const isFirst = !this.#hasAnswered;
    this.#hasAnswered = true;
    const kinds = new Set(identifiers.map(kindKey));
    for (const { name, lookups } of this.collections) {
      const used = lookups.filter((lookup) => kinds.has(kindKey(lookup)));
      const entries = isFirst ? this.#entries(name) : [];
      yield* entries.map((entry) => matchOf(name, entry, identifiers));
      yield {
        type: 'located',
        collection: name,
        outcome: entries.length === 0 ? 'empty' : 'complete',
        lookups: used,
        dropped: 0,
      };
    }
  }

  async *read({ collection, roots, want }: ReadRequest): AsyncGenerator<Item, void, undefined> {
    await Promise.resolve();
    const keys = new Set(roots.filter((root) => root.collection === collection).map(({ key: [row] }) => Number(row)));
    const wanted = this.#entries(collection).filter(({ number }) => keys.has(number));
    const files = wanted.flatMap((entry) => fileOf(collection, entry));
    if (want === 'files') yield* files.map((file) => ({ type: 'file' as const, file }));
    else if (wanted.length > 0) yield { type: 'records', records: wanted.map((entry) => recordOf(collection, entry)) };
    const count = want === 'files' ? files.length : wanted.length;
    yield { type: 'done', outcome: count === 0 ? 'empty' : 'complete', count, notes: [] };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #entries(collection: string): readonly Entry[] {
    const rows = (this.answer.rows[collection] ?? []).map((row) => ({ row }));
    const handed = (this.answer.files ?? []).filter((file) => file.collection === collection);
    const files = handed.map((file) => ({ row: { [FILE.name]: file.name }, file }));
    return [...rows, ...files].map((entry, index) => ({ number: index + 1, ...entry }));
  }
}

function lookupsOf(identifiers: readonly Identifier[]): readonly Lookup[] {
  const known = new Map(
    identifiers.map(({ kind, namespace }) => [
      kindKey(namespace === undefined ? { kind } : { kind, namespace }),
      { kind, namespace },
    ]),
  );
  return [...known.values()].map(({ kind, namespace }) => ({
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    field: 'task',
    mode: 'exact',
  }));
}

/** What a person wrote down may name anybody: every column is a free text. A file may too, and nobody here can read it. */
function specOf(
  { name, title, activity, origin, special }: ManualCollection,
  entries: readonly Entry[],
  lookups: readonly Lookup[],
): CollectionSpec {
  const columns = [...new Set(entries.flatMap(({ row }) => Object.keys(row)))];
  const told = { ...(origin === undefined ? {} : { origin }), ...(special === undefined ? {} : { special }) };
  const fields = columns.map((column): FieldSpec => ({
    name: column,
    type: 'string',
    freeText: true,
    ...(column === FILE.name ? { title: { en: 'Name of the file', fr: 'Nom du fichier' } } : {}),
    ...told,
  }));
  const content: FieldSpec = {
    name: FILE.content,
    type: 'file',
    title: { en: 'File', fr: 'Fichier' },
    thirdParty: true,
    ...told,
  };
  return {
    name,
    ...(title === undefined ? {} : { title }),
    ...(activity === undefined ? {} : { activity }),
    personal: 'subject',
    key: [ROW],
    fields: [
      { name: ROW, type: 'integer', origin: 'derived' },
      ...fields,
      ...(entries.some(({ file }) => file !== undefined) ? [content] : []),
    ],
    withheld: [],
    lookups,
    ownedBy: [],
    gaps: [],
  };
}

function matchOf(collection: string, { number, row }: Entry, identifiers: readonly Identifier[]): Match {
  return {
    type: 'match',
    collection,
    key: [number],
    record: row,
    evidence: identifiers.map((identifier) => ({
      identifier,
      field: `${collection}.task`,
      found: identifier.value,
      how: 'equal',
    })),
    identifiers: [],
    standing: 'subject',
  };
}

function recordOf(collection: string, { number, row, file }: Entry): SourceRecord {
  const key = [number];
  const content = file === undefined ? {} : { [FILE.content]: { file: idOf(collection, number), bytes: file.bytes } };
  return {
    key,
    data: { [ROW]: number, ...row, ...content },
    via: [{ root: { collection, recordId: String(number) }, path: [] }],
  };
}

function fileOf(collection: string, { number, file }: Entry): readonly FoundFile[] {
  if (file === undefined) return [];
  const { name, bytes } = file;
  return [{ id: idOf(collection, number), key: [number], field: FILE.content, bytes, name, open: () => file.open() }];
}

function idOf(collection: string, number: number): string {
  return fileId(collection, [number], FILE.content);
}
