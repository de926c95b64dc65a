import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDemoWorld } from '@habeas/example-worlds';
import { FileKeyring } from '@habeas/vault';
import Database from 'better-sqlite3';
import { type DurableStore, openStore } from '../src/persistence/index.js';
import { KeySealing } from '../src/staff/index.js';
import { operate } from '../src/operator/operate.js';
import { rewrapAll } from '../src/operator/rewrap.js';
import { fillStore } from './filled-store.js';

const REQUESTS = 300;
const LOADER = fileURLToPath(new URL('../scripts/source-loader.mjs', import.meta.url));
const MAIN = fileURLToPath(new URL('../src/operator/main.ts', import.meta.url));

describe('the keys of an installation', () => {
  let folder: string;
  let config: string;
  let keys: FileKeyring;
  let store: DurableStore;
  const storeFile = (): string => join(folder, 'data', 'habeas.db');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-keys-'));
    const { associationConfig } = await createDemoWorld(join(folder, 'world'));
    config = join(folder, 'service.yaml');
    writeFileSync(config, `service: 1\ncontrollers: { acme: ${associationConfig} }\n`);
    mkdirSync(join(folder, 'data'));
    keys = await FileKeyring.create(join(folder, 'data', 'keyring.json'));
    store = await openStore({ url: `sqlite:${storeFile()}` });
    await fillStore(store, keys, REQUESTS);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const said: string[] = [];
  const run = async (...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> => {
    said.length = 0;
    const code = await operate([...args, '--config', config], (line) => said.push(line));
    return { code, said: said.join('\n') };
  };
  const actions = async (): Promise<readonly string[]> =>
    (await store.transact(({ audit }) => audit.page('*', {}, { first: 50 }))).items.map(({ item }) => item.action);
  /** As if the last rotation were an hour old. */
  const letTimePass = (): void => {
    const database = new Database(storeFile());
    database.exec('DROP TRIGGER audit_entry_stands; UPDATE audit_entry SET at = at - 3600000');
    database.close();
  };

  it('are listed with what they wrap, and are verified by opening every data key', async () => {
    expect(await run('keys', 'list')).toEqual({
      code: 0,
      said: expect.stringMatching(/2030-W01\.1 +wraps 75\n(?:.*\n)*standing\.1 +wraps 1$/u),
    });
    expect(await run('keys', 'verify')).toEqual({ code: 0, said: `${String(REQUESTS + 1)} data keys open` });
  });

  it('do not open a data key that was put into another request, and say how many there are', async () => {
    const database = new Database(storeFile());
    database.exec(
      "UPDATE request SET data_key = (SELECT data_key FROM request WHERE id = 'req_0000001') WHERE id = 'req_0000002'",
    );
    database.exec("UPDATE request SET data_key = 'k1.2031-W01.7.AA.AA' WHERE id = 'req_0000003'");
    database.close();
    const { code, said: text } = await run('keys', 'verify');
    expect([code, text]).toEqual([3, expect.stringMatching(/1 DO NOT OPEN: key-forged\n1 DO NOT OPEN: key-unknown/u)]);
    expect((await run('keys', 'list')).said).toContain('2031-W01.7   is not in the keyring, and 1 wraps name it');
  });

  it('get another root key at once, and everything opens as before', async () => {
    const before = await keys.verify();
    expect((await run('keys', 'rotate-root')).code).toBe(0);
    expect((await keys.verify()).rootId).not.toBe(before.rootId);
    expect((await run('keys', 'verify')).code).toBe(0);
    expect(await actions()).toEqual(['keys.rotate-root']);
  });

  it('get a new key for every week, under which every data key is put; the old ones are retired when they wrap nothing', async () => {
    expect(await run('keys', 'retire')).toEqual({ code: 0, said: 'There is no old key.' });
    expect(await run('keys', 'rotate-epochs')).toEqual({
      code: 0,
      said: expect.stringContaining(`${String(REQUESTS + 1)} of them`),
    });
    expect((await run('keys', 'list')).said).toMatch(/2030-W01\.1 +wraps 0\n2030-W01\.2 +wraps 75\n/u);
    await expect(run('keys', 'retire')).rejects.toThrow('less than ten minutes ago');
    letTimePass();
    await expect(run('keys', 'retire', '2030-W01.9')).rejects.toThrow('has no key');
    await expect(run('keys', 'retire', '2030-W01.2')).rejects.toThrow('still wrap');
    expect(await run('keys', 'retire')).toMatchObject({ code: 0, said: expect.stringContaining('standing.1 is destroyed') });
    expect((await keys.verify()).keks.filter((kek) => kek.endsWith('.1'))).toEqual([]);
    expect((await run('keys', 'verify')).code).toBe(0);
    const { totpSecret = '' } = (await store.transact(({ staff }) => staff.get('staff-1'))) ?? {};
    expect((await new KeySealing(keys).open('staff-1', totpSecret))?.reveal()).toBe('otpauth://totp/example');
    expect((await actions()).slice(0, 2)).toEqual(['keys.retire', 'keys.retire']);
  });

  it('are not retired while a wrap names them, whoever put it there after the rotation', async () => {
    const { dataKey: old = '' } = (await store.transact(({ requests }) => requests.get('acme', 'req_0000000'))) ?? {};
    await run('keys', 'rotate-epochs');
    letTimePass();
    const database = new Database(storeFile());
    database.prepare("UPDATE request SET data_key = ? WHERE id = 'req_0000000'").run(old);
    database.close();
    await expect(run('keys', 'retire', '2030-W01.1')).rejects.toThrow('run keys rewrap first');
    expect((await run('keys', 'rewrap')).said).toContain('1 of them are under another key now');
    expect((await run('keys', 'retire', '2030-W01.1')).code).toBe(0);
  });

  it('leave a data key alone that somebody else changed in the meantime', async () => {
    await keys.rotateEpochs();
    const wraps = {
      pages: store.wraps.pages.bind(store.wraps),
      replace: async (changes: Parameters<typeof store.wraps.replace>[0]) => {
        const database = new Database(storeFile());
        database.exec("UPDATE request SET data_key = NULL WHERE id = 'req_0000010'");
        database.close();
        return store.wraps.replace(changes);
      },
    };
    expect(await rewrapAll({ ...store, wraps } as unknown as DurableStore, keys)).toMatchObject({ moved: REQUESTS, broken: {} });
    expect((await store.transact(({ requests }) => requests.get('acme', 'req_0000010')))?.dataKey).toBeUndefined();
  });

  it('all open after a rotation that was killed anywhere, and it goes on where it was', async () => {
    await keys.rotateEpochs();
    const counts: number[] = [];
    for (const afterMs of [0, 30, 60]) {
      const child = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', '--import', LOADER, MAIN, 'keys', 'rewrap', '--config', config],
        {
          stdio: 'ignore',
        },
      );
      await untilMoved(child, counts.at(-1) ?? 0, afterMs);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      expect((await run('keys', 'verify')).code).toBe(0);
      counts.push(await moved());
    }
    expect(counts).toEqual([...counts].sort((left, right) => left - right));
    expect((await run('keys', 'rewrap')).code).toBe(0);
    expect(await moved()).toBe(REQUESTS + 1);
  }, 120_000);

  const moved = async (): Promise<number> => {
    let count = 0;
    for await (const page of store.wraps.pages()) count += page.filter(({ wrapped }) => wrapped.split('.')[2] === '2').length;
    return count;
  };
  /** Waits until the child has begun to move wraps, or is over, and then a little. */
  const untilMoved = async (child: ChildProcess, before: number, afterMs: number): Promise<void> => {
    while (child.exitCode === null && (await moved()) === before) await pause(5);
    await pause(afterMs);
  };
});
