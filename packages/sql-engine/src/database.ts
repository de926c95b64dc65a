import type { FieldType, JsonValue } from '@habeas/connector-sdk';

/** The database products that the engine can write SQL for. */
export type SqlProduct = 'mysql' | 'mariadb' | 'postgres' | 'sqlite';

/** SQL text with placeholders of the product (`?`, or `$1`…), and the values for them. Values never stand in the text. */
export interface Statement {
  readonly text: string;
  readonly params: readonly SqlParam[];
  /** By the size of its table, it can hardly have more rows: an adapter may choose the way that is faster for few. */
  readonly rowEstimate?: number;
}

/** What may be bound. Integers that are not safe in JavaScript are bound as strings of digits. */
export type SqlParam = string | number | Uint8Array | null;

/**
 * A value as an adapter delivers it: already faithful. BIGINT and DECIMAL are strings, dates and times are the source's
 * own text (no zone applied), JSON is parsed without losing digits, arrays are arrays, booleans are booleans where the
 * product has them, bytes are bytes.
 */
export type SqlValue = JsonValue | Uint8Array;

/** One row, by column alias. The engine uses rows up: it changes those it is given and makes records of them. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** A column as it exists. */
export interface ColumnInfo {
  readonly name: string;
  /** As the product prints it: `varchar(255)`, `bigint(20) unsigned`, `text[]`. */
  readonly nativeType: string;
  readonly type: FieldType;
  readonly nullable: boolean;
  /** For text: the collation's name, and whether equality under it tells upper from lower case. */
  readonly collation?: { readonly name: string; readonly caseSensitive: boolean };
  /** For generated columns: the expression, as the product prints it. */
  readonly generatedFrom?: string;
}

/** An index as it exists. A part is a column, or an expression (PostgreSQL, SQLite, MySQL 8). */
export interface IndexInfo {
  readonly name: string;
  readonly unique: boolean;
  readonly parts: readonly ({ readonly column: string } | { readonly expression: string })[];
  /** A condition makes it serve only some rows. */
  readonly partial: boolean;
}

/** A foreign key as it exists. */
export interface ForeignKeyInfo {
  readonly name: string;
  readonly columns: readonly string[];
  readonly toSchema?: string;
  readonly toTable: string;
  readonly toColumns: readonly string[];
}

/** A table or view as it exists. */
export interface TableInfo {
  readonly schema?: string;
  readonly name: string;
  readonly kind: 'table' | 'view';
  readonly columns: readonly ColumnInfo[];
  readonly primaryKey: readonly string[];
  readonly indexes: readonly IndexInfo[];
  readonly foreignKeys: readonly ForeignKeyInfo[];
  /** The product's own estimate. */
  readonly rowEstimate?: number;
  /** Whether this account may select from it. */
  readonly readable: boolean;
}

/** What the account may do beside reading, as the product's catalogue tells it. */
export interface ReadOnlyProof {
  /** `proved` the account holds no right to write; `session` it does, and this session cannot use it; `no` neither. */
  readonly level: 'proved' | 'session' | 'no';
  /** The rights that should not be there: `INSERT on shop.*`. */
  readonly excess: readonly string[];
}

/** A scan of a whole table that a statement would make, by the product's own plan. */
export interface PlannedScan {
  readonly table: string;
  readonly rows: number;
}

/**
 * One open database: the only thing a connector for a product has to supply. Every connection in it is read-only, has a
 * statement timeout, and is taken from a pool of limited size. Errors are `ConnectorError`s of the right class, without
 * statement text or values in their messages.
 */
export interface SqlDatabase {
  readonly product: SqlProduct;
  /** Product and version: `MariaDB 10.11.6`. */
  readonly system: string;
  /** The schema that unqualified table names mean: `public`, the MySQL database, `main`. */
  readonly defaultSchema: string;
  /** The tables that exist, of the schemas named (the default schema where none is). */
  tables(schemas?: readonly string[]): Promise<readonly TableInfo[]>;
  /** For small results: matches, metadata. Refuses more than `limit` rows (default 10,000) with class `contract`. */
  query(statement: Statement, limit?: number): Promise<readonly SqlRow[]>;
  /**
   * For any size: batches with back-pressure, constant memory. Leaving the loop or aborting kills the query on the server.
   * Large files are queried for while the stream that names them is open: a pool needs a second connection for that.
   */
  stream(statement: Statement): AsyncIterable<readonly SqlRow[]>;
  /** The full scans in the statement's plan. */
  scans(statement: Statement): Promise<readonly PlannedScan[]>;
  readOnlyProof(): Promise<ReadOnlyProof>;
  close(): Promise<void>;
}
