import { createHash } from 'node:crypto';
import type { BlobStore, RequestVault } from '@habeas/core';
import { FileKeyring } from '@habeas/vault';
import { openBlobs } from '../composition/service.js';
import { type DurableStore, type KeptBlob, verifyStore } from '../persistence/index.js';
import { KeyVault } from '../vault/key-vault.js';
import { configOf, NOT_WELL, type OperatorDesk, WELL, withStore } from './operation.js';
import { openAll } from './rewrap.js';
import { knownCheckpoints } from './trail.js';

/**
 * Says whether store, trail, keyring and blobs are whole and belong together, as after a restore: each data key opens, or is of a
 * week that is over; each blob that the store names is there; with `--deep`, each archive opens and is the one that was made. Nothing
 * is changed, but for the schema of an older store.
 */
export async function checkInstallation(desk: OperatorDesk): Promise<number> {
  const config = configOf(desk);
  const keys = await FileKeyring.open(config.keyring);
  const blobs = await openBlobs(config);
  return withStore(config.store, async (store) => {
    const verdict = await verifyStore(config.store, undefined, await knownCheckpoints(desk));
    const faults = [
      ...(verdict.isGood ? [] : [`the store: ${JSON.stringify(verdict)}`]),
      ...(await faultsOfKeys(store, keys, desk)),
      ...(await faultsOfBlobs(store, { blobs, vault: new KeyVault(keys, blobs) }, desk)),
    ];
    for (const fault of faults) desk.say(`NOT AS IT SHOULD BE: ${fault}`);
    if (faults.length === 0) desk.say(`All is well: ${String(verdict.requests)} requests.`);
    return faults.length === 0 ? WELL : NOT_WELL;
  });
}

async function faultsOfKeys(store: DurableStore, keys: FileKeyring, { say }: OperatorDesk): Promise<readonly string[]> {
  const { good, destroyed, broken } = await openAll(store, keys);
  say(`${String(good)} data keys open, ${String(destroyed)} are destroyed with their week`);
  return Object.entries(broken).map(([code, count]) => `${String(count)} data keys do not open: ${code}`);
}

interface Kept {
  readonly blobs: BlobStore;
  readonly vault: RequestVault;
}

async function faultsOfBlobs(store: DurableStore, kept: Kept, { say, options }: OperatorDesk): Promise<readonly string[]> {
  const faults: string[] = [];
  let there = 0;
  for await (const blob of store.keptBlobs.all()) {
    const fault = (await missing(blob, kept)) ?? (options.deep === true ? await unreadable(blob, kept) : undefined);
    if (fault === undefined) there += 1;
    else faults.push(`request ${blob.request}, ${blob.name}: ${fault}`);
  }
  say(`${String(there)} blobs are there${options.deep === true ? ', and every archive opens' : ''}`);
  return faults;
}

async function missing({ controller, request, name }: KeptBlob, { blobs }: Kept): Promise<string | undefined> {
  return (await blobs.stat(`${controller}/${request}/${name}`)) === undefined ? 'it is missing' : undefined;
}

async function unreadable(blob: KeptBlob, { vault }: Kept): Promise<string | undefined> {
  if (blob.archive === undefined) return undefined;
  const hash = createHash('sha256');
  try {
    for await (const bytes of vault.read(blob, blob.name)) hash.update(bytes);
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (code === 'key-destroyed') return undefined;
    if (typeof code === 'string') return `it does not open: ${code}`;
    throw error;
  }
  return hash.digest('hex') === blob.archive.sha256 ? undefined : 'it is not the archive that was made';
}
