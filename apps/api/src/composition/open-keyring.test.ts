import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { sampleRequest } from '@habeas/core/testing';
import { FileKeyring, type KeyService } from '@habeas/vault';
import { type DurableStore, openStore } from '../persistence/index.js';
import { KeySealing } from '../staff/index.js';
import { openKeyring } from './open-keyring.js';

const OWNER = { controller: 'acme', id: 'request-1' };
const LONG_AGO = new Date('2020-01-01');

describe('the keyring of a store', () => {
  let folder: string;
  let path: string;
  let store: DurableStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-keys-'));
    path = join(folder, 'keyring.json');
    store = await openStore({ url: 'sqlite::memory:' });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const open = (): Promise<KeyService> => openKeyring(path, store, ['acme']);
  const request = async (keys: KeyService, expiresAt?: Date): Promise<void> => {
    const { key, wrapped } = await keys.createDataKey(OWNER, expiresAt);
    key.destroy();
    await store.transact(({ requests }) => requests.add(sampleRequest({ id: OWNER.id, dataKey: wrapped })));
  };

  it('is made where nothing is sealed yet, also by processes that start at once', async () => {
    const both = await Promise.all([open(), open()]);
    const inventories = await Promise.all(both.map((keys) => keys.verify()));
    expect(inventories[0]).toEqual(inventories[1]);
  });

  it('is refused where it is missing beside what it has sealed, and none is made', async () => {
    await request(await FileKeyring.create(join(folder, 'elsewhere.json')));
    await expect(open()).rejects.toThrow('it is missing, and this store cannot be read without it');
    expect(await readdir(folder)).toEqual(['elsewhere.json']);
  });

  it('is opened where it opens what is sealed', async () => {
    const keys = await FileKeyring.create(path);
    await request(keys);
    expect(await (await open()).verify()).toEqual(await keys.verify());
  });

  it('is refused where a request was sealed with another one', async () => {
    await request(await FileKeyring.create(join(folder, 'elsewhere.json')));
    await FileKeyring.create(path);
    await expect(open()).rejects.toThrow('it is not the keyring that this store was sealed with');
  });

  it('is refused where the second factor of somebody was sealed with another one', async () => {
    const sealing = new KeySealing(await FileKeyring.create(join(folder, 'elsewhere.json')));
    const totpSecret = await sealing.seal('totp', new Secret('a secret'));
    const grants = [{ controller: 'acme', role: 'dpo' as const }];
    const account = { id: 'stf_1', login: 'officer', displayName: 'The officer', recoveryCodes: [], failures: 0 };
    await store.transact(({ staff, now }) => staff.add({ ...account, grants, totpSecret, createdAt: now }));
    await FileKeyring.create(path);
    await expect(open()).rejects.toThrow('it is not the keyring that this store was sealed with');
  });

  it('is not another one because it has destroyed the keys of a week that is over', async () => {
    const keys = await FileKeyring.create(path);
    await request(keys, LONG_AGO);
    await keys.destroyEpochsBefore(new Date());
    await expect(open()).resolves.toBeDefined();
  });

  it('is made beside accounts without a second factor and requests without a key, which nothing seals', async () => {
    const grants = [{ controller: 'acme', role: 'dpo' as const }];
    const account = { id: 'stf_1', login: 'officer', displayName: 'The officer', recoveryCodes: [], failures: 0 };
    await store.transact(async ({ requests, staff, now }) => {
      await requests.add(sampleRequest({ id: OWNER.id }));
      await staff.add({ ...account, grants, createdAt: now });
    });
    const keys = await open();
    expect(await (await FileKeyring.open(path)).verify()).toEqual(await keys.verify());
  });

  it('ends with the fault of the system where a folder stands in its place', async () => {
    await mkdir(path);
    await expect(open()).rejects.toThrow();
    expect(await readdir(path)).toEqual([]);
  });

  it('is refused with the reason where it cannot be read', async () => {
    const keys = await FileKeyring.create(path);
    await request(keys);
    await rm(path);
    await writeFile(path, '{}', { mode: 0o600 });
    await expect(open()).rejects.toThrow(/keyring\.json: .*keyring/u);
    await chmod(path, 0o644);
    await expect(open()).rejects.toThrow('chmod 600');
  });
});
