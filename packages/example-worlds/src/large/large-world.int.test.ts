import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { createFlatTable, createLargeWorld } from './large-world.js';

describeWithServer('mariadb', 'a large world', (server) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await server.createDatabase('large');
  });
  afterEach(() => database.drop());

  async function ask(sql: string): Promise<unknown> {
    const connection = await createConnection({ uri: database.url, dateStrings: true });
    const [rows] = await connection.query<RowDataPacket[]>(sql);
    await connection.end();
    return rows;
  }

  it('gives one customer as many orders as asked for, between those of a thousand others', async () => {
    const { email } = await createLargeWorld(database.url, { records: 3000, otherRecords: 700, attachments: 20 });
    expect(await ask(`SELECT COUNT(*) AS n FROM orders JOIN customer USING (customer_id) WHERE email = '${email}'`)).toEqual([
      { n: 3000 },
    ]);
    expect(await ask('SELECT COUNT(*) AS n, MIN(order_id) > 1 AS spread FROM orders WHERE customer_id <> 1')).toEqual([
      { n: 700, spread: 1 },
    ]);
    expect(await ask('SELECT COUNT(*) AS n, COUNT(DISTINCT content) AS contents FROM attachment')).toEqual([
      { n: 20, contents: 20 },
    ]);
  });

  it('is the same every time', async () => {
    await createLargeWorld(database.url, { records: 40 });
    expect(
      await ask(
        'SELECT COUNT(*) AS n, SUM(net) AS net, MD5(GROUP_CONCAT(order_no, article, IFNULL(note, "-") ORDER BY order_id)) AS all_of_it FROM orders',
      ),
    ).toEqual([{ n: 44, net: '20398.68', all_of_it: 'abc721479bb4aad003d8c829c6a94a33' }]);
  });

  it('makes a flat table with an index', async () => {
    const { email } = await createFlatTable(database.url, { rows: 1001 });
    expect(await ask(`SELECT contact_id FROM contact WHERE email = '${email}'`)).toEqual([{ contact_id: 501 }]);
    expect(await ask(`EXPLAIN SELECT * FROM contact WHERE email = '${email}'`)).toEqual([
      expect.objectContaining({ key: 'contact_email' }),
    ]);
  });
});
