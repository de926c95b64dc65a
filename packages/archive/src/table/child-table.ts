import type { FieldType, JsonObject, JsonValue } from '@habeas/connector-sdk';
import { LineSpool } from '../output/line-spool.js';
import type { Scratch } from '../output/spool.js';
import type { Cell, Column } from './column.js';
import { flatten } from './flatten.js';
import type { RowShape } from './table-writer.js';

const MOST_COLUMNS = 200;

/** An element of a nested value: the record it stands in, its place in the list (from 1), and itself. */
export type ChildRow = readonly [record: string, place: number, element: JsonValue];

/** The names of a child table's own columns. */
export interface ChildColumns {
  readonly record: string;
  readonly place: string;
}

/**
 * Unfolds one nested field of a collection into a table that a spreadsheet can show: a row for each element of a list (or
 * for the one object), a column for each leaf. What columns there are is known only when all rows were seen, so the rows
 * are spooled, and read back once the table they belong to is written. It is a view: the field itself keeps the exact
 * value, as JSON text.
 */
export class ChildTable {
  readonly #rows: LineSpool<ChildRow>;
  readonly #leaves = new Map<string, Set<string>>();
  #hasRest = false;

  constructor(scratch: Scratch) {
    this.#rows = new LineSpool(scratch);
  }

  get rows(): number {
    return this.#rows.rows;
  }

  /** Takes a record's value. Call {@link ChildTable.flush} now and then. */
  take(record: string, value: JsonObject | readonly JsonValue[]): void {
    const elements: readonly JsonValue[] = isList(value) ? value : [value];
    elements.forEach((element, index) => {
      for (const [path, leaf] of flatten(element)) this.#note(path, leaf);
      this.#rows.add([record, index + 1, element]);
    });
  }

  async flush(): Promise<void> {
    await this.#rows.flush();
  }

  /** All rows, for {@link ChildTable.shape}. */
  batches(): AsyncIterable<readonly ChildRow[]> {
    return this.#rows.batches();
  }

  /** The table's columns, once everything is taken. Leaves beyond the 200th column stand together in `_rest`, as JSON text. */
  shape(): RowShape<ChildRow> & { readonly own: ChildColumns } {
    const paths = [...this.#leaves.keys()];
    const free = (name: string): string => (this.#leaves.has(name) ? free(`_${name}`) : name);
    const own = { record: free('_record'), place: free('_n') };
    const columns: Column[] = [
      { name: own.record, type: 'string', required: true },
      { name: own.place, type: 'integer', required: true },
      ...paths.map((name) => ({ name, type: typeOf(this.#leaves.get(name)) })),
      ...(this.#hasRest ? [{ name: free('_rest'), type: 'json' as const }] : []),
    ];
    return {
      own,
      columns,
      fill: (row, cells) => {
        fillChildRow(row, cells, paths, this.#hasRest);
      },
    };
  }

  #note(path: string, leaf: JsonValue): void {
    let kinds = this.#leaves.get(path);
    if (kinds === undefined) {
      if (this.#leaves.size >= MOST_COLUMNS) {
        this.#hasRest = true;
        return;
      }
      kinds = new Set();
      this.#leaves.set(path, kinds);
    }
    if (leaf !== null) kinds.add(kindOf(leaf));
  }
}

function fillChildRow([record, place, element]: ChildRow, cells: Cell[], paths: readonly string[], hasRest: boolean): void {
  const leaves = flatten(element);
  cells[0] = record;
  cells[1] = place;
  paths.forEach((path, index) => {
    cells[index + 2] = leaves.get(path);
    leaves.delete(path);
  });
  if (hasRest) cells[paths.length + 2] = leaves.size === 0 ? undefined : Object.fromEntries(leaves);
}

function isList(value: JsonObject | readonly JsonValue[]): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function kindOf(leaf: JsonValue): string {
  if (typeof leaf !== 'number') return typeof leaf;
  return Number.isSafeInteger(leaf) ? 'integer' : 'number';
}

/** The type that all leaves of a column have; a mixture is written as JSON text, which keeps `"5"` and `5` apart. */
function typeOf(kinds: ReadonlySet<string> = new Set()): FieldType {
  const seen = [...kinds].sort().join(' ');
  switch (seen) {
    case '':
    case 'string':
      return 'string';
    case 'boolean':
    case 'integer':
    case 'number':
      return seen;
    case 'integer number':
      return 'number';
    default:
      return 'json';
  }
}
