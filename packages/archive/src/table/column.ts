import type { FieldSpec, FieldType, JsonValue } from '@habeas/connector-sdk';

/** One value of a row. `undefined` where the record has no such field; both it and `null` are "no value" in CSV. */
export type Cell = JsonValue | undefined;

/** One column of a table of the archive. */
export interface Column {
  readonly name: string;
  readonly type: FieldType;
  /** What the data map says about it, for columns that are fields of a collection. */
  readonly spec?: FieldSpec;
  /** Texts for people, for columns that are not. */
  readonly title?: Readonly<Record<string, string>>;
  readonly required?: boolean;
}

/** Turns rows of cells into the text of a table. Rows are given in order, each once. */
export interface TableEncoder {
  /** What the columns are called in the table. In CSV a name may be guarded like any text. */
  readonly labels: readonly string[];
  /** What stands in front of the first row. */
  readonly head: string;
  /** One row. The array may be used again after the call. */
  row(cells: readonly Cell[]): string;
  /** What stands behind the last row. */
  foot(): string;
}
