import { once } from 'node:events';
import { createConnection } from 'mysql2';
import { exampleDataMap, openMariadb, personWith } from './sources.js';

/** Locates the person and reads all orders through a session, batch by batch. Returns their number. */
export async function readThroughSession(url: string, email: string): Promise<number> {
  const session = await openMariadb(url, exampleDataMap('large'), new AbortController().signal);
  try {
    const roots = [];
    const identifiers = personWith(email).identifiers.map(({ identifier }) => identifier);
    for await (const item of session.locate({ identifiers })) if (item.type === 'match') roots.push(item);
    let count = 0;
    for await (const item of session.read({ collection: 'orders', roots, want: 'records' })) {
      if (item.type === 'records') count += item.records.length;
    }
    return count;
  } finally {
    await session.close();
  }
}

/** The same rows as the driver gives them: its event stream, and nothing done with it. Returns their number. */
export async function readBare(url: string, customerId: number): Promise<number> {
  const connection = createConnection({ uri: url, dateStrings: true, supportBigNumbers: true, bigNumberStrings: true });
  let count = 0;
  const query = connection.query('SELECT * FROM orders WHERE customer_id = ? ORDER BY order_id', [customerId]);
  query.on('result', () => {
    count += 1;
  });
  await once(query, 'end');
  connection.destroy();
  return count;
}
