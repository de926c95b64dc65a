import type { IndexInfo, TableInfo } from '../database.js';

/** The columns of an index in order, up to its first expression. */
export function indexColumns({ parts }: IndexInfo): readonly string[] {
  const end = parts.findIndex((part) => !('column' in part));
  return (end === -1 ? parts : parts.slice(0, end)).map((part) => ('column' in part ? part.column : ''));
}

/** Whether the database guarantees one row at most for each combination of these columns. */
export function isUnique(table: TableInfo, columns: readonly string[]): boolean {
  const guaranteed = (key: readonly string[]): boolean => key.length > 0 && key.every((column) => columns.includes(column));
  return (
    guaranteed(table.primaryKey) ||
    table.indexes.some(
      (index) =>
        index.unique && !index.partial && indexColumns(index).length === index.parts.length && guaranteed(indexColumns(index)),
    )
  );
}

/** Whether an index, or the primary key, finds rows by these columns in any order: they stand at its front. */
export function isIndexed(table: TableInfo, columns: readonly string[]): boolean {
  const serves = (key: readonly string[]): boolean => {
    const front = key.slice(0, columns.length);
    return front.length === columns.length && columns.every((column) => front.includes(column));
  };
  return serves(table.primaryKey) || table.indexes.some((index) => !index.partial && serves(indexColumns(index)));
}
