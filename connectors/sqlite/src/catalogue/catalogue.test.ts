import { afterAll, describe, expect, it } from '@jest/globals';
import type { TableInfo } from '@habeas/sql-engine';
import { openSqliteDatabase } from '../sqlite-database.js';
import { removeTemporaryDatabases, temporaryDatabase } from '../testing/temporary-database.js';
import { definitionParts, generatedFrom } from './definition.js';
import { fieldType } from './field-type.js';

afterAll(removeTemporaryDatabases);

async function tablesOf(sql: string): Promise<ReadonlyMap<string, TableInfo>> {
  const database = openSqliteDatabase({ path: temporaryDatabase(sql), busyTimeoutMs: 0, signal: new AbortController().signal });
  const tables = await database.tables();
  await database.close();
  return new Map(tables.map((table) => [table.name, table]));
}

describe('what a declared type is meant to hold', () => {
  it.each([
    ['INTEGER', 'integer'],
    ['int(11)', 'integer'],
    ['UNSIGNED BIG INT', 'big-integer'],
    ['varchar(255)', 'string'],
    ['STRING', 'string'],
    ['', 'string'],
    ['BLOB', 'bytes'],
    ['double precision', 'number'],
    ['BOOLEAN', 'boolean'],
    ['DATETIME', 'datetime'],
    ['date', 'date'],
    ['TIME', 'time'],
    ['DECIMAL(10,2)', 'decimal'],
    ['json', 'json'],
  ])('%s: %s', (declared, expected) => {
    expect(fieldType(declared)).toBe(expected);
  });
});

describe('the parts of a definition', () => {
  it('are told apart by commas that stand in no name, text or bracket', () => {
    const statement = `CREATE INDEX i ON "a (b" (lower("x,y"), coalesce(z, 'it''s, (') DESC, /* c, */ [d,e]) WHERE f > 1`;
    expect(definitionParts(statement.slice(statement.indexOf('(lower')))).toEqual([
      'lower("x,y")',
      "coalesce(z, 'it''s, (') DESC",
      '/* c, */ [d,e]',
    ]);
    expect(definitionParts('CREATE TABLE t AS SELECT 1')).toEqual([]);
  });

  it.each([
    ['email TEXT, low TEXT GENERATED ALWAYS AS (lower(email)) STORED', 'low', 'lower(email)'],
    ['"a ""b" TEXT AS (max(x, y))', 'a "b', 'max(x, y)'],
    ['[c d] TEXT AS (1)', 'c d', '1'],
    ['`e` TEXT AS (2)', 'e', '2'],
    ['email TEXT', 'email', undefined],
    ['email TEXT', 'other', undefined],
  ])('%s: %s is generated from %s', (columns, name, expected) => {
    expect(generatedFrom(`CREATE TABLE t (${columns})`, name)).toBe(expected);
  });
});

