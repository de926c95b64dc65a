import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sampleEntry, sampleRequest } from '@habeas/core/testing';
import Database from 'better-sqlite3';
import { backupStore } from './backup.js';
import { type DurableStore, openStore } from './open-store.js';
import { verifyStore } from './verify-store.js';

describe('a backup', () => {
  let folder: string;
  let store: DurableStore;
  let url: string;
  let copy: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-backup-'));
    url = `sqlite:${join(folder, 'store.sqlite')}`;
    copy = join(folder, 'copy.sqlite');
    store = await openStore({ url });
    await store.transact(async ({ requests, audit }) => {
      await requests.add(sampleRequest());
      for (const id of ['a', 'b']) await audit.add(sampleEntry({ id }));
    });
    await store.trail.sequence();
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('of a store that is in use is whole, is its owner’s, and is good', async () => {
    await backupStore(url, copy);
    expect((await stat(copy)).mode & 0o777).toBe(0o600);
    const verdict = await verifyStore(`sqlite:${copy}`, await store.trail.head());
    expect(verdict).toMatchObject({ isGood: true, damage: [], pending: [], unknown: [], requests: 1, steps: 0 });
    expect(verdict.trail).toMatchObject({ holds: true, entries: 2 });
  });

  it('that was restored goes on where it was', async () => {
    await backupStore(url, copy);
    const restored = await openStore({ url: `sqlite:${copy}` });
    expect(await restored.transact(({ requests }) => requests.get('acme', 'request-1'))).toEqual(sampleRequest());
    await restored.transact(({ audit }) => audit.add(sampleEntry({ id: 'c' })));
    expect(await restored.trail.sequence()).toBe(1);
    await restored.close();
    expect(await verifyStore(`sqlite:${copy}`)).toMatchObject({ isGood: true, trail: { entries: 3 } });
  });

  it('never replaces a file, and leaves none that is unfinished', async () => {
    await writeFile(copy, 'something dear');
    await expect(backupStore(url, copy)).rejects.toMatchObject({ code: 'STORE_REFUSED' });
    await expect(backupStore(`sqlite:${join(folder, 'none')}`, join(folder, 'new'))).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    expect((await readdir(folder)).filter((name) => !name.startsWith('store'))).toEqual(['copy.sqlite']);
  });

  it('of a server is the server’s own', async () => {
    await expect(backupStore('mysql://root@localhost/habeas', copy)).rejects.toThrow('mysqldump');
  });

  it('that is older than another place remembers is not good', async () => {
    await backupStore(url, copy);
    await store.transact(({ audit }) => audit.add(sampleEntry({ id: 'c' })));
    await store.trail.sequence();
    const verdict = await verifyStore(`sqlite:${copy}`, await store.trail.head());
    expect(verdict).toMatchObject({ isGood: false, trail: { holds: false, fault: 'cut-off' } });
  });

  it('that was damaged, or is of another version, is not good', async () => {
    await backupStore(url, copy);
    const database = new Database(copy);
    database.exec("INSERT INTO migrations (timestamp, name) VALUES (9, 'AddSomething9')");
    expect(await verifyStore(`sqlite:${copy}`)).toMatchObject({ isGood: false, unknown: ['AddSomething9'] });
    database.exec("DELETE FROM migrations WHERE name = 'AddSomething9' OR name LIKE 'CreateTokens%'");
    expect((await verifyStore(`sqlite:${copy}`)).pending).toEqual([expect.stringMatching(/^CreateTokens/u)]);
    database.exec("INSERT INTO migrations (timestamp, name) SELECT 1, 'CreateTokens1763800000014'");
    database.unsafeMode();
    database.exec(
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'due_at', 'received_at') WHERE name = 'request_due'",
    );
    database.close();
    expect((await verifyStore(`sqlite:${copy}`)).damage).toContain('row 1 missing from index request_due');
    await writeFile(copy, (await readFile(copy)).fill(0xff, 4_096));
    expect(await verifyStore(`sqlite:${copy}`)).toMatchObject({ isGood: false, damage: ['SQLITE_CORRUPT'] });
    await expect(verifyStore(`sqlite:${join(folder, 'none')}`)).rejects.toMatchObject({ code: 'STORE_REFUSED' });
  });
});
