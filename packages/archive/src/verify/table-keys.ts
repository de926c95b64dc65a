import type { PackageDescriptor, ResourceDescriptor } from '../descriptor/data-package.js';
import type { Cell } from '../table/column.js';
import { KeySet } from './key-set.js';
import type { Problems } from './problems.js';

/** The values that some fields of a table have together. */
interface WatchedKey {
  readonly table: string;
  readonly fields: readonly string[];
  readonly values: KeySet;
  /** Whether no two rows may have the same. */
  readonly unique: boolean;
}

/** Follows the keys of all tables, so that references can be held against what they refer to, in whatever order the tables come. */
export class TableKeys {
  readonly #watched = new Map<string, WatchedKey>();

  constructor(private readonly description: PackageDescriptor) {
    for (const { name, schema } of description.resources) {
      const { primaryKey, foreignKeys = [] } = schema;
      if (primaryKey !== undefined) this.#watch(name, primaryKey, true);
      for (const { fields, reference } of foreignKeys) {
        this.#watch(name, fields, false);
        this.#watch(reference.resource, reference.fields, false);
      }
    }
  }

  /** What to do with each row of a table. */
  watcherOf({ name, path, schema }: ResourceDescriptor, problems: Problems): (row: readonly Cell[], number: number) => void {
    const watched = [...this.#watched.values()].filter(({ table }) => table === name);
    const places = watched.map(({ fields }) => fields.map((each) => schema.fields.findIndex((field) => field.name === each)));
    return (row, number) => {
      watched.forEach(({ values, unique }, index) => {
        const key = keyOf((places[index] ?? []).map((place) => row[place]));
        if (key === undefined || values.isFull) return;
        if (!values.add(key) && unique) problems.add('table', 'two rows have the same primary key', { file: path, row: number });
      });
    };
  }

  /** To be called when all tables were read. */
  checkReferences(problems: Problems): void {
    for (const { name, path, schema } of this.description.resources) {
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const own = this.#watched.get(idOf(name, fields))?.values;
        const target = this.#watched.get(idOf(reference.resource, reference.fields))?.values;
        if (own === undefined || target === undefined || target.isFull) continue;
        const missing = own.missingIn(target);
        if (missing > 0)
          problems.add('reference', `${missing} values refer to nothing in table '${reference.resource}'`, { file: path });
      }
    }
  }

  #watch(table: string, fields: readonly string[], unique: boolean): void {
    const id = idOf(table, fields);
    const known = this.#watched.get(id);
    this.#watched.set(id, { table, fields, values: known?.values ?? new KeySet(), unique: unique || known?.unique === true });
  }
}

function idOf(table: string, fields: readonly string[]): string {
  return JSON.stringify([table, ...fields]);
}

/** `undefined` where nothing is referred to. */
function keyOf(cells: readonly Cell[]): string | undefined {
  if (cells.every((cell) => cell === undefined || cell === null)) return undefined;
  const [only] = cells;
  return cells.length === 1 && typeof only === 'string' ? only : JSON.stringify(cells.map(String));
}
