import type { TableInfo } from '../database.js';

/** Gives each table in a statement a short alias, and remembers which is which for messages. */
export class Aliases {
  readonly #tables = new Map<string, TableInfo>();
  #others = 0;

  of(table: TableInfo): string {
    const alias = `t${this.#tables.size}`;
    this.#tables.set(alias, table);
    return alias;
  }

  /** A name for something that is no table: a recursive query. */
  walk(): string {
    this.#others += 1;
    return `w${this.#others}`;
  }

  /** The table that an alias, or a name in a plan, stands for. */
  tableOf(name: string): TableInfo | undefined {
    return this.#tables.get(name) ?? this.tables.find((table) => table.name === name);
  }

  get tables(): readonly TableInfo[] {
    return [...this.#tables.values()];
  }
}
