import type {
  CollectionSpec,
  FieldSpec,
  Identifier,
  Item,
  Located,
  Lookup,
  Match,
  ReadRequest,
  Session,
  SourceHealth,
  SourceRecord,
  SubjectQuery,
} from '@habeas/connector-sdk';
import { kindKey } from '../subject/identifier-key.js';
import type { ManualCollection, ManualSource } from './manual-source.js';
import type { FoundRow, FoundRows } from './manual-task.js';

/** What came of a task, and by what the person was searched for. */
export interface ManualAnswer {
  readonly identifiers: readonly Identifier[];
  readonly rows: FoundRows;
}

/** The key of a row: its position in what was handed in, from 1. */
const ROW = 'row';

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
    this.collections = source.collections.map((each) => specOf(each, this.#rows(each.name), lookups));
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
      const rows = isFirst ? this.#rows(name) : [];
      yield* rows.map((row, index) => matchOf(name, row, index, identifiers));
      yield { type: 'located', collection: name, outcome: rows.length === 0 ? 'empty' : 'complete', lookups: used, dropped: 0 };
    }
  }

  async *read({ collection, roots, want }: ReadRequest): AsyncGenerator<Item, void, undefined> {
    await Promise.resolve();
    const wanted = new Set(roots.filter((root) => root.collection === collection).map(({ key: [row] }) => Number(row)));
    const records = want === 'files' ? [] : recordsOf(collection, this.#rows(collection), wanted);
    if (records.length > 0) yield { type: 'records', records };
    yield { type: 'done', outcome: records.length === 0 ? 'empty' : 'complete', count: records.length, notes: [] };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #rows(collection: string): readonly FoundRow[] {
    return this.answer.rows[collection] ?? [];
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

/** What a person wrote down may name anybody: every column is a free text. */
function specOf(
  { name, title, activity, origin, special }: ManualCollection,
  rows: readonly FoundRow[],
  lookups: readonly Lookup[],
): CollectionSpec {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const told = { ...(origin === undefined ? {} : { origin }), ...(special === undefined ? {} : { special }) };
  const fields = columns.map((column): FieldSpec => ({ name: column, type: 'string', freeText: true, ...told }));
  return {
    name,
    ...(title === undefined ? {} : { title }),
    ...(activity === undefined ? {} : { activity }),
    personal: 'subject',
    key: [ROW],
    fields: [{ name: ROW, type: 'integer', origin: 'derived' }, ...fields],
    withheld: [],
    lookups,
    ownedBy: [],
    gaps: [],
  };
}

function matchOf(collection: string, row: FoundRow, index: number, identifiers: readonly Identifier[]): Match {
  return {
    type: 'match',
    collection,
    key: [index + 1],
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

function recordsOf(collection: string, rows: readonly FoundRow[], wanted: ReadonlySet<number>): readonly SourceRecord[] {
  return rows
    .map((row, index) => ({ row, number: index + 1 }))
    .filter(({ number }) => wanted.has(number))
    .map(({ row, number }) => ({
      key: [number],
      data: { [ROW]: number, ...row },
      via: [{ root: { collection, recordId: String(number) }, path: [] }],
    }));
}
