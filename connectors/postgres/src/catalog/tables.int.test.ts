import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { SqlDatabase, TableInfo } from '@habeas/sql-engine';
import type { TestDatabase, TestUser } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { open, statement } from '../../test/connect.js';

describeWithServer('postgres', 'the catalogue', (server) => {
  let admin: TestDatabase;
  let reader: TestUser;
  let database: SqlDatabase;
  let tables: readonly TableInfo[];

  beforeAll(async () => {
    admin = await server.createDatabase('catalogue');
    await admin.run(`
      CREATE SCHEMA extensions; CREATE EXTENSION citext SCHEMA extensions; CREATE SCHEMA hidden; CREATE TABLE hidden.t (id int);
      CREATE COLLATION folding (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
      CREATE COLLATION strict (provider = icu, locale = 'und-u-ka-shifted', deterministic = false);
      CREATE DOMAIN mail AS extensions.citext; CREATE DOMAIN positive AS int CHECK (value > 0);
      CREATE TABLE person (
        id bigint PRIMARY KEY, email text, login extensions.citext UNIQUE, contact mail, nick text COLLATE folding, alias text COLLATE strict,
        code varchar(10) COLLATE "C", email_lower text GENERATED ALWAYS AS (lower(email)) STORED, answers jsonb NOT NULL, tags text[],
        photo bytea, count positive, seen timestamptz);
      CREATE INDEX by_lower ON person (lower(email)); CREATE INDEX by_live_email ON person (email) WHERE seen IS NULL;
      CREATE INDEX by_nick ON person USING hash (nick); CREATE INDEX by_code ON person (code COLLATE "POSIX") INCLUDE (email);
      CREATE INDEX by_tags ON person USING gin (tags);
      CREATE TABLE "odd ""name" (a int, b int, person_id bigint, PRIMARY KEY (b, a),
        CONSTRAINT belongs FOREIGN KEY (person_id) REFERENCES person) PARTITION BY RANGE (b);
      CREATE TABLE odd_1 PARTITION OF "odd ""name" FOR VALUES FROM (0) TO (10000);
      CREATE VIEW everybody AS SELECT id, email FROM person; CREATE MATERIALIZED VIEW everybody_once AS SELECT id FROM person;
      CREATE TABLE denied (id int); CREATE TABLE in_part (id int, secret text);
      INSERT INTO person (id, email, login, answers) SELECT n, n || '@example.org', n, '{}' FROM generate_series(1, 3000) AS n;
      INSERT INTO "odd ""name" SELECT n, n FROM generate_series(1, 2000) AS n;
      ANALYZE`);
    const names = 'person, "odd ""name", everybody, everybody_once';
    const grants = [
      'USAGE ON SCHEMA extensions',
      `SELECT ON ${names}`,
      'SELECT (id) ON in_part',
      'INSERT ON denied',
      'SELECT ON hidden.t',
    ];
    reader = await server.createUser({ database: admin.name, grants });
    database = await open(reader.url);
    tables = await database.tables();
  });
  afterAll(async () => {
    await database.close();
    await reader.drop();
    await admin.drop();
  });

  const table = (name: string): TableInfo => tables.find((one) => one.name === name)!;

  it('lists tables and views, partitions as the one table they are, and which of them can be read', () => {
    expect(tables.map(({ schema, name, kind, readable }) => [schema, name, kind, readable])).toEqual([
      ['public', 'denied', 'table', false],
      ['public', 'everybody', 'view', true],
      ['public', 'everybody_once', 'view', true],
      ['public', 'in_part', 'table', true],
      ['public', 'odd "name', 'table', true],
      ['public', 'person', 'table', true],
    ]);
  });

  it('lists the schemas it is asked for, or that were configured', async () => {
    const hidden = await database.tables(['hidden']);
    expect(hidden.map(({ schema, name, readable }) => [schema, name, readable])).toEqual([['hidden', 't', false]]);
    const other = await open(reader.url, { schemas: ['hidden'] });
    expect(await other.tables()).toEqual(hidden);
    expect(other.defaultSchema).toBe('hidden');
    await other.close();
  });

  it('tells types, as printed and as carried; a domain is its base type', () => {
    expect(table('person').columns.map(({ name, nativeType, type, nullable }) => [name, nativeType, type, nullable])).toEqual([
      ['id', 'bigint', 'big-integer', false],
      ['email', 'text', 'string', true],
      ['login', 'citext', 'string', true],
      ['contact', 'citext', 'string', true],
      ['nick', 'text', 'string', true],
      ['alias', 'text', 'string', true],
      ['code', 'character varying(10)', 'string', true],
      ['email_lower', 'text', 'string', true],
      ['answers', 'jsonb', 'json', false],
      ['tags', 'text[]', 'json', true],
      ['photo', 'bytea', 'bytes', true],
      ['count', 'integer', 'integer', true],
      ['seen', 'timestamp with time zone', 'timestamp', true],
    ]);
  });

  it('tells which columns fold case, and what a column is generated from', () => {
    const folding = table('person').columns.filter(({ collation }) => collation?.caseSensitive === false);
    expect(folding.map(({ name }) => name)).toEqual(['login', 'contact', 'nick']);
    expect(table('person').columns.find(({ name }) => name === 'email_lower')?.generatedFrom).toBe('lower(email)');
  });

  it('tells keys, in their order, and the indexes that serve an equality', () => {
    expect(table('odd "name').primaryKey).toEqual(['b', 'a']);
    expect(table('person').indexes.map(({ name, unique, parts, partial }) => [name, unique, parts, partial])).toEqual([
      ['by_code', false, [{ expression: 'code COLLATE "POSIX"' }], false],
      ['by_live_email', false, [{ column: 'email' }], true],
      ['by_lower', false, [{ expression: 'lower(email)' }], false],
      ['by_nick', false, [{ column: 'nick' }], false],
      ['person_login_key', true, [{ column: 'login' }], false],
      ['person_pkey', true, [{ column: 'id' }], false],
    ]);
  });

  it('tells foreign keys', () => {
    expect(table('odd "name').foreignKeys).toEqual([
      { name: 'belongs', columns: ['person_id'], toSchema: 'public', toTable: 'person', toColumns: ['id'] },
    ]);
  });

  it('estimates rows, those of all partitions together', () => {
    expect(table('person').rowEstimate).toBe(3_000);
    expect(table('odd "name').rowEstimate).toBe(2_000);
    expect(table('everybody').rowEstimate ?? 0).toBe(0);
  });

  it('finds what a type of an extension folds, wherever the extension is', async () => {
    await admin.run("UPDATE person SET login = 'Ann' WHERE id = 7");
    expect(await database.query(statement('SELECT id FROM public.person WHERE login = $1', 'ANN'))).toEqual([{ id: '7' }]);
  });

  it('tells that a type folds nothing for an account that may not use its comparison', async () => {
    const stranger = await server.createUser({ database: admin.name, grants: ['SELECT ON person'] });
    const opened = await open(stranger.url);
    const login = (await opened.tables()).find(({ name }) => name === 'person')!.columns.find(({ name }) => name === 'login');
    expect(login?.collation?.caseSensitive).toBe(true);
    expect(await opened.query(statement('SELECT id FROM public.person WHERE login = $1', 'ANN'))).toEqual([]);
    await opened.close();
    await stranger.drop();
  });

  it.each([
    ['a table that is read whole', 'SELECT t0.id FROM public.person AS t0 WHERE t0.answers::text = $1', [['person', 3_000]]],
    ['every partition', 'SELECT a FROM public."odd ""name" AS t0 WHERE a::text = $1', [['odd_1', 2_000]]],
    ['an index that serves', 'SELECT id FROM public.person AS t0 WHERE lower(t0.email) = $1', []],
  ])('tells the scans in a plan, with all rows of their tables: %s', async (_what, text, expected) => {
    const scans = await database.scans(statement(text, 'x'));
    expect(scans.map(({ table: name, rows }) => [name, rows])).toEqual(expected);
  });

  it('takes a table that nobody has counted for one with many rows', async () => {
    await admin.run(
      'CREATE TABLE fresh (id int); INSERT INTO fresh SELECT generate_series(1, 5000); GRANT SELECT ON fresh TO PUBLIC',
    );
    const [scan] = await database.scans(statement('SELECT id FROM public.fresh WHERE id > $1', 0));
    expect(scan!.rows).toBeGreaterThanOrEqual(5_000);
  });
});
