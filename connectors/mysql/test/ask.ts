import mysql, { type RowDataPacket } from 'mysql2/promise';

/** Asks the server something, as the administrator. */
export async function ask(url: string, sql: string, ...values: string[]): Promise<readonly RowDataPacket[]> {
  const connection = await mysql.createConnection({ uri: url });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(sql, values);
    return rows;
  } finally {
    await connection.end();
  }
}

/** How many statements are running in a database. */
export async function running(url: string, database: string): Promise<number> {
  const sql = "SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST WHERE DB = ? AND COMMAND IN ('Query', 'Execute')";
  return Number((await ask(url, sql, database))[0]?.['n']);
}

/** Waits until something holds; fails after some seconds. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 250; attempt += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not come to be.');
}
