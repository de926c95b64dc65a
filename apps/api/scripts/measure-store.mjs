/**
 * Steps per second through claim and end, alone and with four workers of one process:
 * `HABEAS_TEST_MARIADB_URL=mysql://… node apps/api/scripts/measure-store.mjs`
 */
import './source-loader.mjs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectToServer } from '@habeas/test-servers';

const { openStore } = await import('../src/persistence/open-store.ts');
const STEPS = 2_000;

const folder = await mkdtemp(join(tmpdir(), 'habeas-measure-'));
await measure('sqlite', `sqlite:${join(folder, 'store.sqlite')}`);
await rm(folder, { recursive: true });
const database = await connectToServer('mariadb', process.env.HABEAS_TEST_MARIADB_URL).createDatabase('measure');
await measure('mariadb', database.url);
await database.drop();

async function measure(product, url) {
  const store = await openStore({ url });
  for (const workers of [1, 4]) {
    await fill(store, `run-${workers}`);
    const begin = performance.now();
    await Promise.all(Array.from({ length: workers }, (_, index) => work(store, `worker-${index}`)));
    const seconds = (performance.now() - begin) / 1_000;
    process.stdout.write(`${product}, ${workers} at once: ${Math.round(STEPS / seconds)} steps/s\n`);
  }
  await store.close();
}

async function fill(store, request) {
  await store.transact(async ({ steps, now }) => {
    for (let index = 0; index < STEPS; index += 1) {
      const key = `search-${index}`;
      await steps.add({
        id: `${request}/${index}`,
        controller: 'acme',
        request,
        key,
        kind: 'search',
        workflowVersion: 1,
        dueAt: now,
      });
    }
  });
}

async function work(store, worker) {
  for (;;) {
    const claim = await store.claim({ worker, leaseMs: 30_000, kinds: ['search'] });
    if (claim === undefined) return;
    await store.transact(({ steps }) => steps.end(claim, { state: 'done' }));
  }
}
