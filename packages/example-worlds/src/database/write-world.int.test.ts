import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import type { TableDesign } from './table-design.js';
import { writeWorld } from './write-world.js';

const DESIGN: TableDesign = {
  name: 'note',
  columns: { id: 'bigint', body: 'text', day: 'date', amount: 'decimal', picture: 'blob' },
  key: ['id'],
  indexes: ['body'],
};
const BODY = 'tab\t, line\nend, back\\slash, \\N, "quote", \'apostrophe\', naïve 😀';
const ROWS = new Map([
  [
    'note',
    [
      { id: 9_007_199_254_740_993n, body: BODY, day: '2024-02-29', amount: '12.50', picture: new Uint8Array([0, 10, 255]) },
      { id: 2 },
    ],
  ],
]);

describeWithServer('mariadb', 'writing to MariaDB', (server) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await server.createDatabase('worlds');
  });
  afterAll(() => database.drop());

  it('stores every kind of value as it is', async () => {
    await writeWorld({ product: 'mariadb', url: database.url }, [DESIGN], ROWS);
    const connection = await createConnection({
      uri: database.url,
      dateStrings: true,
      supportBigNumbers: true,
      bigNumberStrings: true,
    });
    const [rows] = await connection.query('SELECT * FROM note ORDER BY id');
    await connection.end();
    expect(rows).toEqual([
      { id: '2', body: null, day: null, amount: null, picture: null },
      { id: '9007199254740993', body: BODY, day: '2024-02-29', amount: '12.50', picture: Buffer.from([0, 10, 255]) },
    ]);
  });
});

describeWithServer('postgres', 'writing to PostgreSQL', (server) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await server.createDatabase('worlds');
  });
  afterAll(() => database.drop());

  it('stores every kind of value as it is', async () => {
    await writeWorld({ product: 'postgres', url: database.url }, [DESIGN], ROWS);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query('SELECT id, body, day::text, amount, picture FROM note ORDER BY id');
    await client.end();
    expect(rows).toEqual([
      { id: '2', body: null, day: null, amount: null, picture: null },
      { id: '9007199254740993', body: BODY, day: '2024-02-29', amount: '12.50', picture: Buffer.from([0, 10, 255]) },
    ]);
  });

  it('rejects with the server’s error, and the connection is not left waiting', async () => {
    const broken = new Map([['note', [{ id: 1, day: 'no date' }]]]);
    await expect(
      writeWorld({ product: 'postgres', url: database.url }, [{ ...DESIGN, name: 'other' }, DESIGN], broken),
    ).rejects.toThrow('already exists');
    const fresh = { ...DESIGN, name: 'fresh' };
    const rows = new Map([['fresh', [{ id: 1, day: 'no date' }]]]);
    await expect(writeWorld({ product: 'postgres', url: database.url }, [fresh], rows)).rejects.toThrow(
      'invalid input syntax for type date',
    );
  });
});
