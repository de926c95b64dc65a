import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import type { CaseFile } from './case-file.js';

/** A request as its row says. Times are milliseconds. */
export interface RequestRow {
  readonly id: string;
  readonly controller: string;
  readonly reference: string;
  readonly state: string;
  readonly data_key: string | null;
  readonly subject_file: string | null;
  readonly case_file: string | null;
  readonly generation: string | null;
  readonly evidence_index: string | null;
  readonly archive: string | null;
  readonly expires_at: number | null;
}

export interface StepRow {
  readonly id: string;
  readonly request: string;
  readonly step_key: string;
  readonly kind: string;
  readonly state: string;
  readonly due_at: number;
  readonly claimable_at: number | null;
  readonly lease_owner: string | null;
  readonly lease_ends_at: number | null;
}

export interface AuditRow {
  readonly number: number;
  readonly id: string;
  readonly controller: string;
  readonly at: number;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly action: string;
  readonly object_type: string;
  readonly object_id: string;
  readonly outcome: string;
  readonly details: string;
  readonly sequence: number | null;
  readonly previous: string | null;
  readonly hash: string | null;
}

export interface SegmentRow {
  readonly request: string;
  readonly generation: string;
  readonly source: string;
  readonly collection: string;
  readonly number: number;
  readonly blob: string;
}

/** A store, read whole by plain SQL. */
export interface StoreRows {
  /** The database's time, in milliseconds. */
  readonly now: number;
  readonly requests: readonly RequestRow[];
  readonly steps: readonly StepRow[];
  readonly audit: readonly AuditRow[];
  readonly segments: readonly SegmentRow[];
  readonly head: { readonly sequence: number; readonly hash: string };
  /** What the database says of its own pages: nothing where they are whole. */
  readonly damage: readonly string[];
}

type Query = (sql: string) => Promise<readonly unknown[]>;

/** Reads everything of a store that an invariant is about. */
export async function readStore(store: CaseFile['store']): Promise<StoreRows> {
  return 'sqlite' in store ? fromSqlite(store.sqlite) : fromMysql(store.mysql);
}

async function fromSqlite(path: string): Promise<StoreRows> {
  const database = new Database(path, { readonly: true });
  try {
    const damage = (database.pragma('integrity_check') as readonly { readonly integrity_check: string }[])
      .map((row) => row.integrity_check)
      .filter((text) => text !== 'ok');
    const rows = await readTables((sql) => Promise.resolve(database.prepare(sql).all()));
    return { ...rows, now: Date.now(), damage };
  } finally {
    database.close();
  }
}

async function fromMysql(uri: string): Promise<StoreRows> {
  const connection = await createConnection({ uri });
  try {
    const query: Query = async (sql) => (await connection.query(sql))[0] as unknown[];
    const [time] = (await query('SELECT CAST(UNIX_TIMESTAMP(SYSDATE(3)) * 1000 AS SIGNED) AS now')) as readonly { now: number }[];
    return { ...(await readTables(query)), now: Number(time?.now), damage: [] };
  } finally {
    await connection.end();
  }
}

async function readTables(query: Query): Promise<Omit<StoreRows, 'now' | 'damage'>> {
  const [head] = (await query('SELECT sequence, hash FROM trail_head')) as readonly StoreRows['head'][];
  return {
    requests: (await query('SELECT * FROM request ORDER BY id')) as readonly RequestRow[],
    steps: (await query('SELECT * FROM step ORDER BY number')) as readonly StepRow[],
    audit: (await query('SELECT * FROM audit_entry ORDER BY number')) as readonly AuditRow[],
    segments: (await query(
      'SELECT * FROM evidence_segment ORDER BY request, generation, source, collection, number',
    )) as readonly SegmentRow[],
    head: head ?? { sequence: 0, hash: '0'.repeat(64) },
  };
}
