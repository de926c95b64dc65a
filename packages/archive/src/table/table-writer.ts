import { csvEncoder } from '../csv/csv-encoder.js';
import { jsonEncoder } from '../json/json-encoder.js';
import type { Cell, Column, TableEncoder } from './column.js';
import { observerFor, type SchemaType, type TypeObserver } from './observed-type.js';
import { Utf8Buffer } from './utf8-buffer.js';

/** The two formats a requester can choose from. */
export type TableFormat = 'csv' | 'json';

/** How things of some kind become rows. */
export interface RowShape<Item> {
  readonly columns: readonly Column[];
  /** Puts an item's cells into the row, one for each column. */
  fill(item: Item, row: Cell[]): void;
}

/** A column of a written table: what it is called there, and what all its values are. */
export interface WrittenColumn extends Column {
  readonly label: string;
  readonly observed: SchemaType;
}

/** What is known of a table when its last row is written. */
export interface TableFacts {
  readonly columns: readonly WrittenColumn[];
  readonly rows: number;
  /** Cells' texts that held lone surrogates, which UTF-8 cannot carry: U+FFFD stands there. Always 0 in JSON. */
  readonly replaced: number;
}

/** Encodes one table in a stream, in constant memory. {@link TableWriter.facts} holds when the stream is through. */
export class TableWriter<Item> {
  readonly #encoder: TableEncoder;
  readonly #observers: readonly TypeObserver[];
  readonly #buffer = new Utf8Buffer();
  readonly #row: Cell[];
  #rows = 0;
  #replaced = 0;

  constructor(
    private readonly shape: RowShape<Item>,
    private readonly format: TableFormat,
  ) {
    this.#encoder = format === 'csv' ? csvEncoder(shape.columns) : jsonEncoder(shape.columns);
    this.#observers = shape.columns.map(({ type }) => observerFor(type));
    this.#row = shape.columns.map(() => undefined);
  }

  /** The table's bytes. Each chunk is valid until the next is asked for; the next batch is asked for only then. */
  async *encode(batches: AsyncIterable<readonly Item[]>): AsyncGenerator<Uint8Array> {
    yield* this.#put(this.#encoder.head);
    for await (const batch of batches) {
      for (const item of batch) {
        const text = this.#encodeRow(item);
        if (!this.#buffer.add(text)) yield* this.#put(text);
      }
    }
    yield* this.#put(this.#encoder.foot());
    yield this.#buffer.take();
  }

  facts(): TableFacts {
    const columns = this.shape.columns.map((column, index) => ({
      ...column,
      label: this.#encoder.labels[index] ?? column.name,
      observed: this.#observers[index]?.result(this.format) ?? { type: 'string' },
    }));
    return { columns, rows: this.#rows, replaced: this.#replaced };
  }

  #encodeRow(item: Item): string {
    const row = this.#row;
    this.shape.fill(item, row);
    for (let index = 0; index < row.length; index += 1) {
      const cell = row[index];
      if (cell !== undefined && cell !== null) this.#observers[index]?.see(cell);
    }
    this.#rows += 1;
    const text = this.#encoder.row(row);
    if (this.format === 'csv' && !isWellFormed(text)) this.#replaced += this.#countIllFormed(row);
    return text;
  }

  /** Values of type `json` are written as JSON text, which escapes what UTF-8 cannot carry. */
  #countIllFormed(row: readonly Cell[]): number {
    const { columns } = this.shape;
    return row.filter((cell, index) => typeof cell === 'string' && columns[index]?.type !== 'json' && !isWellFormed(cell)).length;
  }

  /** For a text that does not fit behind what is there already. */
  *#put(text: string): Generator<Uint8Array> {
    if (this.#buffer.add(text)) return;
    yield this.#buffer.take();
    if (!this.#buffer.add(text)) yield Buffer.from(text);
  }
}

/** ES2024: in every Node we support, and not yet in the compiler's library. */
function isWellFormed(text: string): boolean {
  return (text as unknown as { isWellFormed(): boolean }).isWellFormed();
}
