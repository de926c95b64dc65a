import type { JsonObject } from '@habeas/connector-sdk';
import { unguardCell } from '../csv/csv-cell.js';
import { readCsv, TableSyntaxError } from '../csv/read-csv.js';
import type { FieldDescriptor, ResourceDescriptor } from '../descriptor/data-package.js';
import { readJsonRows } from '../json/read-json-rows.js';
import type { Cell } from '../table/column.js';
import { hasShape, type ShapeSchema } from '../table/json-shape.js';
import { csvCellCheck, isGuardedCell, jsonCellCheck, type CellCheck } from './cell-check.js';
import type { Problems } from './problems.js';

/** Is given each row of a table, its cells in the order of the fields; rows count from 1. */
export type RowWatcher = (row: readonly Cell[], number: number) => void;

/** Checks one table as its bytes go by: its form, its fields, its values, how many rows it has. */
export class TableCheck {
  #rows = 0;
  readonly #fields: readonly FieldDescriptor[];
  readonly #checks: readonly CellCheck[];

  constructor(
    private readonly resource: ResourceDescriptor,
    private readonly watch: RowWatcher,
    private readonly problems: Problems,
    private readonly shapes: ReadonlyMap<string, ShapeSchema> = new Map(),
  ) {
    this.#fields = resource.schema.fields;
    this.#checks = this.#fields.map(resource.format === 'csv' ? csvCellCheck : jsonCellCheck);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Consumes all bytes, also those behind a fault. */
  async run(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const { path, format } = this.resource;
    try {
      if (format === 'csv') await this.#runCsv(chunks);
      else await this.#runJson(chunks);
    } catch (fault) {
      if (!(fault instanceof TableSyntaxError)) throw fault;
      this.problems.add('table', fault.message, { file: path, row: fault.row });
      return;
    }
    if (this.#rows !== this.resource['x-records']) {
      this.problems.add('count', `the table has ${this.#rows} rows, its description says otherwise`, { file: path });
    }
  }

  async #runCsv(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    let hasHeader = false;
    for await (const rows of readCsv(chunks)) {
      for (const row of rows) {
        if (hasHeader) this.#takeCsvRow(row);
        else this.#takeHeader(row);
        hasHeader = true;
      }
    }
    if (!hasHeader) throw new TableSyntaxError(0, 'the table has no header');
  }

  async #runJson(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const names = new Set(this.#fields.map(({ name }) => name));
    for await (const records of readJsonRows(chunks)) {
      for (const record of records) this.#takeRecord(record, names);
    }
  }

  #takeHeader(row: readonly string[]): void {
    const isSame = row.length === this.#fields.length && row.every((cell, index) => cell === this.#fields[index]?.name);
    if (!isSame) throw new TableSyntaxError(0, "the header is not the description's list of fields");
  }

  #takeCsvRow(row: readonly string[]): void {
    this.#rows += 1;
    if (row.length !== this.#fields.length)
      throw new TableSyntaxError(this.#rows, 'the row has another number of cells than the header');
    row.forEach((cell, index) => {
      const field = this.#fields[index];
      if (field !== undefined && !isGuardedCell(cell, field))
        this.#complain('the cell is not written as the dialect says', field);
    });
    this.#takeCells(row.map(unguardCell));
  }

  #takeRecord(record: JsonObject, names: ReadonlySet<string>): void {
    this.#rows += 1;
    for (const name of Object.keys(record)) {
      if (!names.has(name)) throw new TableSyntaxError(this.#rows, 'the record has a field that is not described');
    }
    for (const [name, shape] of this.shapes) {
      if (Object.hasOwn(record, name) && !hasShape(record[name], shape)) {
        this.problems.add('cell', 'the value is not as its schema says', {
          file: this.resource.path,
          row: this.#rows,
          field: name,
        });
      }
    }
    this.#takeCells(this.#fields.map(({ name }) => (Object.hasOwn(record, name) ? record[name] : undefined)));
  }

  #takeCells(cells: readonly Cell[]): void {
    for (let index = 0; index < this.#fields.length; index += 1) {
      const field = this.#fields[index];
      const cell = cells[index];
      if (field === undefined) continue;
      if (cell === undefined || cell === null) {
        if (field.constraints?.required === true) this.#complain('the value is missing', field);
      } else if (this.#checks[index]?.(cell) === false) this.#complain(`the value is no ${field.type}`, field);
    }
    this.watch(cells, this.#rows);
  }

  #complain(message: string, { name }: FieldDescriptor): void {
    this.problems.add('cell', message, { file: this.resource.path, row: this.#rows, field: name });
  }
}
