import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';

/** Where the store of a house is. */
export type StorePlace = { readonly sqlite: string } | { readonly mysql: string };

/** A look at a store past the service, for what only time would bring. */
export class StoreWindow {
  constructor(private readonly place: StorePlace) {}

  /** Lets the time of a request be over: what was due at its end is due now. */
  async letExpire(request: string): Promise<void> {
    const now = Date.now();
    await this.#run(`UPDATE step SET due_at = ?, claimable_at = ? WHERE request = ? AND kind = 'expire' AND state = 'pending'`, [
      now,
      now,
      request,
    ]);
    await this.#run('UPDATE request SET expires_at = ? WHERE id = ?', [now, request]);
  }

  /** Lets the month of a request be nearly over, in which nobody has proved who asks. */
  async letLapse(request: string): Promise<void> {
    const now = Date.now();
    await this.#run('UPDATE request SET due_at = ? WHERE id = ?', [now + 2 * 86_400_000, request]);
    const sql = `UPDATE step SET due_at = ?, claimable_at = ? WHERE request = ? AND kind = 'lapse' AND state = 'pending'`;
    await this.#run(sql, [now, now, request]);
  }

  /** Lets the hour be over for which a request is kept beyond its end, so that what was given up is told. Nothing where nothing was. */
  async letHaveBeenTold(request: string): Promise<void> {
    const sql = `UPDATE request SET answers = json_set(answers, '$[0].givenUpAt', ?) WHERE id = ? AND json_extract(answers, '$[0].givenUpAt') IS NOT NULL`;
    await this.#run(sql, [new Date(Date.now() - 2 * 3_600_000).toISOString(), request]);
  }

  /** Lets the steps of a request that are of one kind be due now. */
  async letBeDue(request: string, kind: string): Promise<void> {
    const now = Date.now();
    const sql = `UPDATE step SET due_at = ?, claimable_at = ? WHERE request = ? AND kind = ? AND state = 'pending'`;
    await this.#run(sql, [now, now, request, kind]);
  }

  /** Rows as they lie there. */
  rows(sql: string, ...values: readonly (string | number)[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return this.#run(sql, values) as Promise<readonly Readonly<Record<string, unknown>>[]>;
  }

  /** Whether nothing is left to do: no step that could be claimed or runs, no entry of the trail without its place. */
  async isIdle(): Promise<boolean> {
    const steps = `SELECT COUNT(*) AS n FROM step WHERE state IN ('pending', 'running') AND due_at <= ?`;
    const waiting = 'SELECT COUNT(*) AS n FROM audit_entry WHERE sequence IS NULL';
    return (await this.#count(steps, [Date.now()])) === 0 && (await this.#count(waiting, [])) === 0;
  }

  /** Lets a request have been read once before, for other matches than it has now: whoever reads it next discards that. */
  async letHaveBeenRead(request: string): Promise<void> {
    await this.#run(`UPDATE request SET generation = 'gen_earlier' WHERE id = ? AND generation IS NULL`, [request]);
  }

  /** Lets a request have been over for some time already. */
  async letBeOverdue(request: string, milliseconds: number): Promise<void> {
    const due = Date.now() - milliseconds;
    await this.#run(`UPDATE step SET due_at = ?, claimable_at = ? WHERE request = ? AND kind = 'expire'`, [due, due, request]);
  }

  /** The requests that were destroyed, in the order of the trail. */
  async shreds(): Promise<readonly string[]> {
    const sql = `SELECT object_id AS id FROM audit_entry WHERE action = 'request.shred' ORDER BY number`;
    return ((await this.#run(sql, [])) as readonly { readonly id: string }[]).map(({ id }) => id);
  }

  /** How many steps are leased. */
  runningSteps(): Promise<number> {
    return this.#count(`SELECT COUNT(*) AS n FROM step WHERE state = 'running'`, []);
  }

  /** How many steps have ended. */
  endedSteps(): Promise<number> {
    return this.#count(`SELECT COUNT(*) AS n FROM step WHERE state = 'done'`, []);
  }

  async #count(sql: string, values: readonly (string | number)[]): Promise<number> {
    const [row] = (await this.#run(sql, values)) as readonly { readonly n: number }[];
    return Number(row?.n);
  }

  async #run(sql: string, values: readonly (string | number)[]): Promise<unknown[]> {
    return 'sqlite' in this.place ? onSqlite(this.place.sqlite, sql, values) : onMysql(this.place.mysql, sql, values);
  }
}

function onSqlite(path: string, sql: string, values: readonly (string | number)[]): unknown[] {
  const database = new Database(path, { timeout: 20_000 });
  try {
    const statement = database.prepare(sql);
    if (statement.reader) return statement.all(...values);
    statement.run(...values);
    return [];
  } finally {
    database.close();
  }
}

async function onMysql(uri: string, sql: string, values: readonly (string | number)[]): Promise<unknown[]> {
  const connection = await createConnection({ uri });
  try {
    const [rows] = await connection.query(sql, [...values]);
    return Array.isArray(rows) ? rows : [];
  } finally {
    await connection.end();
  }
}
