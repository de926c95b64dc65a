import type { ColumnInfo, SqlProduct, TableInfo } from '../database.js';
import type { Sql } from './sql.js';

/**
 * What one product writes differently. Everything else the engine writes is understood by all of them.
 * Expressions are pieces of SQL; columns are as the catalogue tells them.
 */
export interface Dialect {
  readonly product: SqlProduct;
  /** UTF-8 bytes an alias may have; PostgreSQL cuts longer ones off without a word. */
  readonly longestAlias: number;
  /** Values one statement can carry. */
  readonly mostParams: number;
  /** Whether a column may hold values of another type than it was declared with. */
  readonly dynamicTypes: boolean;
  /** Whether JSON columns arrive as text, because the product has no such type. */
  readonly jsonIsText: boolean;
  /** Whether `LIKE` goes by the column's collation, so that an index finds what begins alike. PostgreSQL refuses it under some. */
  readonly likeFollowsCollation: boolean;
  placeholder(position: number): string;
  /** A name, quoted; several make a qualified one. */
  name(...parts: readonly string[]): Sql;
  /** Whether a column of this type can be compared with a text without a cast. */
  comparesText(column: ColumnInfo): boolean;
  /** Whether any text of this product can hold these characters. */
  canHold(value: string): boolean;
  /** A text, to be compared with a column: under the column's collation, without conversion of the column. */
  text(value: string, column: ColumnInfo): Sql;
  /** An integer of any size, from its digits. */
  integer(digits: string): Sql;
  decimal(digits: string): Sql;
  /** `searched = given`, so that an index on `searched` serves and differing collations or text types do not stop it. */
  equals(searched: TypedSql, given: TypedSql): Sql;
  /** A value of any type, as it prints. */
  printed(value: Sql): Sql;
  /** A value of any type as text whose ASCII letters are lower case: for coarse patterns, never for an index. */
  folded(value: Sql): Sql;
  /** The expression that an index on `lower(column)` serves. */
  lower(column: Sql): Sql;
  /** The expression that an index on the column's digits serves, where the product can have one. */
  digits?(column: Sql): Sql;
  /** Whether an index or generated column with this expression, as the product prints it, holds lower case or digits of the column. */
  derives(expression: string, column: string): 'lower' | 'digits' | undefined;
  /** The bytes of a text or binary value, as they are stored. */
  bytes(value: Sql, column: ColumnInfo): Sql;
  byteLength(value: Sql, column: ColumnInfo): Sql;
  /** Bytes `from` (counting from 1) of a binary value. */
  slice(value: Sql, from: number, length: number): Sql;
  /** A text constant of the column's own type, to stand for a value that is left out. */
  constant(value: string, column: ColumnInfo): Sql;
  /** The most bytes a value of this type has, or `undefined` where only the product's own limit ends it. */
  mostBytes(column: ColumnInfo): number | undefined;
  /** Whether an integer column of this type can hold the number at all. */
  fits(column: ColumnInfo, digits: string): boolean;
  readonly ddl: IndexDdl;
}

/** An expression and the column it comes from. */
export interface TypedSql {
  readonly value: Sql;
  readonly column: ColumnInfo;
}

/** Statements that would make a lookup fast, for a person to review and run. */
export interface IndexDdl {
  index(table: TableInfo, columns: readonly string[]): string;
  /** For columns that tell upper from lower case. */
  lower(table: TableInfo, column: ColumnInfo): string;
  /** For phone numbers in any notation. Absent where the product cannot compute them. */
  digits?(table: TableInfo, column: ColumnInfo): string;
}
