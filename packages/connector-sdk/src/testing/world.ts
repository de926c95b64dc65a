/**
 * What a column of a world holds; each product translates it into a type of its own.
 *
 * - `integer` 32 bits; `big-integer` 64 bits, signed; `decimal` 30 digits, 10 of them after the point; `double` IEEE 754
 * - `code` text of up to 64 characters, made for keys; `text` up to 255; `long-text` any length, some megabytes at least.
 *   All of them with the product's everyday collation: what it takes for equal is part of the test
 * - `date`; `time` and `datetime` with microseconds and without a zone; `timestamp` an instant with microseconds
 * - `json` the product's JSON type, or text; `text-array` an array of texts; `bytes` any length, some megabytes at least
 */
export type WorldType =
  | 'integer'
  | 'big-integer'
  | 'decimal'
  | 'double'
  | 'boolean'
  | 'code'
  | 'text'
  | 'long-text'
  | 'date'
  | 'time'
  | 'datetime'
  | 'timestamp'
  | 'json'
  | 'text-array'
  | 'bytes';

/**
 * A value to be stored. `integer` and `double` are numbers; `big-integer` and `decimal` texts of digits; `boolean` a
 * boolean; `date` `2024-02-29`, `time` `13:45:00.123456`, `datetime` `2024-02-29 13:45:00.123456`, `timestamp`
 * `2024-02-29T13:45:00.123456Z` (always UTC); `json` its text; `text-array` an array; `bytes` bytes. Any may be null.
 */
export type WorldValue = null | boolean | number | string | Uint8Array | readonly (string | null)[];

/** A column of a world's table. Every column that is not part of the key may be null. */
export interface WorldColumn {
  readonly name: string;
  readonly type: WorldType;
}

/** A table of a world. There are no foreign keys: many databases have none, and the data map has to suffice. */
export interface WorldTable {
  /** To be quoted: some names hold spaces or are reserved words. */
  readonly name: string;
  readonly columns: readonly WorldColumn[];
  /** The columns of the primary key, which all have to be created `NOT NULL`. */
  readonly key: readonly string[];
  /** The columns of each further index. None is unique. */
  readonly indexes: readonly (readonly string[])[];
  /** The rows, their values in the order of the columns. Can be iterated several times; may be long, so do not collect them. */
  readonly rows: Iterable<readonly WorldValue[]>;
}

/** A database as data, with a data map for it: what a scenario has to load into a real one. */
export interface World {
  /** Lower-case letters and underscores: can be part of a database's name. */
  readonly name: string;
  readonly tables: readonly WorldTable[];
  /** In YAML. */
  readonly dataMap: string;
}
