import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Engine } from './engine.js';
import { migrate, migrationState } from './migrate.js';
import { openEngine, openStore } from './open-store.js';
import { failingAfter } from './testing/failing-engine.js';
import { schemaOf } from './schema-report.js';

describe('the schema of a store in SQLite', () => {
  let folder: string;
  let url: string;
  const engines: Engine[] = [];

  const open = async (of = url): Promise<Engine> => {
    const engine = await openEngine({ url: of });
    engines.push(engine);
    return engine;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-schema-'));
    url = `sqlite:${join(folder, 'store.sqlite')}`;
  });
  afterEach(async () => {
    await Promise.all(engines.splice(0).map((engine) => engine.close()));
    await rm(folder, { recursive: true });
  });

  it('is what the entities say', async () => {
    const engine = await open();
    await migrate(engine);
    const { upQueries } = await engine.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('is complete after a migration that was killed after any of its statements', async () => {
    const whole = await open('sqlite::memory:');
    await migrate(whole);
    let kills = 0;
    for (let isDone = false; !isDone; kills += 1) {
      const engine = await open(`sqlite:${join(folder, `${kills}.sqlite`)}`);
      isDone = await migrate(failingAfter(engine, kills)).then(
        () => true,
        () => false,
      );
      await migrate(engine);
      expect(await schemaOf(engine)).toBe(await schemaOf(whole));
    }
    expect(kills).toBeGreaterThan(40);
  });

  it('is made once by processes that start at the same time', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    await Promise.all([migrate(first), migrate(second)]);
    const rows = await first.dataSource.query<unknown[]>(
      'SELECT name, COUNT(*) FROM migrations GROUP BY name HAVING COUNT(*) > 1',
    );
    expect(rows).toEqual([]);
  });

  it('is not touched where a newer version was there', async () => {
    const engine = await open();
    await migrate(engine);
    await engine.dataSource.query("INSERT INTO migrations (timestamp, name) VALUES (9, 'AddSomething9')");
    const start = openStore({ url });
    await expect(start).rejects.toThrow(
      'A newer version has changed this store (AddSomething9). Start that version, or a newer one.',
    );
    await expect(start).rejects.toMatchObject({ code: 'STORE_REFUSED' });
  });

  it('is known to be behind before it is brought up', async () => {
    const engine = await open();
    const { pending, unknown } = await engine.run((runner) => migrationState(engine.dataSource, runner));
    expect([pending.length, unknown]).toEqual([engine.dataSource.migrations.length, []]);
  });
});