describe('a catalogue', () => {
  it('tells columns with the collation they are compared under, and what they are generated from', async () => {
    const tables =
      await tablesOf(`CREATE TABLE person (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT COLLATE NOCASE, c VARCHAR(9) COLLATE RTRIM,
      d TEXT AS (lower(a)) VIRTUAL); CREATE VIEW everybody AS SELECT b, upper(a) AS up FROM person;`);
    expect(tables.get('person')).toMatchObject({
      schema: 'main',
      kind: 'table',
      primaryKey: ['id'],
      readable: true,
      rowEstimate: 0,
    });
    expect(tables.get('person')?.columns).toEqual([
      { name: 'id', nativeType: 'INTEGER', type: 'integer', nullable: true },
      { name: 'a', nativeType: 'TEXT', type: 'string', nullable: false, collation: { name: 'BINARY', caseSensitive: true } },
      { name: 'b', nativeType: 'TEXT', type: 'string', nullable: true, collation: { name: 'NOCASE', caseSensitive: false } },
      { name: 'c', nativeType: 'VARCHAR(9)', type: 'string', nullable: true, collation: { name: 'RTRIM', caseSensitive: true } },
      {
        name: 'd',
        nativeType: 'TEXT',
        type: 'string',
        nullable: true,
        collation: { name: 'BINARY', caseSensitive: true },
        generatedFrom: 'lower(a)',
      },
    ]);
    expect(tables.get('everybody')).toMatchObject({ kind: 'view', primaryKey: [] });
    expect(tables.get('everybody')?.rowEstimate).toBeUndefined();
    expect(tables.get('everybody')?.columns[0]?.collation?.name).toBe('NOCASE');
  });

  it('tells indexes: columns, expressions, conditions, and those under another collation', async () => {
    const tables = await tablesOf(`CREATE TABLE person (a TEXT, b INTEGER UNIQUE, c TEXT, PRIMARY KEY (c, a)) WITHOUT ROWID;
      CREATE INDEX i1 ON person (lower(a) DESC, b); CREATE INDEX i2 ON person (a COLLATE NOCASE); CREATE UNIQUE INDEX i3 ON person (b, a) WHERE b > 1;`);
    expect(tables.get('person')?.primaryKey).toEqual(['c', 'a']);
    const indexes = new Map(tables.get('person')?.indexes.map((index) => [index.name, index]));
    expect(indexes.get('i1')).toEqual({
      name: 'i1',
      unique: false,
      partial: false,
      parts: [{ expression: 'lower(a)' }, { column: 'b' }],
    });
    expect(indexes.get('i2')?.parts).toEqual([{ expression: 'a COLLATE NOCASE' }]);
    expect(indexes.get('i3')).toEqual({ name: 'i3', unique: true, partial: true, parts: [{ column: 'b' }, { column: 'a' }] });
    expect(indexes.get('sqlite_autoindex_person_1')).toMatchObject({ unique: true, parts: [{ column: 'b' }] });
  });

  it('tells foreign keys, also those that name no columns', async () => {
    const tables = await tablesOf(`CREATE TABLE a (x INTEGER, y INTEGER, PRIMARY KEY (y, x));
      CREATE TABLE b (p INTEGER, q INTEGER, r INTEGER REFERENCES c (z), FOREIGN KEY (p, q) REFERENCES a); CREATE TABLE c (z INTEGER PRIMARY KEY);`);
    expect(tables.get('b')?.foreignKeys).toEqual([
      { name: 'b_0', columns: ['p', 'q'], toTable: 'a', toColumns: ['y', 'x'] },
      { name: 'b_1', columns: ['r'], toTable: 'c', toColumns: ['z'] },
    ]);
  });

  it('leaves out what nobody can read, and what SQLite keeps for itself', async () => {
    const tables =
      await tablesOf(`CREATE TABLE a (x INTEGER PRIMARY KEY AUTOINCREMENT); CREATE TABLE gone (x); CREATE VIEW broken AS SELECT x FROM gone;
      CREATE VIRTUAL TABLE words USING fts5 (text); DROP TABLE gone;`);
    expect([...tables.keys()]).toEqual(['a', 'words']);
  });

  it('believes the statistics about the number of rows, and counts where there are none', async () => {
    const many = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250000)';
    const tables = await tablesOf(`CREATE TABLE few (x INTEGER PRIMARY KEY); INSERT INTO few VALUES (1), (5000000);
      CREATE TABLE many (x INTEGER PRIMARY KEY); INSERT INTO many ${many} SELECT i * 2 FROM n;
      CREATE TABLE plain (x INTEGER PRIMARY KEY) WITHOUT ROWID; INSERT INTO plain ${many} SELECT i FROM n;`);
    expect(['few', 'many', 'plain'].map((name) => tables.get(name)?.rowEstimate)).toEqual([2, 500_000, 200_000]);
    const analysed =
      await tablesOf(`CREATE TABLE t (x INTEGER PRIMARY KEY, y); CREATE INDEX i ON t (y); INSERT INTO t VALUES (1, 1), (2, 2); ANALYZE; DELETE FROM t;
      CREATE TABLE later (x INTEGER PRIMARY KEY);`);
    expect(['t', 'later'].map((name) => analysed.get(name)?.rowEstimate)).toEqual([2, 0]);
  });
});
