import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parseDataMap } from '@habeas/connector-sdk';
import type { SqlDatabase, SqlRow } from '@habeas/sql-engine';
import SqliteDriver from 'better-sqlite3';
import { sqlite, sqliteConfigSchema } from './index.js';
import { openSqliteDatabase } from './sqlite-database.js';
import { removeTemporaryDatabases, temporaryDatabase } from './testing/temporary-database.js';

afterAll(removeTemporaryDatabases);

const open = (path: string, signal = new AbortController().signal): SqlDatabase =>
  openSqliteDatabase({ path, busyTimeoutMs: 0, signal });
const ask = (text: string, ...params: (string | number)[]): { text: string; params: (string | number)[] } => ({ text, params });
const numbers = (): string =>
  temporaryDatabase(
    'CREATE TABLE n (i INTEGER PRIMARY KEY); WITH RECURSIVE w(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM w WHERE i < 1200) INSERT INTO n SELECT i FROM w',
  );

async function collect(stream: AsyncIterable<readonly SqlRow[]>): Promise<readonly (readonly SqlRow[])[]> {
  const batches: (readonly SqlRow[])[] = [];
  for await (const batch of stream) batches.push(batch);
  return batches;
}

describe('opening a file', () => {
  it('needs one that exists', () => {
    expect(() => open('/nowhere/at/all.sqlite')).toThrow(expect.objectContaining({ errorClass: 'not-found' }));
  });

  it('needs one that is a database', () => {
    const path = `${temporaryDatabase('')}.txt`;
    writeFileSync(path, 'This is a letter, and long enough to be read as a header of a database file. '.repeat(20));
    expect(() => open(path)).toThrow(
      expect.objectContaining({ errorClass: 'contract', message: 'The file is no SQLite database, or is encrypted.' }),
    );
  });

  it('takes relative paths from the folder of the configuration', async () => {
    const path = numbers();
    const folder = join(path, '..');
    const context = { source: 's', baseDirectory: folder, signal: new AbortController().signal };
    const session = await sqlite.open(sqliteConfigSchema.parse({ file: 'test.sqlite' }), context);
    expect((await session.check()).system).toMatch(/^SQLite 3\./u);
    await session.close();
    await expect(
      sqlite.open(sqliteConfigSchema.parse({ file: 'test.sqlite' }), { ...context, baseDirectory: '/nowhere' }),
    ).rejects.toMatchObject({
      errorClass: 'not-found',
    });
  });

  it('lets go of the file again where no session can be opened over it', async () => {
    const file = temporaryDatabase('PRAGMA journal_mode = WAL; CREATE TABLE t (x)');
    const dataMap = parseDataMap('dataMap: 1\ncollections: { gone: { fields: { mail: { identifier: email } } } }', 'a.map.yaml');
    const opening = sqlite.open(sqliteConfigSchema.parse({ file }), {
      source: 's',
      dataMap,
      signal: new AbortController().signal,
    });
    await expect(opening).rejects.toThrow('there is no table or view "gone"');
    const alone = new SqliteDriver(file, { timeout: 0 });
    expect(alone.pragma('journal_mode = DELETE', { simple: true })).toBe('delete'); // refused while anybody else has it open
    alone.close();
  });

  it('refuses a database in memory, and keys it does not know', () => {
    expect(sqliteConfigSchema.safeParse({ file: ':memory:' }).success).toBe(false);
    expect(sqliteConfigSchema.safeParse({ file: 'a', mode: 'rw' }).success).toBe(false);
  });

  it('proves that it cannot write where the file says so', async () => {
    const path = numbers();
    const database = open(path);
    expect((await database.readOnlyProof()).level).toBe('session');
    chmodSync(path, 0o400);
    const isRoot = process.getuid?.() === 0; // who may write anything
    expect((await database.readOnlyProof()).level).toBe(isRoot ? 'session' : 'proved');
    for (const text of ['DELETE FROM n', 'DELETE FROM n RETURNING i', 'PRAGMA query_only = OFF']) {
      await expect(database.query(ask(text))).rejects.toMatchObject({ errorClass: 'permission' });
    }
    await database.close();
  });
});

