import { existsSync } from 'node:fs';
import { InvalidInputError } from '@habeas/connector-sdk';
import type { Store, Transaction } from '@habeas/core';
import { FileKeyring, type KeyOwner, type KeyService, VaultError } from '@habeas/vault';
import { wrapOf } from '../staff/key-sealing.js';

/** What may be looked at to know a keyring by, in each controller. */
const SAMPLES = 100;

/** A data key of the store, and whose it is. */
interface Sealed {
  readonly owner: KeyOwner;
  readonly wrapped: string;
}

/**
 * Opens the keyring that a store is sealed under, and makes one where the store holds nothing that is sealed. Throws
 * `InvalidInputError` where it is missing beside a store that needs it, cannot be read, or is another one; nothing is written then.
 */
export async function openKeyring(path: string, store: Store, controllers: Iterable<string>): Promise<FileKeyring> {
  const samples = await samplesOf(store, controllers);
  if (!existsSync(path)) {
    if (samples.length > 0) throw refusal(path, 'it is missing, and this store cannot be read without it');
    return createOrOpen(path);
  }
  const keys = await FileKeyring.open(path).catch((error: unknown) => {
    throw error instanceof VaultError ? refusal(path, error.message) : error;
  });
  for (const sample of samples) {
    if (await isForeign(keys, sample)) throw refusal(path, 'it is not the keyring that this store was sealed with');
  }
  return keys;
}

/** Another process may be making it at this moment. */
async function createOrOpen(path: string): Promise<FileKeyring> {
  try {
    return await FileKeyring.create(path);
  } catch (error) {
    if (codeOf(error) !== 'keyring-exists') throw error;
    return FileKeyring.open(path);
  }
}

async function samplesOf(store: Store, controllers: Iterable<string>): Promise<readonly Sealed[]> {
  const samples: Sealed[] = [];
  for (const controller of controllers) {
    samples.push(...(await store.transact((transaction) => samplesIn(transaction, controller))));
  }
  return samples;
}

async function samplesIn({ requests, staff }: Transaction, controller: string): Promise<readonly Sealed[]> {
  const { items } = await requests.page(controller, {}, { first: SAMPLES });
  const ofRequests = items.flatMap(({ item: { id, dataKey } }) =>
    dataKey === undefined ? [] : [{ owner: { controller, id }, wrapped: dataKey }],
  );
  const accounts = await staff.list(controller);
  const ofStaff = accounts.flatMap(({ totpSecret }) => (totpSecret === undefined ? [] : [wrapOf(totpSecret)]));
  return [...ofStaff, ...ofRequests];
}

/** A key that was destroyed with its week says nothing against the keyring. */
async function isForeign(keys: KeyService, { owner, wrapped }: Sealed): Promise<boolean> {
  try {
    (await keys.openDataKey(owner, wrapped)).destroy();
    return false;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'key-destroyed') return false;
    if (code === 'key-unknown' || code === 'key-forged') return true;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown }).code;
}

function refusal(file: string, what: string): InvalidInputError {
  return new InvalidInputError([{ file, what, remedy: 'put the keyring of this store back, from where its copies are kept' }]);
}
