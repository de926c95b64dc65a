import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sampleEntry } from '@habeas/core/testing';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { FileKeyring, NoteSignerKey } from '@habeas/vault';
import { openAll, rewrapAll } from '../src/operator/rewrap.js';
import { type DurableStore, openStore, verifyStore } from '../src/persistence/index.js';
import { fillStore } from './filled-store.js';

const REQUESTS = 600;
const KEY = NoteSignerKey.generate('example.test/trail');
const AT_ONCE = { entries: 1, everyMs: 0 };

describeWithServer('mariadb', 'an installation in MariaDB', (server) => {
  let database: TestDatabase;
  let store: DurableStore;
  let keys: FileKeyring;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-drill-'));
    keys = await FileKeyring.create(join(folder, 'keyring.json'));
    database = await server.createDatabase('drill');
    store = await openStore({ url: database.url, allowsLazyFlush: true });
    await fillStore(store, keys, REQUESTS);
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const add = async (count: number, prefix: string): Promise<void> => {
    await store.transact(async ({ audit }) => {
      for (let index = 0; index < count; index += 1) await audit.add(sampleEntry({ id: `${prefix}-${String(index)}` }));
    });
    while ((await store.trail.sequence()) > 0);
  };

  it('signs each checkpoint once, however many processes try', async () => {
    const others = await Promise.all([1, 2].map(() => openStore({ url: database.url, allowsLazyFlush: true })));
    for (const round of ['a', 'b', 'c']) {
      await add(20, round);
      await Promise.all([store, ...others].map(({ checkpoints }) => checkpoints.make(KEY, AT_ONCE)));
    }
    await Promise.all(others.map((other) => other.close()));
    await store.checkpoints.make(KEY, AT_ONCE);
    await store.checkpoints.noteReached('somewhere', 20);
    await store.checkpoints.noteReached('somewhere', 60);
    expect([await store.checkpoints.reached('somewhere'), await store.checkpoints.reached('elsewhere')]).toEqual([60, 0]);
    const verdict = await verifyStore(database.url, undefined, { keys: [KEY.verifier] });
    expect(verdict).toMatchObject({
      isGood: true,
      trail: { entries: 60 },
      checkpoints: { holds: true, unsigned: 0, broken: [] },
    });
  });

  it('puts every data key under new keys while requests are changed', async () => {
    await keys.rotateEpochs();
    const over = new AbortController();
    const changes = changeRequests(store, over.signal);
    const { good, moved, broken } = await rewrapAll(store, keys);
    over.abort();
    expect(await changes).toBeGreaterThan(0);
    expect([good + moved, broken]).toEqual([REQUESTS + 1, {}]);
    expect(await rewrapAll(store, keys)).toMatchObject({ good: REQUESTS + 1, moved: 0 });
  });

  it('is whole after a dump and a restore into another database, triggers included', async () => {
    const restored = await server.createDatabase('restored');
    await copy(database, restored);
    const copied = await openStore({ url: restored.url, allowsLazyFlush: true });
    expect(await openAll(copied, keys)).toMatchObject({ good: REQUESTS + 1, destroyed: 0, broken: {} });
    const known = { keys: [KEY.verifier], notes: [(await store.checkpoints.latest())!.note] };
    expect(await verifyStore(restored.url, await store.trail.head(), known)).toMatchObject({ isGood: true, requests: REQUESTS });
    await expect(restored.run("DELETE FROM audit_entry WHERE id = 'a-0'")).rejects.toThrow('stand');
    await copied.close();
    await restored.drop();
  }, 60_000);

  it('opens nothing of requests after their weeks are over, from that dump or any other', async () => {
    await keys.destroyEpochsBefore(new Date('2031-01-01'));
    expect(await openAll(store, keys)).toMatchObject({ good: 1, destroyed: REQUESTS, broken: {} });
  });
});

/** What a service does meanwhile; gives how often. */
async function changeRequests(store: DurableStore, signal: AbortSignal): Promise<number> {
  let count = 0;
  for (; !signal.aborted; count += 1) {
    await store.transact(async ({ requests }) => {
      const request = (await requests.lock('acme', `req_${String(count % REQUESTS).padStart(7, '0')}`))!;
      await requests.change({ ...request, version: request.version + 1 });
    });
  }
  return count;
}

/** The documented way: mysqldump into the client, here without a file in between. */
async function copy(from: TestDatabase, to: TestDatabase): Promise<void> {
  const options = ['--single-transaction', '--routines', '--triggers', '--hex-blob'];
  const dump = spawn('mariadb-dump', [...access(from), ...options, from.name], {
    env: environment(from),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const load = spawn('mariadb', [...access(to), to.name], { env: environment(to), stdio: ['pipe', 'ignore', 'inherit'] });
  dump.stdout.pipe(load.stdin);
  const ends = await Promise.all([once(dump, 'exit'), once(load, 'exit')]);
  expect(ends).toEqual([
    [0, null],
    [0, null],
  ]);
}

function access({ url }: TestDatabase): readonly string[] {
  const { hostname, port, username } = new URL(url);
  return ['--no-defaults', `--host=${hostname}`, `--port=${port}`, `--user=${username}`, '--protocol=tcp'];
}

function environment({ url }: TestDatabase): NodeJS.ProcessEnv {
  return { ...process.env, MYSQL_PWD: decodeURIComponent(new URL(url).password) };
}
