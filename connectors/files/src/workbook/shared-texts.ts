import SqliteDriver from 'better-sqlite3';

/** The texts that the cells of a workbook share: there may be more of them than memory holds, so that they lie in a database. */
export class SharedTexts {
  readonly #driver = new SqliteDriver('');
  readonly #insert: SqliteDriver.Statement;
  readonly #select: SqliteDriver.Statement<[number], string>;
  #count = 0;

  constructor() {
    this.#driver.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384;');
    this.#driver.exec('CREATE TABLE texts (number INTEGER PRIMARY KEY, text TEXT NOT NULL); BEGIN');
    this.#insert = this.#driver.prepare('INSERT INTO texts VALUES (?, ?)');
    this.#select = this.#driver.prepare<[number], string>('SELECT text FROM texts WHERE number = ?').pluck();
  }

  /** Adds the next text. */
  readonly add = (text: string): void => {
    this.#insert.run(this.#count, text);
    this.#count += 1;
  };

  /** By its number, from 0. */
  readonly get = (number: number): string | undefined => this.#select.get(number);

  close(): void {
    this.#driver.close();
  }
}
