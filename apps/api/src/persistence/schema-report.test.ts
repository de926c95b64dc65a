import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { describeWithServer } from '@habeas/test-servers/jest';
import { migrate } from './migrate.js';
import { openEngine } from './open-store.js';
import { schemaOf } from './schema-report.js';

const committed = (product: string): string => readFileSync(new URL(`../../schema.${product}.sql`, import.meta.url), 'utf8');

const migrated = async (url: string): Promise<string> => {
  const engine = await openEngine({ url, allowsLazyFlush: true });
  await migrate(engine);
  const schema = await schemaOf(engine);
  await engine.close();
  return schema;
};

describe('the schema in SQLite', () => {
  it('is written down as it is now (scripts/write-schemas.mjs)', async () => {
    expect(await migrated('sqlite::memory:')).toBe(committed('sqlite'));
  });
});

describeWithServer('mariadb', 'the schema in MariaDB', (server) => {
  it('is written down as it is now (scripts/write-schemas.mjs)', async () => {
    const database = await server.createDatabase('schema');
    expect(await migrated(database.url)).toBe(committed('mysql'));
    await database.drop();
  });
});
