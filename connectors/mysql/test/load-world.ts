import type { LoadedWorld, World, WorldTable, WorldType, WorldValue } from '@habeas/connector-sdk/testing';
import type { TestDatabase, TestServer, TestUser } from '@habeas/test-servers';
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import { configOf, open, statement } from './connect.js';

const ROWS_PER_INSERT = 1_000;

const TYPES: Readonly<Record<Exclude<WorldType, 'text-array'>, string>> = {
  integer: 'INT',
  'big-integer': 'BIGINT',
  decimal: 'DECIMAL(30, 10)',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  code: 'VARCHAR(64)',
  text: 'VARCHAR(255)',
  'long-text': 'LONGTEXT',
  date: 'DATE',
  time: 'TIME(6)',
  datetime: 'DATETIME(6)',
  timestamp: 'TIMESTAMP(6)',
  json: 'JSON',
  bytes: 'LONGBLOB',
};

/** Loads a world into a database of its own, with an account that may select from its tables one by one. */
export async function loadWorld(server: TestServer, world: World): Promise<LoadedWorld> {
  const database = await server.createDatabase(world.name.slice(0, 30));
  await fill(database, world);
  const grants = world.tables.map(({ name }) => `SELECT ON ${database.name}.${quote(name)}`);
  const user = await server.createUser({ database: database.name, grants });
  return loadedWorld(server, database, user);
}

function loadedWorld(server: TestServer, database: TestDatabase, user: TestUser): LoadedWorld {
  const at = (table: string): string => `${database.name}.${quote(table)}`;
  return {
    config: configOf(user.url, { connections: 2 }), // the fewest there can be: nothing may wait for itself
    badConfig: configOf(user.url, { password: 'wrong-password' }),
    secrets: [user.password],
    deny: (table) => database.run(`REVOKE SELECT ON ${at(table)} FROM ${user.name}@'%'`),
    dropColumn: (table, column) => database.run(`ALTER TABLE ${at(table)} DROP COLUMN ${quote(column)}`),
    dropTable: (table) => database.run(`DROP TABLE ${at(table)}`),
    killConnections: () => killConnections(server, user),
    hold: (table) => hold(database, table),
    activeStatements: () => activeStatements(server, user),
    attemptWrite: () => attemptWrite(database),
    drop: async () => {
      await user.drop();
      await database.drop();
    },
  };
}

async function fill(database: TestDatabase, world: World): Promise<void> {
  const connection = await connect(database.url);
  try {
    await connection.query("SET SESSION sql_mode = '', time_zone = '+00:00', foreign_key_checks = 0, unique_checks = 0");
    for (const table of world.tables) await fillTable(connection, table);
  } finally {
    await connection.end();
  }
}

async function fillTable(connection: Connection, table: WorldTable): Promise<void> {
  const columns = table.columns.map(
    ({ name, type }) => `${quote(name)} ${TYPES[type as keyof typeof TYPES]} ${nullability(table, name)}`,
  );
  const indexes = table.indexes.map((names) => `KEY (${names.map(quote).join(', ')})`);
  const parts = [...columns, `PRIMARY KEY (${table.key.map(quote).join(', ')})`, ...indexes];
  await connection.query(`CREATE TABLE ${quote(table.name)} (${parts.join(', ')})`);
  let rows: unknown[][] = [];
  const write = async (): Promise<void> => {
    if (rows.length > 0) await connection.query(`INSERT INTO ${quote(table.name)} VALUES ?`, [rows]);
    rows = [];
  };
  for (const row of table.rows) {
    rows.push(row.map((value, index) => stored(value, table.columns[index]?.type)));
    if (rows.length === ROWS_PER_INSERT) await write();
  }
  await write();
}

/** A TIMESTAMP that is not told otherwise is NOT NULL, and follows the clock. */
function nullability({ key }: WorldTable, column: string): string {
  return key.includes(column) ? 'NOT NULL' : 'NULL';
}

function stored(value: WorldValue, type: WorldType | undefined): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value);
  return type === 'timestamp' && typeof value === 'string' ? value.replace('T', ' ').replace('Z', '') : value;
}

async function killConnections(server: TestServer, user: TestUser): Promise<void> {
  const connection = await connect(server.url);
  try {
    const [processes] = await connection.query<RowDataPacket[]>(
      'SELECT ID AS id FROM information_schema.PROCESSLIST WHERE USER = ?',
      [user.name],
    );
    // One may have ended by itself since it was listed
    for (const { id } of processes) await connection.query(`KILL ${String(id)}`).catch(() => undefined);
  } finally {
    await connection.end();
  }
}

async function activeStatements(server: TestServer, user: TestUser): Promise<number> {
  const connection = await connect(server.url);
  try {
    const [rows] = await connection.query<RowDataPacket[]>(
      "SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST WHERE USER = ? AND COMMAND IN ('Query', 'Execute')",
      [user.name],
    );
    return Number(rows[0]?.['n']);
  } finally {
    await connection.end();
  }
}

async function hold(database: TestDatabase, table: string): Promise<() => Promise<void>> {
  const connection = await connect(database.url);
  await connection.query(`LOCK TABLES ${quote(table)} WRITE`);
  return () => connection.end();
}

/** As the administrator, so that nothing but the session stands in the way. */
async function attemptWrite(database: TestDatabase): Promise<'refused' | 'written'> {
  const opened = await open(database.url);
  try {
    await opened.query(statement('CREATE TABLE written (id INT)'));
    return 'written';
  } catch {
    return 'refused';
  } finally {
    await opened.close();
  }
}

function connect(uri: string): Promise<Connection> {
  return mysql.createConnection({ uri });
}

function quote(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
