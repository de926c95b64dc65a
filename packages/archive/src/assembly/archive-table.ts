import type { JsonValue } from '@habeas/connector-sdk';
import type { SourceDescription } from '@habeas/core';
import type { Bag, BaggedFile } from '../bag/bag.js';
import { TableWriter, type RowShape, type TableFacts, type TableFormat } from '../table/table-writer.js';
import type { Texts } from '../texts.js';

/** What a table is for, and so where it stands on the index page. */
export type TableRole = 'collection' | 'child' | 'attachments' | 'provenance';

/** A reference from columns of one table to columns of another (Table Schema `foreignKeys`). */
export interface TableReference {
  readonly fields: readonly string[];
  /** The other table's name. */
  readonly to: string;
  readonly toFields: readonly string[];
}

/** A table before it is written. */
export interface TablePlan {
  /** Its name in `datapackage.json`, unique. */
  readonly name: string;
  /** Below the top folder, without the extension. */
  readonly place: string;
  readonly role: TableRole;
  readonly title: Texts;
  readonly description?: Texts;
  readonly source?: SourceDescription;
  readonly primaryKey: readonly string[];
  readonly references?: readonly TableReference[];
  /** Properties of our own for `datapackage.json`; their names begin with `x-`. */
  readonly extras?: Readonly<Record<`x-${string}`, JsonValue>>;
}

/** A table that is in the bag. */
export interface ArchiveTable extends TablePlan {
  readonly format: TableFormat;
  readonly file: BaggedFile;
  readonly facts: TableFacts;
}

/** Writes tables into a bag, and remembers them in the order they came. */
export class TableShelf {
  readonly #tables: ArchiveTable[] = [];

  constructor(
    private readonly bag: Bag,
    readonly format: TableFormat,
  ) {}

  get tables(): readonly ArchiveTable[] {
    return this.#tables;
  }

  /** Streams a table into the bag. */
  async add<Item>(plan: TablePlan, shape: RowShape<Item>, batches: AsyncIterable<readonly Item[]>): Promise<ArchiveTable> {
    const writer = new TableWriter(shape, this.format);
    const file = await this.bag.addPayload(`${plan.place}.${this.format}`, writer.encode(batches));
    const table = { ...plan, format: this.format, file, facts: writer.facts() };
    this.#tables.push(table);
    return table;
  }

  /** The same for rows that are all there. */
  async addRows<Item>(plan: TablePlan, shape: RowShape<Item>, rows: readonly Item[]): Promise<ArchiveTable> {
    return this.add(plan, shape, once(rows));
  }

  /** Adds what is known of a table only after it was written. */
  extend(name: string, more: Pick<TablePlan, 'references' | 'extras'>): void {
    const index = this.#tables.findIndex((table) => table.name === name);
    const table = this.#tables[index];
    if (table !== undefined) this.#tables[index] = { ...table, ...more };
  }
}

async function* once<Item>(rows: readonly Item[]): AsyncGenerator<readonly Item[]> {
  yield rows;
  await Promise.resolve();
}
