import { ConnectorError } from '@habeas/connector-sdk';
import type { PlannedScan, SqlDatabase, Statement, TableInfo } from './database.js';
import type { Dialect } from './dialect/dialect.js';
import type { Aliases, Sought } from './read/aliases.js';

/** A scan of a table that is larger than the source allows. */
export interface RefusedScan {
  /** Its name as the product's plan has it: of a view, one of the tables behind. */
  readonly name: string;
  readonly rows: number;
  /** Where it is a table of the statement: the columns an index would have to hold. */
  readonly missing?: { readonly table: TableInfo; readonly sought: Sought };
}

/** Plans that are remembered for a session. */
const MOST_PLANS = 1_000;

/**
 * Keeps statements from reading large tables whole, for want of an index. Asks the product for its plan only where a table
 * is large enough to matter and no index is known to find its rows: a table that is scanned in spite of one, because most
 * of it belongs to the person, is read all the same.
 */
export class ScanGuard {
  readonly #database: SqlDatabase;
  readonly #dialect: Dialect;
  readonly #scans = new Map<string, readonly PlannedScan[]>();
  readonly rowLimit: number;

  constructor(database: SqlDatabase, dialect: Dialect, rowLimit: number) {
    this.#database = database;
    this.#dialect = dialect;
    this.rowLimit = rowLimit;
  }

  /** Whether a statement over these tables may scan too much, so that its plan has to be asked for. */
  minds(aliases: Aliases): boolean {
    return this.#anyLarge(aliases.unserved());
  }

  /** The first scan that is too large, or `undefined` where the statement may run. */
  async refused(statement: Statement, aliases: Aliases): Promise<RefusedScan | undefined> {
    const unserved = aliases.unserved();
    if (!this.#anyLarge(unserved)) return undefined;
    for (const { table: name, rows } of await this.#scansOf(statement)) {
      const missing = unserved.find(({ table }) => table.name === name);
      if (rows <= this.rowLimit) continue;
      if (missing !== undefined) return { name, rows, missing };
      if (unserved.some(({ table }) => table.kind === 'view')) return { name, rows };
    }
    return undefined;
  }

  #anyLarge(uses: readonly { readonly table: TableInfo }[]): boolean {
    return uses.some(({ table }) => this.mayBeLarge(table));
  }

  /** A plan depends little on the values: it is asked for once for each text, and a person searched twice costs no more plans. */
  async #scansOf(statement: Statement): Promise<readonly PlannedScan[]> {
    const known = this.#scans.get(statement.text);
    if (known !== undefined) return known;
    const scans = await this.#database.scans(statement);
    if (this.#scans.size < MOST_PLANS) this.#scans.set(statement.text, scans);
    return scans;
  }

  /** Whether a table is known, or not known not, to have more rows than may be scanned. */
  mayBeLarge({ rowEstimate }: TableInfo): boolean {
    return rowEstimate === undefined || rowEstimate > this.rowLimit;
  }

  /** Throws `quota` where a statement would scan too much. */
  async admit(statement: Statement, aliases: Aliases, collection: string): Promise<void> {
    const scan = await this.refused(statement, aliases);
    if (scan === undefined) return;
    throw new ConnectorError('quota', this.message(collection, scan), { collection, remedy: this.#remedy(scan) });
  }

  /** What is told about a scan that is not made. */
  message(collection: string, { name, rows }: RefusedScan): string {
    const count = (value: number): string => Math.round(value).toLocaleString('en');
    return `Collection "${collection}": table "${name}" would have to be read whole, about ${count(rows)} rows, and scanRowLimit is ${count(this.rowLimit)}.`;
  }

  #remedy({ name, missing }: RefusedScan): string {
    if (missing?.sought === undefined || missing.table.kind === 'view') {
      return `Add an index for the columns "${name}" is searched or joined by, or raise scanRowLimit.`;
    }
    return `Have a person review and run: ${this.#dialect.ddl.index(missing.table, missing.sought)} Or raise scanRowLimit.`;
  }
}
