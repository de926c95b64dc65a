import type { ResourceDescriptor } from '../descriptor/data-package.js';
import type { Cell } from '../table/column.js';
import { type CellCodec, csvCodec, jsonCodec, type SqlType, type SqlValue } from './cell-codec.js';

/** What of a record its columns cannot hold, by the number of the field: so that nothing is lost. */
interface Rest {
  /** Fields that the record does not have, which is another thing than having no value. */
  readonly absent?: readonly number[];
  /** Values as they are in the archive where the column has only the nearest. */
  readonly exact?: Readonly<Record<number, Cell>>;
}

/** Rows of one table as SQLite has them: a value for each field, and behind them the rest, as JSON, where there is any. */
export class RowCodec {
  readonly #codecs: readonly CellCodec[];
  readonly #isJson: boolean;

  constructor({ format, schema }: ResourceDescriptor) {
    this.#isJson = format === 'json';
    this.#codecs = schema.fields.map(this.#isJson ? jsonCodec : csvCodec);
  }

  get types(): readonly SqlType[] {
    return this.#codecs.map(({ type }) => type);
  }

  write(row: readonly Cell[]): readonly SqlValue[] {
    const absent: number[] = [];
    const exact: Record<number, Cell> = {};
    const values = this.#codecs.map((codec, index) => {
      const cell = row[index];
      if (cell === undefined && this.#isJson) absent.push(index);
      if (cell === undefined || cell === null) return null;
      const value = stored(codec.write(cell));
      if (value === null || !isSame(codec.read(value), cell)) exact[index] = cell;
      return value;
    });
    const rest: Rest = {
      ...(absent.length === 0 ? {} : { absent }),
      ...(Object.keys(exact).length === 0 ? {} : { exact }),
    };
    return [...values, Object.keys(rest).length === 0 ? null : JSON.stringify(rest)];
  }

  read(values: readonly SqlValue[]): readonly Cell[] {
    const { absent = [], exact = {} } = restOf(values[this.#codecs.length] ?? null);
    const missing = new Set(absent);
    return this.#codecs.map((codec, index) => {
      if (Object.hasOwn(exact, index)) return exact[index];
      const value = values[index] ?? null;
      if (value !== null) return codec.read(value);
      return !this.#isJson || missing.has(index) ? undefined : null;
    });
  }
}

function restOf(value: SqlValue): Rest {
  return typeof value === 'string' ? (JSON.parse(value) as Rest) : {};
}

/** As it comes back: text goes through UTF-8, which has no lone surrogates. */
function stored(value: SqlValue): SqlValue {
  return typeof value === 'string' ? Buffer.from(value).toString() : value;
}

function isSame(one: Cell, other: Cell): boolean {
  if (typeof one === 'object' && typeof other === 'object') return JSON.stringify(one) === JSON.stringify(other);
  return Object.is(one, other);
}
