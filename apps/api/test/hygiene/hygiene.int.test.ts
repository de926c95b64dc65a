import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { connectToServer, type PrivateServer, type TestDatabase } from '@habeas/test-servers';
import { describeWithPrivateServer } from '@habeas/test-servers/jest';
import { type HygieneHouse, hygieneHouse } from './hygiene-house.js';
import { everyRow, leftOf } from './remains.js';

/** As a service demands it of its store. */
const SAFE = ['--innodb-flush-method=fsync', '--innodb-flush-log-at-trx-commit=1'];

describeWithPrivateServer('redis', 'with a queue in Redis', (startRedis) => {
  describeWithPrivateServer(
    'mariadb',
    'what Habeas keeps of the people who ask, in MariaDB and Redis (LOG-02)',
    (startMariadb) => {
      let servers: readonly PrivateServer[];
      let database: TestDatabase;
      let home = '';
      let kept: HygieneHouse;
      beforeAll(async () => {
        const redis = await startRedis();
        const mariadb = await startMariadb({
          arguments: (folder) => {
            home = folder;
            return SAFE;
          },
        });
        servers = [redis, mariadb];
        database = await connectToServer('mariadb', mariadb.url).createDatabase('hygiene');
        const settings = `store: '${database.url}'\nredis: ${redis.url}\n`;
        kept = await hygieneHouse(() => ({ mysql: database.url }), settings);
      }, 480_000);
      afterAll(async () => {
        await kept.stop();
        await Promise.all(servers.map((server) => server.stop()));
      });

      /** Everything that Redis holds. */
      async function queued(): Promise<readonly string[]> {
        const redis = connectToServer('redis', servers[0]?.url ?? '');
        const keys = (await redis.run('KEYS', '*')) as readonly string[];
        return [...keys, ...(await Promise.all(keys.map(async (key) => String(await redis.run('DUMP', key)))))];
      }

      const places = (): readonly string[] => [join(kept.house.folder, 'data'), join(home, 'data')];

      it('lies nowhere in clear while requests live: not in the tables or the files of the server, nor in Redis', async () => {
        const rows = await everyRow({ mysql: database.url });
        expect((await queued()).length).toBeGreaterThan(0);
        expect(await kept.clear(rows, places(), await queued())).toEqual([]);
      }, 300_000);

      it('is destroyed in every state that a request can end in, when its time is over', async () => {
        const rows = await kept.destroyed();
        const blobs = join(kept.house.folder, 'data', 'blobs');
        const left = [...kept.ids].map(([name, id]) => [name, leftOf(id, { rows, blobs })]);
        expect(left).toEqual([...kept.ids.keys()].map((name) => [name, []]));
        expect(await kept.clear(rows, places(), await queued())).toEqual([]);
      }, 300_000);
    },
  );
});
