import type { DescribedCollection } from '@habeas/connector-sdk';
import type { ComparedSource, DeclaredCollection } from './compared-source.js';

/** The tables that a source was found to have; none where its connector cannot tell, or it was not reached. */
export function tablesIn({ found }: ComparedSource): readonly DescribedCollection[] {
  return 'problem' in found ? [] : (found.described ?? []);
}

/** The table that a collection stands in. A data map may write the schema of a table that the source tells without. */
export function tableOf({ table }: DeclaredCollection, source: ComparedSource): DescribedCollection | undefined {
  const tables = tablesIn(source);
  return tables.find(({ name }) => name === table) ?? tables.find(({ name }) => name === withoutSchema(table));
}

/** Tables that the data map neither declares nor leaves out on purpose. */
export function unmappedTables(source: ComparedSource): readonly DescribedCollection[] {
  const written = [...source.collections.map(({ table }) => table), ...source.leftOut];
  const named = new Set([...written, ...written.map(withoutSchema)]);
  return tablesIn(source).filter(({ name }) => !named.has(name));
}

/** Columns that a personal collection's table has and no field describes. What stands in a key or a reference is known. */
export function unmappedColumns(collection: DeclaredCollection, source: ComparedSource): readonly string[] {
  const table = tableOf(collection, source);
  if (table === undefined || !collection.isPersonal) return [];
  const known = new Set([...collection.fields.map(({ column }) => column), ...collection.mentioned, ...table.key]);
  return table.fields.map(({ name }) => name).filter((name) => !known.has(name));
}

/** The table's own name: `customer` of `shop.customer`. */
function withoutSchema(table: string): string {
  return table.slice(table.indexOf('.') + 1);
}
