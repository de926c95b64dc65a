import { type QueryRunner, Table, type TableColumnOptions } from 'typeorm';
import { type ColumnKind, columnType, type Product } from '../column-types.js';

/** A table as a migration makes it: columns by their names in SQL; those ending in `?` may be empty. */
export interface MigrationTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnKind | `${ColumnKind}?`>>;
  readonly primary: readonly string[];
  readonly indices?: readonly { readonly name: string; readonly columns: readonly string[]; readonly unique?: boolean }[];
}

/** Makes a table and its indices, where it is not there yet: a migration that was killed is run again. */
export async function createTable(runner: QueryRunner, table: MigrationTable): Promise<void> {
  const product = productOf(runner);
  const columns = Object.entries(table.columns).map(([name, kind]) => columnOf(product, { name, kind, table }));
  const indices = (table.indices ?? []).map(({ name, columns: of, unique = false }) => ({
    name,
    columnNames: [...of],
    isUnique: unique,
  }));
  // On MySQL the indices are part of the one statement; on SQLite all migrations are one transaction.
  await runner.createTable(new Table({ name: table.name, columns, indices }), true);
}

/** The product that a migration runs on. */
export function productOf(runner: QueryRunner): Product {
  return runner.dataSource.options.type === 'mysql' ? 'mysql' : 'sqlite';
}

interface Declared {
  readonly name: string;
  readonly kind: string;
  readonly table: MigrationTable;
}

function columnOf(product: Product, { name, kind, table }: Declared): TableColumnOptions {
  const plain = kind.replace('?', '') as ColumnKind;
  return {
    name,
    ...columnType(product, plain),
    isNullable: kind.endsWith('?'),
    isPrimary: table.primary.includes(name),
    ...(plain === 'number' ? { isGenerated: true, generationStrategy: 'increment' as const } : {}),
  };
}
