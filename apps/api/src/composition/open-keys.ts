import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InvalidInputError } from '@habeas/connector-sdk';
import { FileKeyring, type NoteSignerKey, openTrailKey } from '@habeas/vault';
import type { ServiceConfig } from '../config/service-config.js';
import type { DurableStore } from '../persistence/index.js';

/** What an installation keeps apart from its store. */
export interface OpenKeys {
  readonly keys: FileKeyring;
  /** What checkpoints of the trail are signed with. */
  readonly trailKey: NoteSignerKey;
}

/** The file of the trail's key: beside the keyring, and not in it, since it outlives every epoch and is nobody's secret to open. */
export function trailKeyFile({ keyring }: Pick<ServiceConfig, 'keyring'>): string {
  return join(dirname(keyring), 'trail.key');
}

/** Opens the keyring and the key of the trail; makes them for a new store, and refuses to make a keyring beside one that needs another. */
export async function openKeys(config: ServiceConfig, store: DurableStore): Promise<OpenKeys> {
  mkdirSync(dirname(config.keyring), { recursive: true, mode: 0o700 });
  const keys = existsSync(config.keyring) ? await FileKeyring.open(config.keyring) : await createKeyring(config, store);
  return { keys, trailKey: await openTrailKey(trailKeyFile(config), () => config.checkpoints.origin) };
}

async function createKeyring({ keyring, controllers }: ServiceConfig, store: DurableStore): Promise<FileKeyring> {
  const isNew = await store.transact(async ({ requests, audit }) => {
    const pages = await Promise.all([...controllers.keys()].map((id) => requests.page(id, {}, { first: 1 })));
    const { total } = await audit.page('*', {}, { first: 1 });
    return total === 0 && pages.every((page) => page.total === 0);
  });
  if (isNew) {
    return FileKeyring.create(keyring).catch((error: unknown) => {
      // Another process of this installation has made it in the meantime.
      if ((error as { readonly code?: unknown }).code === 'keyring-exists') return FileKeyring.open(keyring);
      throw error;
    });
  }
  const what = 'it is not there, and the store holds what only its own keyring opens';
  throw new InvalidInputError([{ file: keyring, what, remedy: 'restore it from its own backup; never start with a new one' }]);
}
