import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import type { Engine } from './engine.js';
import { migrate } from './migrate.js';
import { openEngine } from './open-store.js';
import { failingAfter } from './testing/failing-engine.js';
import { schemaOf } from './schema-report.js';

describeWithServer('mariadb', 'the schema of a store in MariaDB', (server) => {
  let database: TestDatabase;
  const engines: Engine[] = [];

  const open = async (): Promise<Engine> => {
    const engine = await openEngine({ url: database.url, allowsLazyFlush: true });
    engines.push(engine);
    return engine;
  };

  beforeEach(async () => {
    database = await server.createDatabase('schema');
  });
  afterEach(async () => {
    await Promise.all(engines.splice(0).map((engine) => engine.close()));
    await database.drop();
  });

  it('is what the entities say', async () => {
    const engine = await open();
    await migrate(engine);
    const migrated = await schemaOf(engine);
    // MariaDB tells TypeORM of defaults that nobody set, so what it would change says nothing. What it would make does.
    await engine.dataSource.synchronize(true);
    const made = await schemaOf(engine);
    const tables = migrated.split(';\n\n').filter((sql) => !/^CREATE TRIGGER|^CREATE TABLE `migrations`/u.test(sql));
    expect(`${tables.join(';\n\n')};\n`).toBe(made);
  });

  it('is complete after a migration that was killed after any of its statements', async () => {
    const engine = await open();
    await migrate(engine);
    const whole = await schemaOf(engine);
    let kills = 0;
    for (let isDone = false; !isDone; kills += 1) {
      await engine.dataSource.dropDatabase();
      isDone = await migrate(failingAfter(engine, kills)).then(
        () => true,
        () => false,
      );
      // The lock of the killed process goes with its connection; here the pool keeps it.
      await engine.dataSource.query('DO RELEASE_ALL_LOCKS()');
      await migrate(engine);
      expect(await schemaOf(engine)).toBe(whole);
    }
    expect(kills).toBeGreaterThan(30);
  }, 120_000);

  it('is made once by processes that start at the same time', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    await Promise.all([migrate(first), migrate(second)]);
    const rows = await first.dataSource.query<unknown[]>(
      'SELECT name, COUNT(*) FROM migrations GROUP BY name HAVING COUNT(*) > 1',
    );
    expect(rows).toEqual([]);
  });
});