describe('queries', () => {
  it('give rows by name, with integers of any size', async () => {
    const database = open(
      temporaryDatabase(
        "CREATE TABLE t (a INTEGER, b BLOB, c REAL, \"__proto__\" TEXT); INSERT INTO t VALUES (9007199254740993, x'01', 0.5, 'p'), (-5, NULL, NULL, NULL)",
      ),
    );
    const [first, second] = await database.query(ask('SELECT * FROM t'));
    expect(Object.entries(first ?? {})).toEqual([
      ['a', '9007199254740993'],
      ['b', Buffer.from([1])],
      ['c', 0.5],
      ['__proto__', 'p'],
    ]);
    expect(second?.['a']).toBe(-5);
  });

  it('refuse more rows than they are for', async () => {
    const database = open(numbers());
    expect(await database.query(ask('SELECT i FROM n WHERE i < ?', 11), 10)).toHaveLength(10);
    await expect(database.query(ask('SELECT i FROM n'), 10)).rejects.toMatchObject({ errorClass: 'contract' });
  });

  it('tell what has gone, and never what was asked', async () => {
    const database = open(numbers());
    await expect(database.query(ask('SELECT * FROM nowhere'))).rejects.toMatchObject({
      errorClass: 'not-found',
      message: 'A table that was there has gone.',
    });
    await expect(database.query(ask('SELECT nothing FROM n'))).rejects.toMatchObject({ errorClass: 'contract' });
    const refused = database.query(ask("SELECT json_extract('secret', '$') FROM n"));
    await expect(refused).rejects.toMatchObject({
      errorClass: 'contract',
      message: 'SQLite refused a statement (SQLITE_ERROR).',
    });
  });

  it('are transient where a writer holds the file', async () => {
    const path = numbers();
    const database = open(path);
    const writer = new SqliteDriver(path);
    writer.exec('BEGIN EXCLUSIVE');
    await expect(database.query(ask('SELECT i FROM n'))).rejects.toMatchObject({ errorClass: 'transient' });
    writer.close();
  });
});

describe('streams', () => {
  it('come in batches, several at once, beside queries', async () => {
    const database = open(numbers());
    const slow = database.stream(ask('SELECT i FROM n ORDER BY i'))[Symbol.asyncIterator]();
    expect((await slow.next()).value).toHaveLength(500);
    expect((await collect(database.stream(ask('SELECT i FROM n')))).map((batch) => batch.length)).toEqual([500, 500, 200]);
    expect(await database.query(ask('SELECT count(*) AS c FROM n'))).toEqual([{ c: 1200 }]);
    expect((await slow.next()).value).toHaveLength(500);
    await slow.return?.();
    await database.close();
  });

  it('give the event loop a turn between two batches', async () => {
    const database = open(numbers());
    let turns = 0;
    const turn = setInterval(() => (turns += 1), 0);
    let batches = 0;
    for await (const _batch of database.stream(ask('SELECT a.i FROM n AS a, n AS b LIMIT 100000'))) batches += 1;
    clearInterval(turn);
    expect(batches).toBe(200);
    expect(turns).toBeGreaterThan(1);
  });

  it('end once the search is cancelled', async () => {
    const controller = new AbortController();
    const database = open(numbers(), controller.signal);
    const stream = database.stream(ask('SELECT i FROM n'))[Symbol.asyncIterator]();
    await stream.next();
    controller.abort();
    await expect(stream.next()).rejects.toMatchObject({ errorClass: 'aborted' });
    await expect(database.query(ask('SELECT 1'))).rejects.toMatchObject({ errorClass: 'aborted' });
  });

  it('end when the database is closed, which can be done twice', async () => {
    const database = open(numbers());
    const stream = database.stream(ask('SELECT i FROM n'))[Symbol.asyncIterator]();
    await stream.next();
    await database.close();
    await database.close();
    expect((await stream.next()).done).toBe(true);
    await expect(database.query(ask('SELECT 1'))).rejects.toMatchObject({ errorClass: 'aborted' });
  });
});

describe('plans', () => {
  const tables =
    'CREATE TABLE big (i INTEGER PRIMARY KEY, k INTEGER, t TEXT); CREATE INDEX bk ON big (k); INSERT INTO big VALUES (1, 1, 1), (2, 2, 2); CREATE VIEW v AS SELECT * FROM big;';

  it.each([
    ['SELECT 1 FROM "big" AS "t0" WHERE "t0"."t" = ?', ['big']],
    ['SELECT 1 FROM "main"."big" AS "t0" WHERE "t0"."k" = ?', []],
    ['SELECT 1 FROM "big" AS "t0" JOIN "big" AS "t1" ON "t1"."t" = "t0"."t" WHERE "t0"."k" = ?', ['big']],
    ['SELECT 1 FROM "v" AS "t0" WHERE "t0"."t" = ?', ['big']],
    ['WITH "w1" ("k0") AS (SELECT 1) SELECT 1 FROM "w1" JOIN "big" AS "t0" ON "t0"."k" = "w1"."k0" WHERE 1 = ?', []],
  ])('tell the tables that are read whole: %s', async (text, expected) => {
    const database = open(temporaryDatabase(tables));
    const scans = await database.scans({ text, params: ['x'] });
    expect(scans).toEqual(expected.map((table) => ({ table, rows: 2 })));
  });
});
