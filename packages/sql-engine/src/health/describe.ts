import type { DescribedCollection } from '@habeas/connector-sdk';
import type { SqlDatabase, TableInfo } from '../database.js';

/** The tables and views of these schemas as they exist, for drafting a data map, or for comparing one with them. */
export async function* describe(database: SqlDatabase, schemas: readonly string[]): AsyncIterable<DescribedCollection> {
  for (const table of await database.tables(schemas)) yield described(table, database.defaultSchema);
}

function described(table: TableInfo, defaultSchema: string): DescribedCollection {
  const { columns, primaryKey, indexes, foreignKeys, rowEstimate } = table;
  return {
    name: qualified(table.schema, table.name, defaultSchema),
    ...(rowEstimate === undefined ? {} : { rowEstimate }),
    key: primaryKey,
    fields: columns.map(({ name, nativeType, type, nullable }) => ({ name, nativeType, type, nullable })),
    references: foreignKeys.map(({ name, columns: own, toSchema, toTable, toColumns }) => ({
      name,
      to: qualified(toSchema, toTable, defaultSchema),
      on: Object.fromEntries(own.map((column, index) => [column, toColumns[index] ?? column])),
    })),
    indexes: indexes.flatMap(({ parts, unique }) => {
      const fields = parts.flatMap((part) => ('column' in part ? [part.column] : []));
      return fields.length === parts.length ? [{ fields, unique }] : [];
    }),
  };
}

function qualified(schema: string | undefined, name: string, defaultSchema: string): string {
  return schema === undefined || schema === defaultSchema ? name : `${schema}.${name}`;
}
