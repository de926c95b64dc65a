import { Client } from 'pg';

/** Asks the server something, as the administrator. */
export async function ask(url: string, sql: string, ...values: string[]): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** How many of our statements are running in a database. */
export async function running(url: string, database: string): Promise<number> {
  const ours = "datname = $1 AND application_name = 'habeas' AND state <> 'idle'";
  return Number((await ask(url, `SELECT count(*)::int AS n FROM pg_stat_activity WHERE ${ours}`, database))[0]?.['n']);
}

/** Waits until something holds; fails after some seconds. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 250; attempt += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not come to be.');
}
