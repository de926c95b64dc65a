import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { Client, types } from 'pg';
import { SAMPLE_ORACLES, type OracleStatement } from './oracles.js';
import type { SampleKind } from './sample-files.js';

/** A record as the oracle sees it: its fields as plain values, dates and decimals as the product prints them. */
export type OracleRecord = Readonly<Record<string, unknown>>;

/** What belongs to each customer: by e-mail address, then by collection, then by record id. */
export type OracleTruth = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, OracleRecord>>>;

type Row = Readonly<Record<string, unknown>> & { readonly _owner: string; readonly _record: number | string };
type Ask = (sql: string) => Promise<readonly Row[]>;

/** Asks a loaded sample what belongs to whom, with one statement per collection. `target` as for `loadSample`. */
export async function askOracle(kind: SampleKind, target: string): Promise<OracleTruth> {
  const statements = SAMPLE_ORACLES[kind];
  if (kind === 'chinook-sqlite') return askSqlite(target, statements);
  return kind.endsWith('-mysql') ? askMysql(target, statements) : askPostgres(target, statements);
}

async function askSqlite(file: string, statements: readonly OracleStatement[]): Promise<OracleTruth> {
  const database = new Database(file, { readonly: true });
  try {
    return await gather(statements, (sql) => Promise.resolve(database.prepare<[], Row>(sql).all()));
  } finally {
    database.close();
  }
}

async function askMysql(target: string, statements: readonly OracleStatement[]): Promise<OracleTruth> {
  const connection = await createConnection({ uri: target, dateStrings: true, charset: 'utf8mb4' });
  try {
    await connection.query("SET SESSION sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES')");
    return await gather(statements, async (sql) => (await connection.query(sql))[0] as Row[]);
  } finally {
    await connection.end();
  }
}

async function askPostgres(target: string, statements: readonly OracleStatement[]): Promise<OracleTruth> {
  const dates = new Set<number>([types.builtins.DATE, types.builtins.TIMESTAMP]);
  const asPrinted = (text: string): string => text;
  const client = new Client({
    connectionString: target,
    types: { getTypeParser: (type) => (dates.has(type) ? asPrinted : (types.getTypeParser(type) as (text: string) => unknown)) },
  });
  await client.connect();
  try {
    return await gather(statements, async (sql) => (await client.query<Row>(sql)).rows);
  } finally {
    await client.end();
  }
}

async function gather(statements: readonly OracleStatement[], ask: Ask): Promise<OracleTruth> {
  const truth = new Map<string, Map<string, Map<string, OracleRecord>>>();
  for (const { collection, sql } of statements)
    for (const { _owner, _record, ...fields } of await ask(sql)) {
      const collections = entry(truth, _owner, () => new Map<string, Map<string, OracleRecord>>());
      entry(collections, collection, () => new Map<string, OracleRecord>()).set(String(_record), fields);
    }
  return truth;
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
