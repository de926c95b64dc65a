import { ConnectorError } from '@habeas/connector-sdk';
import type { PlannedScan, SqlDatabase, Statement, TableInfo } from './database.js';
import type { Aliases } from './read/aliases.js';

/** A scan of a table that is larger than the source allows. */
export interface RefusedScan {
  readonly table: TableInfo | undefined;
  readonly name: string;
  readonly rows: number;
}

/** Keeps statements from reading whole large tables. Asks the product for its plan only where a table in it is large enough to matter. */
export class ScanGuard {
  readonly #database: SqlDatabase;
  readonly rowLimit: number;

  constructor(database: SqlDatabase, rowLimit: number) {
    this.#database = database;
    this.rowLimit = rowLimit;
  }

  /** The first scan that is too large, or `undefined` where the statement may run. */
  async refused(statement: Statement, aliases: Aliases): Promise<RefusedScan | undefined> {
    if (!aliases.tables.some((table) => this.mayBeLarge(table))) return undefined;
    const scans = await this.#database.scans(statement);
    const large = scans.find(({ rows }) => rows > this.rowLimit);
    return large === undefined ? undefined : named(large, aliases);
  }

  /** Whether a table is known, or not known not, to have more rows than may be scanned. */
  mayBeLarge({ rowEstimate }: TableInfo): boolean {
    return rowEstimate === undefined || rowEstimate > this.rowLimit;
  }

  /** Throws `quota` where a statement would scan too much. */
  async admit(
    statement: Statement,
    aliases: Aliases,
    about: { readonly collection: string; readonly remedy: (scan: RefusedScan) => string },
  ): Promise<void> {
    const scan = await this.refused(statement, aliases);
    if (scan !== undefined)
      throw new ConnectorError('quota', scanMessage(about.collection, scan, this.rowLimit), {
        collection: about.collection,
        remedy: about.remedy(scan),
      });
  }
}

function named({ table: name, rows }: PlannedScan, aliases: Aliases): RefusedScan {
  const table = aliases.tableOf(name);
  return { table, name: table?.name ?? name, rows };
}

/** What is told about a scan that is not made. */
export function scanMessage(collection: string, { name, rows }: RefusedScan, rowLimit: number): string {
  const count = (value: number): string => Math.round(value).toLocaleString('en');
  return `Collection "${collection}": table "${name}" would have to be read whole, about ${count(rows)} rows, and scanRowLimit is ${count(rowLimit)}.`;
}
