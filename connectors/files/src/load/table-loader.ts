import { ConnectorError } from '@habeas/connector-sdk';
import type SqliteDriver from 'better-sqlite3';
import { FILE_COLUMN, NOTES_COLUMN, ROW_COLUMN, type FileRow, type MergedRows } from '../rows/row.js';

/** Fills one table. All columns are text, compared without regard to the case of ASCII letters; types are the data map's. */
export class TableLoader {
  /** By their names in lower case, which is how SQLite tells them apart. */
  readonly #columns: Map<string, string>;
  readonly #inserts = new Map<string, SqliteDriver.Statement>();

  constructor(
    private readonly driver: SqliteDriver.Database,
    private readonly table: string,
  ) {
    driver.exec(
      `CREATE TABLE IF NOT EXISTS ${quoted(table)} (${FILE_COLUMN} TEXT NOT NULL, ${ROW_COLUMN} INTEGER NOT NULL, PRIMARY KEY (${FILE_COLUMN}, ${ROW_COLUMN}))`,
    );
    const names = driver.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    this.#columns = new Map(names.map((name) => [name.toLowerCase(), name]));
  }

  /** Adds rows, and first the columns that none of the earlier ones had. */
  add(file: string, rows: readonly FileRow[]): void {
    for (const { values } of rows) for (const name of values.keys()) this.#addColumn(name);
    this.driver.transaction(() => {
      for (const row of rows) this.#insert(file, row);
    })();
  }

  /** Adds columns that may be there already. */
  declare(columns: readonly string[]): void {
    for (const column of columns) this.#addColumn(column);
  }

  /** Gives every row of merged cells their value, and says so in it. */
  merge(file: string, { first, last, from, columns, note }: MergedRows): void {
    const table = quoted(this.table);
    const among = `WHERE ${FILE_COLUMN} = ? AND ${ROW_COLUMN} BETWEEN ? AND ?`;
    const rows = [file, first, last] as const;
    const value = this.driver
      .prepare(`SELECT ${quoted(from)} FROM ${table} ${among}`)
      .pluck()
      .get(file, first, first);
    if (value === undefined || value === null) return;
    this.#addColumn(NOTES_COLUMN);
    for (const name of columns.map(quoted)) {
      this.driver.prepare(`UPDATE ${table} SET ${name} = coalesce(${name}, ?) ${among}`).run(value, ...rows);
    }
    const noted = `coalesce(${NOTES_COLUMN} || '; ', '') || ?`;
    this.driver.prepare(`UPDATE ${table} SET ${NOTES_COLUMN} = ${noted} ${among}`).run(note, ...rows);
  }

  /** Makes equality by a column fast. A column that no file has is left to the data map's check. */
  index(column: string): void {
    const known = this.#columns.get(column.toLowerCase());
    if (known === undefined) return;
    this.driver.exec(`CREATE INDEX ${quoted(`${this.table} by ${known}`)} ON ${quoted(this.table)} (${quoted(known)})`);
  }

  #addColumn(name: string): void {
    const known = this.#columns.get(name.toLowerCase());
    if (known === name) return;
    if (known !== undefined) {
      throw new ConnectorError(
        'contract',
        `The table "${this.table}" has columns that differ in letter case only: ${known}, ${name}.`,
        {
          remedy: 'Rename one of them in the file.',
        },
      );
    }
    this.driver.exec(`ALTER TABLE ${quoted(this.table)} ADD COLUMN ${quoted(name)} TEXT COLLATE NOCASE`);
    this.#columns.set(name.toLowerCase(), name);
  }

  #insert(file: string, { position, values }: FileRow): void {
    const names = [FILE_COLUMN, ROW_COLUMN, ...values.keys()].map(quoted).join(', ');
    const insert =
      this.#inserts.get(names) ??
      this.driver.prepare(`INSERT INTO ${quoted(this.table)} (${names}) VALUES (${holes(values.size + 2)})`);
    this.#inserts.set(names, insert);
    insert.run(file, position, ...values.values());
  }
}

function holes(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
