/** The databases that a store can be in. MariaDB counts as MySQL. */
export type Product = 'sqlite' | 'mysql';

/**
 * The few kinds of columns there are:
 *
 * - `id` for ids, states and kinds; `name` for names that others gave; `text` for anything longer
 * - `count` for small numbers; `time` for milliseconds since 1970, UTC, and other long numbers; `number` counts up by itself
 */
export type ColumnKind = 'id' | 'name' | 'text' | 'count' | 'time' | 'number';

/** A declaration in the words of TypeORM. */
export interface ColumnDeclaration {
  readonly type: 'varchar' | 'text' | 'longtext' | 'int' | 'integer' | 'bigint';
  readonly length?: string;
  readonly charset?: string;
  readonly collation?: string;
}

/** Compared by code point, as SQLite does: ids that differ in case are different ids. */
const EXACT = { charset: 'utf8mb4', collation: 'utf8mb4_bin' };

const DECLARATIONS: Readonly<Record<Product, Readonly<Record<ColumnKind, ColumnDeclaration>>>> = {
  sqlite: {
    id: { type: 'varchar', length: '64' },
    name: { type: 'varchar', length: '255' },
    text: { type: 'text' },
    count: { type: 'integer' },
    time: { type: 'bigint' },
    number: { type: 'integer' },
  },
  mysql: {
    id: { type: 'varchar', length: '64', ...EXACT },
    name: { type: 'varchar', length: '255', ...EXACT },
    text: { type: 'longtext', ...EXACT },
    count: { type: 'int' },
    time: { type: 'bigint' },
    number: { type: 'bigint' },
  },
};

/** How a kind of column is declared. Migrations build on it: what is here never changes, new kinds are added. */
export function columnType(product: Product, kind: ColumnKind): ColumnDeclaration {
  return DECLARATIONS[product][kind];
}
