import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type FileKeyring, type NoteSignerKey, openTrailKey } from '@habeas/vault';
import type { ServiceConfig } from '../config/service-config.js';
import type { DurableStore } from '../persistence/index.js';
import { openKeyring } from './open-keyring.js';

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

/** Opens the keyring and the key of the trail, and makes them for a new store. Throws as {@link openKeyring} does. */
export async function openKeys(config: ServiceConfig, store: DurableStore): Promise<OpenKeys> {
  mkdirSync(dirname(config.keyring), { recursive: true, mode: 0o700 });
  const keys = await openKeyring(config.keyring, store, config.controllers.keys());
  return { keys, trailKey: await openTrailKey(trailKeyFile(config), () => config.checkpoints.origin) };
}
