import { ConnectorError, recordId, type RecordKey, type Via } from '@habeas/connector-sdk';
import type { BoundCollection } from '../binding/bound-map.js';
import type { SqlRow } from '../database.js';
import type { Columns, Reading } from './reading.js';
import { INTERNAL } from './selection.js';

/** What is delivered of a statement's rows, batch by batch. Throws `contract` where two rows have one key. */
export interface Delivery<T> {
  /** What the next rows make. */
  take(rows: readonly SqlRow[]): readonly T[];
  /** What was held back until there were no more rows. */
  end(): readonly T[];
  /** The last key that is done with. */
  readonly last: RecordKey | undefined;
}

/** How a row was reached. */
export type ViasOf = (row: SqlRow, key: RecordKey) => readonly Via[];

/** Delivers the rows of a statement in which each comes once. Roots were delivered by passes of their own. */
export class EachRow<T> implements Delivery<T> {
  last: RecordKey | undefined;
  readonly #skipsOwn: boolean;

  constructor(
    private readonly reading: Reading<T>,
    private readonly columns: Columns<T>,
    private readonly viasOf: ViasOf,
    ownToo: boolean,
  ) {
    this.#skipsOwn = !ownToo && reading.plan.own.size > 0;
  }

  take(rows: readonly SqlRow[]): readonly T[] {
    const { reading, columns, viasOf } = this;
    const made: T[] = [];
    for (const row of rows) {
      const key = columns.key(row);
      if (key === undefined) {
        reading.leftOut();
        continue;
      }
      if (this.last !== undefined && isSameKey(key, this.last)) throw repeatedKey(reading.collection);
      this.last = key;
      if (!this.#skipsOwn || !reading.plan.own.has(recordId(key))) made.push(columns.make(row, key, viasOf(row, key)));
    }
    return made;
  }

  end(): readonly T[] {
    return [];
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
export class MergedRows<T> implements Delivery<T> {
  last: RecordKey | undefined;
  #pending: Pending | undefined;

  constructor(
    private readonly reading: Reading<T>,
    private readonly columns: Columns<T>,
  ) {}

  take(rows: readonly SqlRow[]): readonly T[] {
    const made: T[] = [];
    for (const row of rows) {
      const key = this.columns.key(row);
      if (key === undefined) this.reading.leftOut();
      else made.push(...this.#accept(row, key));
    }
    return made;
  }

  end(): readonly T[] {
    return this.#finished();
  }

  #accept(row: SqlRow, key: RecordKey): readonly T[] {
    const way = [Number(row[INTERNAL.path]), Number(row[INTERNAL.root])] as const;
    if (this.#pending === undefined || !isSameKey(key, this.#pending.key)) return this.#finished({ row, key, pairs: [...way] });
    addWay(this.#pending, way, this.reading.collection);
    return [];
  }

  #finished(next?: Pending): readonly T[] {
    const { plan, vias } = this.reading;
    const done = this.#pending;
    this.#pending = next;
    if (done === undefined) return [];
    this.last = done.key;
    return plan.own.has(recordId(done.key)) ? [] : [this.columns.make(done.row, done.key, vias.list(done.pairs))];
  }
}

/** The same way twice means two rows with one key. */
function addWay({ pairs }: Pending, way: readonly [number, number], collection: BoundCollection): void {
  if (pairs.at(-2) === way[0] && pairs.at(-1) === way[1]) throw repeatedKey(collection);
  pairs.push(...way);
}

function isSameKey(a: RecordKey, b: RecordKey): boolean {
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

function repeatedKey({ name, key }: BoundCollection): ConnectorError {
  const columns = key.map(({ column }) => column.name).join(', ');
  return new ConnectorError('contract', `Several rows of "${name}" have the same ${columns}, so they cannot be told apart.`, {
    collection: name,
    remedy: 'Name columns in key: that no two rows share.',
  });
}
