import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { SqlDatabase, SqlRow } from '@habeas/sql-engine';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { collect, open, statement } from '../test/connect.js';

/** Type, value as SQL, and what has to arrive. */
const VALUES: Readonly<Record<string, readonly [type: string, value: string, arrives: SqlRow[string]]>> = {
  small: ['int2', '-2', -2],
  wide: ['int8', '9007199254740993', '9007199254740993'],
  money_exact: ['numeric', '12345678901234567890.12340', '12345678901234567890.12340'],
  not_a_number: ['numeric', "'NaN'", 'NaN'],
  single: ['float4', '1.1', 1.1],
  single_whole: ['float4', '8388609', 8388609],
  double: ['float8', '0.1::float8 + 0.2::float8', 0.30000000000000004],
  endless: ['float8', "'-infinity'", '-Infinity'],
  yes: ['boolean', 'true', true],
  no: ['boolean', 'false', false],
  bytes: ['bytea', "'\\x00ff27'", Buffer.from([0, 255, 39])],
  day: ['date', "'2024-02-29'", '2024-02-29'],
  day_bc: ['date', "'0044-03-15 BC'", '0044-03-15 BC'],
  day_endless: ['date', "'infinity'", 'infinity'],
  clock: ['time', "'13:45:00.5'", '13:45:00.5'],
  clock_zoned: ['timetz', "'13:45+02'", '13:45:00+02'],
  moment: ['timestamp', "'2024-03-31 02:30:00.123456'", '2024-03-31 02:30:00.123456'],
  instant: ['timestamptz', "'2024-03-31 02:30:00.12+05:30'", '2024-03-30T21:00:00.12Z'],
  instant_endless: ['timestamptz', "'infinity'", 'infinity'],
  instant_bc: ['timestamptz', "'0044-03-15 00:00:00+00 BC'", '0044-03-15 00:00:00+00 BC'],
  span: ['interval', "'1 year 2 days 3 hours'", 'P1Y2DT3H'],
  price: ['money', "'12.34'", '$12.34'],
  document: ['jsonb', `'{"big": 12345678901234567890.10, "list": [null]}'`, { big: '12345678901234567890.10', list: [null] }],
  document_text: ['json', `'{"__proto__": 1}'`, JSON.parse('{"__proto__": 1}') as SqlRow[string]],
  texts: ['text[]', `ARRAY['a', 'b,"c\\', NULL, 'NULL', '', '{}']`, ['a', 'b,"c\\', null, 'NULL', '', '{}']],
  nested: ['int[]', `'{{1,2},{3,NULL}}'`, [[1, 2], [3, null]]], // prettier-ignore
  shifted: ['int[]', `'[0:1]={7,8}'`, [7, 8]],
  none: ['text[]', `'{}'`, []],
  numerics: ['numeric[]', `'{1.10}'`, ['1.10']],
  bytes_list: ['bytea[]', `ARRAY['\\xff'::bytea]`, ['/w==']],
  documents: ['jsonb[]', `ARRAY['{"x": 1}'::jsonb]`, [{ x: 1 }]],
  boxes: ['box[]', `'{(1,1),(0,0);(2,2),(1,1)}'`, ['(1,1),(0,0)', '(2,2),(1,1)']],
  moods: ['mood[]', `'{sad,"it''s ok"}'`, ['sad', "it's ok"]],
  counts: ['positive[]', `'{1,2}'`, [1, 2]],
  mood: ['mood', "'sad'", 'sad'],
  count: ['positive', '5', 5],
  id: ['uuid', "'123E4567-e89b-12d3-a456-426614174000'", '123e4567-e89b-12d3-a456-426614174000'],
  address: ['inet', "'10.0.0.1/8'", '10.0.0.1/8'],
  range: ['int4range', "'[1,5)'", '[1,5)'],
  bits: ['bit(3)', "'101'", '101'],
  point: ['point', "'(1,2)'", '(1,2)'],
  padded: ['char(5)', "'ab'", 'ab   '],
  word: ['text', "E'é 😀 \\\\ ''q'' \\t'", "é 😀 \\ 'q' \t"],
};

const ODD = 'ann\'; DROP TABLE v; -- \\ " % _ $1 😀';

describeWithServer('postgres', 'values', (server) => {
  let admin: TestDatabase;
  let database: SqlDatabase;
  const names = Object.keys(VALUES);

  beforeAll(async () => {
    admin = await server.createDatabase('values');
    await admin.run(`
      CREATE TYPE mood AS ENUM ('sad', 'it''s ok');
      CREATE DOMAIN positive AS int CHECK (value > 0);
      CREATE TABLE v (key int PRIMARY KEY, ${names.map((name) => `${name} ${VALUES[name]![0]}`).join(', ')});
      INSERT INTO v VALUES (1, ${names.map((name) => VALUES[name]![1]).join(', ')});
      INSERT INTO v (key) VALUES (2);
      ALTER DATABASE ${admin.name} SET DateStyle = 'German';
      ALTER DATABASE ${admin.name} SET TimeZone = 'Europe/Paris';
      ALTER DATABASE ${admin.name} SET bytea_output = 'escape';
      ALTER DATABASE ${admin.name} SET IntervalStyle = 'sql_standard';
      ALTER DATABASE ${admin.name} SET extra_float_digits = -5`);
    database = await open(admin.url);
  });
  afterAll(async () => {
    await database.close();
    await admin.drop();
  });

  it.each(names)('arrive as the source has them, whatever the server’s settings: %s', async (name) => {
    const rows = await database.query(statement(`SELECT ${name} AS value FROM v WHERE key = $1`, 1));
    expect(rows).toEqual([{ value: VALUES[name]![2] }]);
  });

  it('are the same in a stream and in a query', async () => {
    const text = `SELECT ${names.join(', ')} FROM v WHERE key > $1 ORDER BY key`;
    const streamed = await collect(database.stream(statement(text, 0)));
    expect(streamed).toHaveLength(2);
    expect(streamed).toEqual(await database.query(statement(text, 0)));
    expect(Object.values(streamed[1]!).every((value) => value === null)).toBe(true);
  });

  it.each([
    ['a text with everything in it', 'text', ODD],
    ['digits beyond 2^53', 'int8', '9007199254740993'],
    ['a whole number', 'int4', -42],
    ['a fraction', 'float8', 0.1],
    ['bytes', 'bytea', Buffer.from([0, 39, 255])],
    ['nothing', 'text', null],
  ])('reach the server unchanged when they are bound: %s', async (_what, type, value) => {
    expect(await collect(database.stream(statement(`SELECT $1::${type} AS value`, value)))).toEqual([{ value }]);
  });
});
