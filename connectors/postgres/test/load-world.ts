import type { LoadedWorld, World, WorldTable, WorldType, WorldValue } from '@habeas/connector-sdk/testing';
import type { TestDatabase, TestServer, TestUser } from '@habeas/test-servers';
import { Client } from 'pg';
import { configOf, open, statement } from './connect.js';

const VALUES_PER_INSERT = 10_000;

const TYPES: Readonly<Record<WorldType, string>> = {
  integer: 'integer',
  'big-integer': 'bigint',
  decimal: 'numeric(30, 10)',
  double: 'double precision',
  boolean: 'boolean',
  code: 'varchar(64)',
  text: 'varchar(255)',
  'long-text': 'text',
  date: 'date',
  time: 'time(6)',
  datetime: 'timestamp(6)',
  timestamp: 'timestamptz(6)',
  json: 'jsonb',
  'text-array': 'text[]',
  bytes: 'bytea',
};

/** Loads a world into a database of its own, with an account that may select from its tables one by one. */
export async function loadWorld(server: TestServer, world: World): Promise<LoadedWorld> {
  const database = await server.createDatabase(world.name.slice(0, 30));
  await fill(database, world);
  const grants = world.tables.map(({ name }) => `SELECT ON ${quote(name)}`);
  const user = await server.createUser({ database: database.name, grants });
  return {
    config: configOf(user.url, { connections: 2 }), // the fewest there can be: nothing may wait for itself
    badConfig: configOf(user.url, { password: 'wrong-password' }),
    secrets: [user.password],
    deny: (table) => database.run(`REVOKE SELECT ON ${quote(table)} FROM ${user.name}`),
    dropColumn: (table, column) => database.run(`ALTER TABLE ${quote(table)} DROP COLUMN ${quote(column)}`),
    dropTable: (table) => database.run(`DROP TABLE ${quote(table)}`),
    killConnections: () => killConnections(database, user),
    hold: (table) => hold(database, table),
    activeStatements: () => activeStatements(database, user),
    attemptWrite: () => attemptWrite(database),
    drop: async () => {
      await user.drop();
      await database.drop();
    },
  };
}

async function fill(database: TestDatabase, world: World): Promise<void> {
  const client = await connect(database.url);
  try {
    for (const table of world.tables) await fillTable(client, table);
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

async function fillTable(client: Client, table: WorldTable): Promise<void> {
  const columns = table.columns.map(({ name, type }) => `${quote(name)} ${TYPES[type]}`);
  await client.query(
    `CREATE TABLE ${quote(table.name)} (${columns.join(', ')}, PRIMARY KEY (${table.key.map(quote).join(', ')}))`,
  );
  const rowsPerInsert = Math.floor(VALUES_PER_INSERT / table.columns.length);
  let rows: (readonly WorldValue[])[] = [];
  const write = async (): Promise<void> => {
    if (rows.length > 0) await insert(client, table, rows);
    rows = [];
  };
  for (const row of table.rows) {
    rows.push(row);
    if (rows.length === rowsPerInsert) await write();
  }
  await write();
  for (const names of table.indexes) await client.query(`CREATE INDEX ON ${quote(table.name)} (${names.map(quote).join(', ')})`);
}

async function insert(client: Client, table: WorldTable, rows: readonly (readonly WorldValue[])[]): Promise<void> {
  const width = table.columns.length;
  const tuples = rows.map((_row, at) => `(${table.columns.map((_column, index) => `$${at * width + index + 1}`).join(', ')})`);
  const values = rows.flatMap((row) => row.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)));
  await client.query(`INSERT INTO ${quote(table.name)} VALUES ${tuples.join(', ')}`, values);
}

async function killConnections(database: TestDatabase, user: TestUser): Promise<void> {
  await ask(database, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', user.name);
}

/** A statement whose rows nobody fetches at the moment is running all the same. */
async function activeStatements(database: TestDatabase, user: TestUser): Promise<number> {
  const active = "state IN ('active', 'idle in transaction')";
  const [row] = await ask(
    database,
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE usename = $1 AND ${active}`,
    user.name,
  );
  return Number(row?.['n']);
}

async function ask(database: TestDatabase, sql: string, value: string): Promise<readonly Record<string, unknown>[]> {
  const client = await connect(database.url);
  try {
    return (await client.query<Record<string, unknown>>(sql, [value])).rows;
  } finally {
    await client.end();
  }
}

async function hold(database: TestDatabase, table: string): Promise<() => Promise<void>> {
  const client = await connect(database.url);
  await client.query(`BEGIN; LOCK TABLE ${quote(table)} IN ACCESS EXCLUSIVE MODE`);
  return () => client.end();
}

/** As the administrator, so that nothing but the session stands in the way. */
async function attemptWrite(database: TestDatabase): Promise<'refused' | 'written'> {
  const opened = await open(database.url);
  try {
    await opened.query(statement('CREATE TABLE written (id integer)'));
    return 'written';
  } catch {
    return 'refused';
  } finally {
    await opened.close();
  }
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
