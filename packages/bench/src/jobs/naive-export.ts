import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipArchive } from 'archiver';
import { stringify } from 'csv-stringify';
import { createConnection } from 'mysql2';

/** What people write first: the driver's row stream, piped into csv-stringify, piped into archiver. */
export async function naiveExport(url: string, customerId: number, out: string): Promise<void> {
  const connection = createConnection({ uri: url, dateStrings: true, supportBigNumbers: true, bigNumberStrings: true });
  try {
    const rows = connection.query('SELECT * FROM orders WHERE customer_id = ? ORDER BY order_id', [customerId]).stream();
    const zip = new ZipArchive({ zlib: { level: 6 } });
    zip.append(rows.pipe(stringify({ header: true })), { name: 'orders.csv' });
    void zip.finalize();
    await pipeline(zip, createWriteStream(out));
  } finally {
    connection.destroy();
  }
}
