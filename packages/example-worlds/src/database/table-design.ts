/** The database products that a designed table can be created in. */
export type Product = 'mariadb' | 'postgres' | 'sqlite';

/** What a column holds. `code` is text short enough to be part of a key. */
export type ColumnType = 'integer' | 'bigint' | 'decimal' | 'code' | 'text' | 'date' | 'datetime' | 'blob';

/** A table that has to exist in several products alike. */
export interface TableDesign {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly key: readonly string[];
  /** Columns with an index of their own. */
  readonly indexes: readonly string[];
}

const TYPES: Readonly<Record<Product, Readonly<Record<ColumnType, string>>>> = {
  mariadb: {
    integer: 'INT',
    bigint: 'BIGINT',
    decimal: 'DECIMAL(12,2)',
    code: 'VARCHAR(40)',
    text: 'VARCHAR(190)',
    date: 'DATE',
    datetime: 'DATETIME',
    blob: 'LONGBLOB',
  },
  postgres: {
    integer: 'integer',
    bigint: 'bigint',
    decimal: 'numeric(12,2)',
    code: 'varchar(40)',
    text: 'text',
    date: 'date',
    datetime: 'timestamp',
    blob: 'bytea',
  },
  sqlite: {
    integer: 'INTEGER',
    bigint: 'BIGINT',
    decimal: 'DECIMAL(12,2)',
    code: 'TEXT',
    text: 'TEXT COLLATE NOCASE',
    date: 'DATE',
    datetime: 'DATETIME',
    blob: 'BLOB',
  },
};

/** The statements that create the table and its indexes. Columns outside the key may be null. */
export function createTableSql({ name, columns, key, indexes }: TableDesign, product: Product): readonly string[] {
  const types = TYPES[product];
  const quote = (text: string): string => quoteName(text, product);
  const list = Object.entries(columns).map(
    ([column, type]) => `${quote(column)} ${types[type]}${key.includes(column) ? ' NOT NULL' : ''}`,
  );
  return [
    `CREATE TABLE ${quote(name)} (${list.join(', ')}, PRIMARY KEY (${key.map(quote).join(', ')}))`,
    ...indexes.map((column) => `CREATE INDEX ${quote(`${name}_by_${column}`)} ON ${quote(name)} (${quote(column)})`),
  ];
}

/** A name as the product quotes it. The worlds' names hold no quotes. */
export function quoteName(name: string, product: Product): string {
  return product === 'mariadb' ? `\`${name}\`` : `"${name}"`;
}
