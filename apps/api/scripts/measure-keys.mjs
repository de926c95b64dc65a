/**
 * Data keys per second that a rotation moves, and the longest that a transaction of the service had to wait meanwhile:
 * `HABEAS_TEST_MARIADB_URL=mysql://… node apps/api/scripts/measure-keys.mjs`
 */
import './source-loader.mjs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileKeyring } from '@habeas/vault';
import { connectToServer } from '@habeas/test-servers';

const { openStore } = await import('../src/persistence/open-store.ts');
const { rewrapAll } = await import('../src/operator/rewrap.ts');
const { fillStore } = await import('../test/filled-store.ts');
const KEYS = 10_000;

const folder = await mkdtemp(join(tmpdir(), 'habeas-measure-'));
await measure('sqlite', `sqlite:${join(folder, 'store.sqlite')}`);
const database = await connectToServer('mariadb', process.env.HABEAS_TEST_MARIADB_URL).createDatabase('measure');
await measure('mariadb', database.url);
await database.drop();
await rm(folder, { recursive: true });

async function measure(product, url) {
  const keys = await FileKeyring.create(join(folder, `${product}.json`));
  const [store, service] = [await openStore({ url, allowsLazyFlush: true }), await openStore({ url, allowsLazyFlush: true })];
  await fillStore(store, keys, KEYS);
  await keys.rotateEpochs();
  const waits = [];
  let working = true;
  const others = (async () => {
    while (working) {
      const begin = performance.now();
      await service.transact(({ requests }) => requests.lock('acme', 'req_0000001'));
      waits.push(performance.now() - begin);
      await new Promise((wake) => setTimeout(wake, 10));
    }
  })();
  const begin = performance.now();
  const { moved } = await rewrapAll(store, keys);
  const seconds = (performance.now() - begin) / 1_000;
  working = false;
  await others;
  waits.sort((left, right) => left - right);
  const at = (share) => Math.round(waits[Math.floor((waits.length - 1) * share)]);
  process.stdout.write(
    `${product}: ${Math.round(moved / seconds)} data keys/s; another transaction took ${at(0.5)} ms (median), ${at(0.99)} ms (99 %), ${at(1)} ms (longest)\n`,
  );
  await store.close();
  await service.close();
}
