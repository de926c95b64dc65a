import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Transaction, verifyTrail } from '@habeas/core';
import { sampleEntry, sampleRequest } from '@habeas/core/testing';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { migrate } from './migrate.js';
import { openEngine, openStore, type StoreOptions } from './open-store.js';
import { SqlStore } from './sql-store.js';
import { TRAIL_HASHING } from '@habeas/vault';
import { verifyStore } from './verify-store.js';

describeWithServer('mariadb', 'a store on a server', (server) => {
  let database: TestDatabase;
  const close: (() => Promise<void>)[] = [];

  const options = (): StoreOptions => ({ url: database.url, allowsLazyFlush: true, patienceMs: 5_000 });
  const open = async (): Promise<SqlStore & { readonly query: (sql: string) => Promise<unknown[]> }> => {
    const engine = await openEngine(options());
    await migrate(engine);
    const store = new SqlStore(engine);
    close.push(() => store.close());
    return Object.assign(store, { query: (sql: string) => engine.dataSource.query<unknown[]>(sql) });
  };

  beforeEach(async () => {
    database = await server.createDatabase('engine');
  });
  afterEach(async () => {
    await Promise.all(close.splice(0).map((each) => each()));
    await database.drop();
  });

  const change = async ({ requests }: Transaction, id: string): Promise<void> => {
    const request = await requests.lock('acme', id);
    await requests.change({ ...request!, version: request!.version + 1, queued: request!.queued + 1 });
  };
  const addTwo = (store: SqlStore): Promise<void> =>
    store.transact(async ({ requests }) => {
      for (const id of ['a', 'b']) await requests.add(sampleRequest({ id, reference: id }));
    });

  it('is refused where the server acknowledges what it has not written', async () => {
    await expect(openStore({ url: database.url })).rejects.toMatchObject({ code: 'STORE_REFUSED' });
  });

  it('has its own settings on every connection, and its time to the millisecond', async () => {
    const store = await open();
    const sql = 'SELECT @@sql_mode AS mode, @@tx_isolation AS isolation, @@time_zone AS zone';
    const settings = await Promise.all(Array.from({ length: 5 }, () => store.query(sql)));
    for (const each of settings)
      expect(each).toEqual([{ mode: 'STRICT_ALL_TABLES', isolation: 'READ-COMMITTED', zone: '+00:00' }]);
    const now = await store.transact((transaction) => Promise.resolve(transaction.now));
    expect(Math.abs(now.getTime() - Date.now())).toBeLessThan(5_000);
  });

  it('runs transactions again that stood in each other’s way', async () => {
    const store = await open();
    await addTwo(store);
    let attempts = 0;
    let arrived = 0;
    const both = (first: string, second: string): Promise<void> =>
      store.transact(async (transaction) => {
        attempts += 1;
        await change(transaction, first);
        arrived += 1;
        while (arrived < 2) await transaction.requests.get('acme', first);
        await change(transaction, second);
      });
    await Promise.all([both('a', 'b'), both('b', 'a')]);
    expect(attempts).toBeGreaterThan(2);
    for (const id of ['a', 'b']) {
      expect((await store.transact(({ requests }) => requests.get('acme', id)))?.queued).toBe(2);
    }
  });

  it('commits nothing of a transaction that goes on after the server has undone it', async () => {
    const store = await open();
    await addTwo(store);
    let attempts = 0;
    let arrived = 0;
    const both = (first: string, second: string): Promise<void> =>
      store.transact(async (transaction) => {
        attempts += 1;
        await change(transaction, first);
        arrived += 1;
        while (arrived < 2) await transaction.requests.get('acme', first);
        await change(transaction, second).catch(() => undefined);
        await transaction.audit.add(sampleEntry({ id: first })).catch(() => undefined);
      });
    await Promise.all([both('a', 'b'), both('b', 'a')]);
    expect(attempts).toBe(3);
    expect((await store.transact(({ requests }) => requests.get('acme', 'a')))?.queued).toBe(2);
    expect((await store.transact(({ audit }) => audit.page('acme', {}, { first: 10 }))).total).toBe(2);
  });

  it('runs a transaction again whose connection was lost before its end', async () => {
    const store = await open();
    const other = await open();
    let attempts = 0;
    await store.transact(async ({ requests }) => {
      attempts += 1;
      await requests.add(sampleRequest());
      if (attempts > 1) return;
      const [mine] = (await other.query(
        'SELECT trx_mysql_thread_id AS id FROM information_schema.innodb_trx t ' +
          'JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id WHERE p.db = DATABASE()',
      )) as readonly { readonly id: number }[];
      await other.query(`KILL ${mine!.id}`);
      await requests.get('acme', 'request-1');
    });
    expect(attempts).toBe(2);
    expect(await store.transact(({ requests }) => requests.get('acme', 'request-1'))).toEqual(sampleRequest());
  });

  it('says no more than the code where the server is not there, or does not know the account', async () => {
    const gone = openStore({ url: 'mysql://habeas:secret@127.0.0.1:1/habeas', patienceMs: 50 });
    await expect(gone).rejects.toThrow('The store could not do this (ECONNREFUSED).');
    const wrong = new URL(database.url);
    wrong.password = 'secret';
    await expect(openStore({ url: wrong.href })).rejects.toThrow('The store could not do this (ER_ACCESS_DENIED_ERROR).');
  });

  it('refuses a value that is too long rather than cutting it', async () => {
    const store = await open();
    const long = store.transact(({ requests }) => requests.add(sampleRequest({ id: 'x'.repeat(65) })));
    await expect(long).rejects.toMatchObject({ driverCode: 'ER_DATA_TOO_LONG' });
  });

  it('has a trail that refuses changes, and that one sequencer at a time makes a chain of', async () => {
    const stores = [await open(), await open()] as const;
    const [store] = stores;
    for (let batch = 0; batch < 4; batch += 1) {
      await store.transact(async ({ audit }) => {
        for (let index = 0; index < 25; index += 1) await audit.add(sampleEntry({ id: `entry ${batch} ${index}` }));
      });
      await Promise.all([...stores, ...stores].map(({ trail }) => trail.sequence(10)));
    }
    while ((await store.trail.sequence(10)) > 0);
    const verdict = await verifyTrail(store.trail.export(), TRAIL_HASHING, { through: await store.trail.head() });
    expect(verdict).toMatchObject({ holds: true, entries: 100 });
    for (const sql of ["UPDATE audit_entry SET action = 'x'", 'DELETE FROM audit_entry']) {
      await expect(store.query(sql)).rejects.toThrow('Entries of the trail stand.');
    }
  });

  it('can be verified after it was restored', async () => {
    const store = await open();
    await addTwo(store);
    expect(await verifyStore(database.url)).toMatchObject({ isGood: true, damage: [], requests: 2, trail: { holds: true } });
    await store.query('DROP TABLE session');
    expect(await verifyStore(database.url)).toMatchObject({ isGood: false, damage: [expect.stringContaining('session')] });
  });
});
