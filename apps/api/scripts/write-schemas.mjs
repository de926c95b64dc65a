/** Writes the schemas of a store in SQLite and in MariaDB, as reports to review changes by. Finds or starts a MariaDB as the tests do. */
import './source-loader.mjs';
import { writeFile } from 'node:fs/promises';
import { connectToServer, startServers } from '@habeas/test-servers';

const { openEngine } = await import('../src/persistence/open-store.ts');
const { migrate } = await import('../src/persistence/migrate.ts');
const { schemaOf } = await import('../src/persistence/schema-report.ts');

const running = await startServers();
try {
  const server = connectToServer('mariadb', running.environment.HABEAS_TEST_MARIADB_URL);
  const database = await server.createDatabase('schema');
  await write('sqlite::memory:', 'sqlite');
  await write(database.url, 'mysql');
  await database.drop();
} finally {
  await running.stop();
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
