import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FULL_REQUEST as FULL, sampleEntry, StandingClock, storeChecks } from '@habeas/core/testing';
import Database from 'better-sqlite3';
import { type DurableStore, openEngine, openStore } from './open-store.js';
import { SqlStore } from './sql-store.js';

describe('a store in SQLite', () => {
  let folder: string;
  let store: DurableStore;
  const clock = new StandingClock();
  const path = (): string => join(folder, 'store.sqlite');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-store-'));
    store = await openStore({ url: `sqlite:${join(folder, 'store.sqlite')}`, clock });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  for (const { title, run } of storeChecks) it(title, () => run(store, clock));

  it('waits for its disk, and leaves nothing behind of what was deleted', async () => {
    const engine = await openEngine({ url: `sqlite:${path()}` });
    const pragma = async (name: string): Promise<unknown> =>
      Object.values((await engine.dataSource.query<Record<string, unknown>[]>(`PRAGMA ${name}`))[0] ?? {})[0];
    const names = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'trusted_schema', 'journal_size_limit'];
    const FULL = 2;
    expect(await Promise.all(names.map(pragma))).toEqual(['wal', FULL, 1, 1, 0, 64 * 1024 * 1024]);
    await engine.close();
  });

  it('can be read by its owner only', async () => {
    await store.transact(({ requests }) => requests.add(FULL));
    for (const file of ['', '-wal', '-shm']) expect((await stat(`${path()}${file}`)).mode & 0o777).toBe(0o600);
  });

  it('has the time of the database where no other one is given', async () => {
    const timed = await openStore({ url: `sqlite:${join(folder, 'timed.sqlite')}` });
    const before = Date.now();
    const now = await timed.transact((transaction) => Promise.resolve(transaction.now.getTime()));
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
    await timed.close();
  });

  it('is shared by several handles, as by several processes: each waits for the other', async () => {
    const second = await openStore({ url: `sqlite:${path()}`, clock });
    await store.transact(({ requests }) => requests.add(FULL));
    const add = (to: DurableStore): Promise<void> =>
      to.transact(async ({ requests }) => {
        const request = await requests.lock('acme', FULL.id);
        await pause(5);
        await requests.change({ ...request!, version: request!.version + 1, queued: request!.queued + 1 });
      });
    await Promise.all(Array.from({ length: 20 }, (_, index) => add(index % 2 === 0 ? store : second)));
    expect((await store.transact(({ requests }) => requests.get('acme', FULL.id)))?.queued).toBe(20);
    await second.close();
  });

  it('gives up when its patience ends, and says no more than the code', async () => {
    const impatient = await openStore({ url: `sqlite:${path()}`, patienceMs: 30 });
    const other = new Database(path());
    other.exec('BEGIN IMMEDIATE');
    const late = impatient.transact(({ requests }) => requests.add(FULL));
    await expect(late).rejects.toThrow('The store could not do this (SQLITE_BUSY).');
    await expect(late).rejects.toMatchObject({ code: 'store-unavailable', driverCode: 'SQLITE_BUSY' });
    other.close();
    await impatient.close();
  });

  it('says nothing of the values of what it refused', async () => {
    await store.transact(({ requests }) => requests.add(FULL));
    const error = await store.transact(({ requests }) => requests.add(FULL)).catch((thrown: unknown) => thrown);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(FULL.subjectFile);
    expect(error).toMatchObject({ code: 'STORE_FAULT', driverCode: 'SQLITE_CONSTRAINT_UNIQUE' });
  });

  it('refuses a statement that comes after the end of its transaction', async () => {
    const late: (() => Promise<unknown>)[] = [];
    await store.transact(({ requests }) => {
      late.push(() => requests.get('acme', 'request-1'));
      return Promise.resolve();
    });
    await expect(late[0]!()).rejects.toThrow('This transaction is over: something of it was not awaited.');
  });

  it('rolls back, and goes on, where the disk was full', async () => {
    const engine = await openEngine({ url: `sqlite:${path()}` });
    const full = new SqlStore(engine);
    const [pages] = await engine.dataSource.query<{ readonly page_count: number }[]>('PRAGMA page_count');
    await engine.dataSource.query(`PRAGMA max_page_count = ${pages!.page_count + 2}`);
    await expect(full.transact(({ requests }) => requests.add(FULL))).rejects.toMatchObject({ driverCode: 'SQLITE_FULL' });
    const stubborn = full.transact(async ({ requests, audit }) => {
      await requests.add(FULL).catch(() => undefined);
      // SQLite leaves this one open to go on. Where it rolls back by itself, nothing may follow.
      await engine.dataSource.query('ROLLBACK');
      await audit.add(sampleEntry());
    });
    await expect(stubborn).rejects.toMatchObject({ driverCode: 'SQLITE_ABORT_ROLLBACK' });
    await engine.dataSource.query('PRAGMA max_page_count = 100000');
    expect((await full.transact(({ audit }) => audit.page('acme', {}, { first: 1 }))).total).toBe(0);
    await full.transact(({ requests }) => requests.add(FULL));
    expect(await store.transact(({ requests }) => requests.get('acme', FULL.id))).toEqual(FULL);
    await full.close();
  });

  it('is refused where the file system cannot hold it', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'This is no database, and long enough to be seen as none. '.repeat(20));
    await expect(openStore({ url: `sqlite:${file}` })).rejects.toMatchObject({ driverCode: 'SQLITE_NOTADB' });
    await expect(openStore({ url: `sqlite:${join(file, 'below')}` })).rejects.toThrow();
  });
});
