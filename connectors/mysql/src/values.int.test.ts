import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { SqlDatabase, SqlRow } from '@habeas/sql-engine';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { collect, open, statement } from '../test/connect.js';

/** Type, value as SQL, and what has to arrive. */
const VALUES: Readonly<Record<string, readonly [type: string, value: string, arrives: SqlRow[string]]>> = {
  tiny: ['TINYINT(1)', '2', 2],
  wide: ['BIGINT UNSIGNED', '18446744073709551615', '18446744073709551615'],
  filled: ['INT(6) ZEROFILL', '42', 42],
  money: ['DECIMAL(30, 10)', "'-12345678901234567890.1200000000'", '-12345678901234567890.1200000000'],
  single: ['FLOAT', '1.1', 1.1],
  single_whole: ['FLOAT', '8388609', 8388609],
  double_long: ['DOUBLE', '9.876543210987654', 9.876543210987654],
  double_small: ['DOUBLE', '-1.5e-300', -1.5e-300],
  flag: ['BIT(1)', "b'1'", 1],
  bits: ['BIT(20)', "b'101'", 5],
  bits_wide: ['BIT(64)', '18446744073709551615', '18446744073709551615'],
  year: ['YEAR', '2024', 2024],
  day: ['DATE', "'2024-02-29'", '2024-02-29'],
  zero_day: ['DATE', "'0000-00-00'", '0000-00-00'],
  half_day: ['DATE', "'2024-00-00'", '2024-00-00'],
  moment: ['DATETIME', "'2024-03-31 02:30:00'", '2024-03-31 02:30:00'],
  moment_exact: ['DATETIME(6)', "'2024-03-31 02:30:00.120000'", '2024-03-31 02:30:00.120000'],
  zero_moment: ['DATETIME', "'0000-00-00 00:00:00'", '0000-00-00 00:00:00'],
  instant: ['TIMESTAMP(3) NULL', "'2024-03-31 01:30:00.500'", '2024-03-31T01:30:00.500Z'],
  instant_whole: ['TIMESTAMP NULL', "'2024-02-29 12:34:56'", '2024-02-29T12:34:56Z'],
  zero_instant: ['TIMESTAMP NULL', "'0000-00-00 00:00:00'", '0000-00-00 00:00:00'],
  clock: ['TIME', "'-838:59:59'", '-838:59:59'],
  clock_exact: ['TIME(6)', "'01:02:03.500000'", '01:02:03.500000'],
  word: ['VARCHAR(50)', "'é 😀 \\\\ ''q'' '", "é 😀 \\ 'q' "],
  legacy: ['VARCHAR(50) CHARACTER SET latin1', "'é €'", 'é €'],
  choice: ["ENUM('a', 'b')", "'b'", 'b'],
  choices: ["SET('x', 'y')", "'x,y'", 'x,y'],
  document: ['JSON', `'{"n": 12345678901234567890.10}'`, '{"n": 12345678901234567890.10}'],
  bytes_fixed: ['BINARY(4)', "'ab'", Buffer.from('ab\0\0')],
  bytes: ['BLOB', "x'00ff'", Buffer.from([0, 255])],
  point: ['POINT', 'POINT(1.5, -2)', { type: 'Point', coordinates: [1.5, -2] }],
  shape: [
    'GEOMETRY',
    "ST_GeomFromText('MULTIPOLYGON(((0 0,1 0,1 1,0 0)))', 4326)",
    { type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 0]]]], srid: 4326 }, // prettier-ignore
  ],
};

const ODD = 'ann\'; DROP TABLE v; -- \\ " % _ 😀';

describeWithServer('mariadb', 'values', (server) => {
  let admin: TestDatabase;
  let database: SqlDatabase;
  const names = Object.keys(VALUES);
  const withoutFloats = names.filter((name) => !name.startsWith('single'));

  beforeAll(async () => {
    admin = await server.createDatabase('values');
    const columns = names.map((name) => `${name} ${VALUES[name]![0]}`);
    await admin.run(`SET sql_mode = '', time_zone = '+00:00';
      CREATE TABLE v (id INT PRIMARY KEY, ${columns.join(', ')});
      INSERT INTO v VALUES (1, ${names.map((name) => VALUES[name]![1]).join(', ')});
      INSERT INTO v (id) VALUES (2)`);
    database = await open(admin.url);
  });

  afterAll(async () => {
    await database.close();
    await admin.drop();
  });

  it.each(names)('arrive as the source has them (FMT-01): %s', async (name) => {
    const rows = await database.query(statement(`SELECT ${name} AS value FROM v WHERE id = ?`, 1));
    expect(rows).toEqual([{ value: VALUES[name]![2] }]);
  });

  it.each([
    ['values bound', `SELECT ${withoutFloats.join(', ')} FROM v WHERE id > ?`, [0]],
    ['no values', `SELECT ${withoutFloats.join(', ')} FROM v`, []],
    ['single-precision columns', `SELECT ${names.join(', ')} FROM v WHERE id > ?`, [0]],
  ])('are the same in a stream and in a query, with %s', async (_what, text, params) => {
    const streamed = await collect(database.stream({ text, params }));
    expect(streamed).toHaveLength(2);
    expect(streamed).toEqual(await database.query({ text, params }));
  });

  it('stay null where they are NULL', async () => {
    const [row] = await database.query(statement(`SELECT ${names.join(', ')} FROM v WHERE id = ?`, 2));
    expect(Object.values(row!).filter((value) => value !== null)).toEqual([]);
  });

  it('keep every digit of doubles in a stream', async () => {
    await admin.run(
      'CREATE TABLE d (id INT PRIMARY KEY, v DOUBLE); INSERT INTO d SELECT seq, RAND(seq) * POW(10, CAST(seq MOD 40 AS SIGNED) - 20) FROM seq_1_to_5000',
    );
    const text = 'SELECT id, v FROM d WHERE id > ? ORDER BY id';
    expect(await collect(database.stream(statement(text, 0)))).toEqual(await database.query(statement(text, 0)));
  });

  it.each([
    ['a text with everything in it', ODD, ODD],
    ['digits beyond 2^53', '9007199254740993', '9007199254740993'],
    ['a whole number, which is a BIGINT', -42, '-42'],
    ['a fraction', 0.1, 0.1],
    ['bytes', new Uint8Array([0, 39, 255]), Buffer.from([0, 39, 255])],
    ['nothing', null, null],
  ])('reach the server unchanged when they are bound: %s', async (_what, value, arriving) => {
    const arrived = await collect(database.stream(statement('SELECT ? AS value FROM v WHERE id = 1', value)));
    expect(arrived).toEqual([{ value: arriving }]);
  });

  it('are bound in any number', async () => {
    const ids = Array.from({ length: 3_000 }, (_value, index) => index);
    const text = `SELECT id FROM v WHERE id IN (${ids.map(() => '?').join(', ')})`;
    expect(await collect(database.stream({ text, params: ids }))).toEqual([{ id: 1 }, { id: 2 }]);
  });
});
