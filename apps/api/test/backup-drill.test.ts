import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileKeyring } from '@habeas/vault';
import Database from 'better-sqlite3';
import { runScene } from '../src/demo/run-scene.js';
import { operate } from '../src/operator/operate.js';
import { openAll } from '../src/operator/rewrap.js';
import { openStore } from '../src/persistence/index.js';
import { startService } from '../src/start.js';
import { KeyVault } from '../src/vault/key-vault.js';
import { openBlobs } from '../src/composition/service.js';
import { officerOf, type ServiceHouse, serviceHouse, serviceLog } from './house.js';

let house: ServiceHouse;
let outside: string;
const path = (...names: readonly string[]): string => join(house.folder, ...names);

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const said: string[] = [];
  const code = await operate([...args, '--config', house.configFile], (line) => said.push(line));
  return { code, said: said.join('\n') };
}

beforeAll(async () => {
  house = await serviceHouse(
    'worker: { idleSeconds: 0.05 }\ncheckpoints: { directory: ./outside, entries: 1, everySeconds: 0.2 }\n',
  );
  outside = path('outside');
  mkdirSync(outside);
  const officer = await officerOf(house);
  const [person] = house.world.association;
  const scene = {
    officer,
    person: person!,
    format: 'json' as const,
    language: 'en' as const,
    folder: path('out'),
    say: () => undefined,
  };
  expect(await runScene(scene)).toBe(true);
}, 120_000);
afterAll(() => {
  rmSync(house.folder, { recursive: true });
});

describe('the drill: backup, loss, restore', () => {
  it('makes a backup while the service runs, and verifies it with its checkpoints', async () => {
    for (let look = 0; look < 100 && (await house.started.service.store.checkpoints.latest()) === undefined; look += 1) {
      await new Promise((wake) => setTimeout(wake, 50));
    }
    const { code, said } = await run('backup', '--out', path('backup.db'));
    expect([code, JSON.parse(said)]).toEqual([
      0,
      expect.objectContaining({ isGood: true, checkpoints: expect.objectContaining({ holds: true, unsigned: 0 }) }),
    ]);
    cpSync(path('data', 'blobs'), path('backup-blobs'), { recursive: true });
    cpSync(path('data', 'keyring.json'), path('backup-keyring.json'));
    cpSync(path('data', 'trail.key'), path('backup-trail.key'));
    expect(await run('check', '--deep')).toMatchObject({ code: 0, said: expect.stringContaining('All is well: 1 requests.') });
    await expect(run('restore', '--from', path('backup.db'))).rejects.toThrow('never replaced');
    await house.started.stop();
  });

  it('does not start with the store and without its keyring, nor make another one', async () => {
    rmSync(path('data', 'keyring.json'));
    await expect(startService({ config: house.configFile, role: 'all' }, serviceLog([]))).rejects.toThrow(
      'it is missing, and this store cannot be read without it',
    );
    await expect(run('check')).rejects.toMatchObject({ code: 'keyring-missing' });
  });

  it('restores everything from store, blobs and keyring, says what is missing of them, and goes on', async () => {
    rmSync(path('data'), { recursive: true });
    mkdirSync(path('data'));
    cpSync(path('backup-keyring.json'), path('data', 'keyring.json'));
    cpSync(path('backup-trail.key'), path('data', 'trail.key'));
    const without = await run('restore', '--from', path('backup.db'));
    expect(without).toMatchObject({
      code: 3,
      said: expect.stringMatching(/NOT AS IT SHOULD BE: request req_\w+, archive\/\S+: it is missing/u),
    });
    cpSync(path('backup-blobs'), path('data', 'blobs'), { recursive: true });
    expect(await run('check', '--deep')).toMatchObject({ code: 0, said: expect.stringContaining('and every archive opens') });
    const again = await startService({ config: house.configFile, role: 'all' }, serviceLog([]));
    const { items } = await again.service.store.transact(({ requests }) => requests.page('club', {}, { first: 5 }));
    expect(items.map(({ item }) => item.state)).toEqual(['released']);
    await again.stop();
  }, 60_000);

  it('finds an archive that was changed', async () => {
    const store = await openStore({ url: `sqlite:${path('data', 'habeas.db')}` });
    const all: { controller: string; request: string; name: string }[] = [];
    for await (const blob of store.keptBlobs.all()) if (blob.archive !== undefined) all.push(blob);
    await store.close();
    const [{ controller, request, name }] = all as [(typeof all)[number]];
    const file = path('data', 'blobs', controller, request, name);
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, -1), Buffer.of(bytes.at(-1)! ^ 1)]));
    expect((await run('check')).code).toBe(0);
    expect(await run('check', '--deep')).toMatchObject({
      code: 3,
      said: expect.stringContaining('it does not open: sealed-chunk'),
    });
    writeFileSync(file, bytes);
  });

  it('leaves a trail that an auditor verifies from outside, and a key to be renewed', async () => {
    const { said: key } = await run('trail-key');
    expect(key).toMatch(/^localhost\/habeas\/trail\+[0-9a-f]{8}\+\S+$/u);
    expect((await run('renew-trail-key')).code).toBe(0);
    expect((await run('trail-key')).said).not.toBe(key);
    expect((await run('verify-store')).code).toBe(0);
    await run('export-trail', '--out', path('trail.jsonl'));
    expect(readFileSync(path('trail.jsonl'), 'utf8')).toContain('"action":"trail.renew-key"');
    expect(readFileSync(path('trail.jsonl'), 'utf8')).toContain('"action":"store.restore"');
    await expect(
      run('verify-store', '--store', `sqlite:${path('data', 'habeas.db')}`, '--checkpoint', path('trail.jsonl')),
    ).rejects.toThrow('--key');
  });
});

describe('shredding', () => {
  it('reaches into a backup from before the expiry: with today’s keyring it opens nothing of anybody', async () => {
    const keys = await FileKeyring.open(path('data', 'keyring.json'));
    const store = await openStore({ url: `sqlite:${path('backup.db')}` });
    expect(await openAll(store, keys)).toMatchObject({ destroyed: 0, broken: {} });
    await keys.destroyEpochsBefore(new Date(Date.now() + 400 * 86_400_000));
    const counts = await openAll(store, keys);
    expect(counts).toMatchObject({ good: 1, destroyed: 1, broken: {} }); // the one that opens is the officer's authenticator

    const config = house.started.service.config;
    const vault = new KeyVault(keys, await openBlobs({ ...config, data: path('data') }));
    const codeOf = (opening: Promise<unknown>): Promise<unknown> =>
      opening.catch((error: unknown) => (error as { readonly code: unknown }).code);
    const opened: unknown[] = [];
    const { items } = await store.transact(({ requests }) => requests.page('club', {}, { first: 5 }));
    for (const { item } of items) {
      const key = { controller: 'club', request: item.id, dataKey: item.dataKey! };
      opened.push(await codeOf(vault.open(key, 'subject', item.subjectFile!)));
      opened.push(await codeOf(vault.open(key, 'case', item.caseFile!)));
      opened.push(await codeOf(vault.keepUntil(key, new Date('2040-01-01'))));
    }
    for await (const blob of store.keptBlobs.all()) {
      opened.push(await codeOf(vault.read(blob, blob.name)[Symbol.asyncIterator]().next()));
    }
    expect(opened.length).toBeGreaterThan(5);
    expect(new Set(opened)).toEqual(new Set(['key-destroyed']));
    await store.close();
    expect(new Database(path('backup.db')).prepare('SELECT count(*) AS n FROM request').get()).toEqual({ n: 1 });
  });
});
