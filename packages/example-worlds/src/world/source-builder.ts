/** A value as a database takes it. */
export type CellValue = string | number | bigint | null | Uint8Array;

/** One row, by column. */
export type TableRow = Readonly<Record<string, CellValue>>;

/** A record, named as a search would name it: source of the configuration, collection of the data map, key. */
export interface RecordName {
  readonly source: string;
  readonly collection: string;
  /** `7`, or `["FR","7"]` where the key has several columns. */
  readonly recordId: string;
}

/** A record that an identifier can lead to, and all that hangs from it. */
export interface Root extends RecordName {
  readonly owned: RecordName[];
}

/** Where a kind of row is kept: its collection in the data map, the columns of its key, its table. */
export interface Place {
  readonly collection: string;
  readonly key: readonly string[];
  readonly table: string;
}

/** A {@link Place} whose table is called like its collection unless told otherwise. */
export function place(collection: string, key: readonly string[], table = collection): Place {
  return { collection, key, table };
}

/**
 * Collects the rows of one source before any database sees them, and notes for each whom it hangs from. This note is the
 * truth that searches are measured by: it is made where the row is made, and knows nothing of how anybody searches.
 */
export class SourceBuilder {
  readonly #tables = new Map<string, TableRow[]>();
  readonly #numbers = new Map<string, number>();

  constructor(readonly source: string) {}

  /** All rows, by table, in the order they were made. */
  get tables(): ReadonlyMap<string, readonly TableRow[]> {
    return this.#tables;
  }

  /** The next number of a series: 1, 2, 3 … */
  next(series: string): number {
    const number = (this.#numbers.get(series) ?? 0) + 1;
    this.#numbers.set(series, number);
    return number;
  }

  /** A row that is nobody's: an event, a price list. */
  shared(table: string, row: TableRow): void {
    const rows = this.#tables.get(table);
    if (rows === undefined) this.#tables.set(table, [row]);
    else rows.push(row);
  }

  /** A row that identifiers lead to. */
  root(where: Place, row: TableRow): Root {
    this.shared(where.table, row);
    return { ...this.#name(where, row), owned: [] };
  }

  /** A row that belongs to a root, directly or by steps. A row may belong to several roots: name them all. */
  owned(roots: Root | readonly Root[], where: Place, row: TableRow): void {
    this.shared(where.table, row);
    for (const root of [roots].flat()) root.owned.push(this.#name(where, row));
  }

  #name({ collection, key }: Place, row: TableRow): RecordName {
    const values = key.map((column) => String(row[column]));
    return { source: this.source, collection, recordId: values.length === 1 ? values.join('') : JSON.stringify(values) };
  }
}
