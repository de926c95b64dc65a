import { ConnectorError, recordId, type RecordKey, type Via } from '@habeas/connector-sdk';
import type { BoundCollection } from '../binding/bound-map.js';
import type { SqlRow, Statement } from '../database.js';
import { throwIfAborted } from '../engine.js';
import type { Columns, Part, Reading } from './reading.js';
import { INTERNAL } from './selection.js';

/** How a row was reached. */
export type ViasOf = (row: SqlRow, key: RecordKey) => readonly Via[];

/** Delivers the rows of a statement in which each comes once. Roots were delivered by passes of their own. */
export async function* deliverEach<T>(
  reading: Reading<T>,
  statement: Statement,
  columns: Columns<T>,
  { viasOf, ownToo }: { readonly viasOf: ViasOf; readonly ownToo: boolean },
): AsyncIterable<Part<T>> {
  const { engine, collection, plan } = reading;
  const skipsOwn = !ownToo && plan.own.size > 0;
  let last: RecordKey | undefined;
  for await (const rows of engine.database.stream(statement)) {
    throwIfAborted(engine);
    const made: T[] = [];
    for (const row of rows) {
      const key = columns.key(row);
      if (key === undefined) {
        reading.leftOut();
        continue;
      }
      if (last !== undefined && isSameKey(key, last)) throw repeatedKey(collection);
      last = key;
      if (!skipsOwn || !plan.own.has(recordId(key))) made.push(columns.make(row, key, viasOf(row, key)));
    }
    yield { made, last };
  }
}

/** A row that waits for its other ways, which come right after it. */
interface Pending {
  readonly row: SqlRow;
  readonly key: RecordKey;
  /** Path and root of each way, one after the other. */
  readonly pairs: number[];
}

/** Delivers the rows of a statement in which a row comes once for each way it is reached, sorted by key. */
export async function* deliverMerged<T>(reading: Reading<T>, statement: Statement, columns: Columns<T>): AsyncIterable<Part<T>> {
  const { engine, collection, plan, vias } = reading;
  let pending: Pending | undefined;
  let last: RecordKey | undefined;
  const finished = (next?: Pending): readonly T[] => {
    const done = pending;
    pending = next;
    if (done === undefined) return [];
    last = done.key;
    return plan.own.has(recordId(done.key)) ? [] : [columns.make(done.row, done.key, vias.list(done.pairs))];
  };
  const accept = (row: SqlRow, key: RecordKey): readonly T[] => {
    const way = [Number(row[INTERNAL.path]), Number(row[INTERNAL.root])] as const;
    if (pending === undefined || !isSameKey(key, pending.key)) return finished({ row, key, pairs: [...way] });
    addWay(pending, way, collection);
    return [];
  };
  for await (const rows of engine.database.stream(statement)) {
    throwIfAborted(engine);
    const made: T[] = [];
    for (const row of rows) {
      const key = columns.key(row);
      if (key === undefined) reading.leftOut();
      else made.push(...accept(row, key));
    }
    yield { made, last };
  }
  const made = finished();
  yield { made, last };
}

/** The same way twice means two rows with one key. */
function addWay({ pairs }: Pending, way: readonly [number, number], collection: BoundCollection): void {
  if (pairs.at(-2) === way[0] && pairs.at(-1) === way[1]) throw repeatedKey(collection);
  pairs.push(...way);
}

function isSameKey(a: RecordKey, b: RecordKey): boolean {
  return a.every((part, index) => part === b[index]);
}

function repeatedKey({ name, key }: BoundCollection): ConnectorError {
  const columns = key.map(({ column }) => column.name).join(', ');
  return new ConnectorError('contract', `Several rows of "${name}" have the same ${columns}, so they cannot be told apart.`, {
    collection: name,
    remedy: 'Name columns in key: that no two rows share.',
  });
}
