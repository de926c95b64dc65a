import { isIndexed } from '../binding/uniqueness.js';
import type { TableInfo } from '../database.js';

/** Columns by which a table's rows are found in a statement, or `undefined` where only reading them tells. */
export type Sought = readonly string[] | undefined;

/** One use of a table in a statement. */
interface Use {
  readonly table: TableInfo;
  readonly sought: Sought;
}

/** Gives each table in a statement a short alias, and remembers by which columns its rows are found. */
export class Aliases {
  readonly #uses: Use[] = [];
  #walks = 0;

  of(table: TableInfo, sought: Sought): string {
    this.#uses.push({ table, sought });
    return `t${this.#uses.length - 1}`;
  }

  /** A name for something that is no table: a recursive query. */
  walk(): string {
    this.#walks += 1;
    return `w${this.#walks}`;
  }

  /** The uses of tables whose rows no index finds. Where one does and the product scans all the same, scanning is cheaper. */
  unserved(): readonly Use[] {
    return this.#uses.filter(({ table, sought }) => sought === undefined || !isIndexed(table, sought));
  }
}
