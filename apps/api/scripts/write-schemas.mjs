/**
 * Writes the schemas of a store in SQLite and in MariaDB, as reports to review changes by:
 * `HABEAS_TEST_MARIADB_URL=mysql://… node apps/api/scripts/write-schemas.mjs`
 */
import './source-loader.mjs';
import { writeFile } from 'node:fs/promises';
import { connectToServer } from '@habeas/test-servers';

const { openEngine } = await import('../src/persistence/open-store.ts');
const { migrate } = await import('../src/persistence/migrate.ts');
const { schemaOf } = await import('../src/persistence/schema-report.ts');

const server = connectToServer('mariadb', process.env.HABEAS_TEST_MARIADB_URL);
const database = await server.createDatabase('schema');
try {
  await write('sqlite::memory:', 'sqlite');
  await write(database.url, 'mysql');
} finally {
  await database.drop();
}

async function write(url, product) {
  const engine = await openEngine({ url, allowsLazyFlush: true });
  try {
    await migrate(engine);
    await writeFile(new URL(`../schema.${product}.sql`, import.meta.url), await schemaOf(engine));
  } finally {
    await engine.close();
  }
}
