/**
 * Kills workers while they work, on SQLite and on MariaDB, and ends with 1 where anything was lost or done twice:
 * `HABEAS_TEST_MARIADB_URL=mysql://… node apps/api/scripts/kill-workers.mjs [kills on each]`
 */
import './source-loader.mjs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectToServer } from '@habeas/test-servers';

const { runWithKills } = await import('../src/persistence/testing/kill-run.ts');
const kills = Number(process.argv[2] ?? 100);

await onSqlite();
await onMariadb();

async function onSqlite() {
  const folder = await mkdtemp(join(tmpdir(), 'habeas-kill-'));
  try {
    tell('sqlite', await runWithKills(`sqlite:${join(folder, 'store.sqlite')}`, kills));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function onMariadb() {
  const database = await connectToServer('mariadb', process.env.HABEAS_TEST_MARIADB_URL).createDatabase('kill');
  try {
    tell('mariadb', await runWithKills(database.url, kills));
  } finally {
    await database.drop();
  }
}

function tell(product, report) {
  const { steps, done, wrong, trail } = report;
  if (done !== steps || wrong.length > 0 || trail !== 'holds') process.exitCode = 1;
  process.stdout.write(`${product} ${JSON.stringify(report)}\n`);
}
