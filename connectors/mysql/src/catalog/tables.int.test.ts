import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { SqlDatabase, TableInfo } from '@habeas/sql-engine';
import type { TestDatabase, TestUser } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { open, statement } from '../../test/connect.js';

describeWithServer('mariadb', 'the catalogue', (server) => {
  let admin: TestDatabase;
  let other: TestDatabase;
  let reader: TestUser;
  let database: SqlDatabase;
  let tables: readonly TableInfo[];

  beforeAll(async () => {
    admin = await server.createDatabase('catalogue');
    other = await server.createDatabase('elsewhere');
    await admin.run(`
      CREATE TABLE person (
        id BIGINT UNSIGNED PRIMARY KEY, email VARCHAR(100) COLLATE utf8mb4_unicode_ci, code VARCHAR(10) COLLATE utf8mb4_bin,
        email_lower VARCHAR(100) AS (LOWER(email)) VIRTUAL, note LONGTEXT, answers JSON NOT NULL, place POINT, flags BIT(3),
        UNIQUE KEY by_code (code), KEY by_lower (email_lower), KEY by_part (email(10)), FULLTEXT KEY by_words (note)) ENGINE = InnoDB;
      CREATE TABLE \`odd \`\`name\` (a INT, b INT, person_id BIGINT UNSIGNED, PRIMARY KEY (b, a),
        CONSTRAINT belongs FOREIGN KEY (person_id) REFERENCES person (id));
      CREATE VIEW everybody AS SELECT id, email FROM person;
      CREATE SEQUENCE counter;
      INSERT INTO person (id, email, code, answers) SELECT seq, CONCAT(seq, '@example.org'), seq, '{}' FROM seq_1_to_2000;
      ANALYZE TABLE person`);
    await other.run('CREATE TABLE event (id INT PRIMARY KEY)');
    reader = await server.createUser({
      database: admin.name,
      grants: [`SELECT ON ${admin.name}.*`, `INSERT ON ${other.name}.event`],
    });
    database = await open(reader.url);
    tables = await database.tables();
  });
  afterAll(async () => {
    await database.close();
    await reader.drop();
    await other.drop();
    await admin.drop();
  });

  const table = (name: string): TableInfo => tables.find((one) => one.name === name)!;
  const column = (name: string): TableInfo['columns'][number] => table('person').columns.find((one) => one.name === name)!;

  it('lists tables and views of the database, and nothing else', () => {
    expect(tables.map(({ schema, name, kind }) => [schema, name, kind])).toEqual([
      [admin.name, 'everybody', 'view'],
      [admin.name, 'odd `name', 'table'],
      [admin.name, 'person', 'table'],
    ]);
  });

  it('lists the schemas it is asked for, and tells which tables cannot be read', async () => {
    const both = await database.tables([admin.name, other.name]);
    expect(both.map(({ name, readable }) => [name, readable])).toContainEqual(['event', false]);
    expect(both.filter(({ readable }) => readable)).toEqual(tables);
  });

  it('looks at the configured schemas when it is not asked', async () => {
    const wide = await open(reader.url, { schemas: [other.name] });
    expect((await wide.tables()).map(({ name }) => name)).toEqual(['event']);
    await wide.close();
  });

  it('tells types, as printed and as carried', () => {
    expect(table('person').columns.map(({ name, nativeType, type, nullable }) => [name, nativeType, type, nullable])).toEqual([
      ['id', 'bigint(20) unsigned', 'big-integer', false],
      ['email', 'varchar(100)', 'string', true],
      ['code', 'varchar(10)', 'string', true],
      ['email_lower', 'varchar(100)', 'string', true],
      ['note', 'longtext', 'string', true],
      ['answers', 'longtext', 'json', false],
      ['place', 'point', 'json', true],
      ['flags', 'bit(3)', 'integer', true],
    ]);
  });

  it('tells which collations fold case, and what a column is generated from', () => {
    expect(column('email').collation).toEqual({ name: 'utf8mb4_unicode_ci', caseSensitive: false });
    expect(column('code').collation).toEqual({ name: 'utf8mb4_bin', caseSensitive: true });
    expect(column('id').collation).toBeUndefined();
    expect(column('email_lower').generatedFrom).toBe('lcase(`email`)');
  });

  it('tells keys, in their order, and the indexes that serve an equality', () => {
    expect(table('odd `name').primaryKey).toEqual(['b', 'a']);
    expect(table('person').indexes.map(({ name, unique, parts }) => [name, unique, parts])).toEqual([
      ['by_code', true, [{ column: 'code' }]],
      ['by_lower', false, [{ column: 'email_lower' }]],
      ['by_part', false, [{ column: 'email' }]],
      ['PRIMARY', true, [{ column: 'id' }]],
    ]);
  });

  it('tells foreign keys', () => {
    expect(table('odd `name').foreignKeys).toEqual([
      { name: 'belongs', columns: ['person_id'], toSchema: admin.name, toTable: 'person', toColumns: ['id'] },
    ]);
  });

  it('estimates rows', () => {
    expect(table('person').rowEstimate).toBeGreaterThan(1_000);
    expect(table('everybody').rowEstimate).toBeUndefined();
  });

  it.each([
    ['a table that is read whole', 'SELECT t0.id FROM `person` AS `t0` WHERE t0.note = ?', ['person']],
    ['an index that is read whole', 'SELECT COUNT(*) AS n FROM `person` `t0` WHERE ? IS NOT NULL', ['person']],
    ['a table without an alias', 'SELECT note FROM person WHERE note = ?', ['person']],
    ['an index that serves', 'SELECT id FROM `person` AS `t0` WHERE t0.email_lower = ?', []],
  ])('tells the scans in a plan: %s', async (_what, text, expected) => {
    const scans = await database.scans(statement(text, 'x'));
    expect(scans.map(({ table: name }) => name)).toEqual(expected);
    for (const { rows } of scans) expect(rows).toBeGreaterThan(1_000);
  });
});
