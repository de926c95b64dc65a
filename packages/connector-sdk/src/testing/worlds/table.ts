import type { WorldTable, WorldType, WorldValue } from '../world.js';

/** What a table of a world may state beside its columns and rows. */
export interface TableOptions {
  readonly key?: readonly string[];
  readonly indexes?: readonly (readonly string[])[];
}

/** A table with its columns, as `{ name: type }` or (for names that objects treat specially) as a map; its key is `id` where nothing else is said. */
export function table(
  name: string,
  columns: Readonly<Record<string, WorldType>> | ReadonlyMap<string, WorldType>,
  rows: Iterable<readonly WorldValue[]>,
  { key = ['id'], indexes = [] }: TableOptions = {},
): WorldTable {
  const named =
    columns instanceof Map
      ? [...(columns as Map<string, WorldType>)]
      : Object.entries<WorldType>(columns as Record<string, WorldType>);
  return { name, columns: named.map(([column, type]) => ({ name: column, type })), key, indexes, rows };
}

/** Rows made while they are read, so that a large table takes no memory. */
export function generatedRows(count: number, row: (index: number) => readonly WorldValue[]): Iterable<readonly WorldValue[]> {
  return {
    *[Symbol.iterator]() {
      for (let index = 0; index < count; index += 1) yield row(index);
    },
  };
}
