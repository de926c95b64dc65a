import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createSigner } from '@habeas/archive';
import { bindSources } from '@habeas/configuration';
import {
  type BlobStore,
  type SourceBinding,
  type SourceDirectory,
  STEP_HANDLERS,
  systemClock,
  systemRandom,
  tellingStore,
  Worker,
  type WorkDesk,
} from '@habeas/core';
import { DirectoryBlobStore, FileKeyring, type KeyService, S3BlobStore } from '@habeas/vault';
import { type ArchiveHouse, ZipArchives } from '../archive/zip-archives.js';
import type { ServiceConfig } from '../config/service-config.js';
import type { Dispatch, DispatchLog } from '../dispatch/dispatch.js';
import { openDispatch } from '../dispatch/open-dispatch.js';
import { type DurableStore, openStore } from '../persistence/index.js';
import { KeyVault } from '../vault/key-vault.js';
import { randomIds } from './random-ids.js';

/** What faults are told to: a log that names types and ids, never texts. */
export type FaultListener = (error: unknown, about: { readonly id: string; readonly kind: string }) => void;

/** One installation that is open: its store, its keys, its sources and one worker. */
export interface Service {
  readonly config: ServiceConfig;
  readonly desk: WorkDesk;
  readonly store: DurableStore;
  readonly keys: KeyService;
  readonly worker: Worker;
  readonly dispatch: Dispatch;
  /** Stops the worker, waits for it, and closes the dispatch and the store. */
  close(): Promise<void>;
}

/**
 * Opens everything that a service works with; the worker is not running yet. Makes the data folder, the keyring and the store
 * where there are none. Rejects where one of them is unusable, and closes the others.
 */
export async function openService(config: ServiceConfig, onFault: FaultListener, log: DispatchLog = SILENT): Promise<Service> {
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const keys = await openKeyring(join(config.data, 'keyring.json'));
  const blobs = await openBlobs(config);
  const store = await openStore({ url: config.store });
  const dispatch = await openDispatch(config, log).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const desk: WorkDesk = {
    store: tellingStore(store, dispatch),
    vault: new KeyVault(keys, blobs),
    clock: systemClock,
    random: systemRandom,
    ids: randomIds,
    sources: directoryOf(config.controllers),
    archives: new ZipArchives(housesOf(config.controllers)),
    wake: () => {
      if (!dispatch.isReaching()) worker.wake();
    },
  };
  const { concurrency, leaseSeconds, idleSeconds } = config.worker;
  const worker: Worker = new Worker({
    id: `${hostname()}-${randomIds.next('w').slice(2, 10)}`,
    desk,
    handlers: STEP_HANDLERS,
    concurrency,
    leaseMs: leaseSeconds * 1_000,
    idleMs: idleSeconds * 1_000,
    told: { isTold: () => dispatch.isReaching(), idleMs: config.dispatch.reconcileSeconds * 1_000 },
    onFault,
  });
  const close = async (): Promise<void> => {
    worker.stop();
    await dispatch.close();
    await store.close();
  };
  return { config, desk, store, keys, worker, dispatch, close };
}

const SILENT: DispatchLog = { info: () => undefined, warn: () => undefined };

async function openKeyring(path: string): Promise<KeyService> {
  return existsSync(path) ? FileKeyring.open(path) : FileKeyring.create(path);
}

async function openBlobs({ data, s3 }: ServiceConfig): Promise<BlobStore> {
  return s3 === undefined ? DirectoryBlobStore.open(join(data, 'blobs')) : S3BlobStore.open(s3);
}

/** The sources of every controller, bound once. */
function directoryOf(controllers: ServiceConfig['controllers']): SourceDirectory {
  const bound = new Map(
    [...controllers].map(([id, { sources, phoneRegion }]) => [id, { bindings: bindSources(sources), phoneRegion }]),
  );
  const of = (id: string): { readonly bindings: readonly SourceBinding[]; readonly phoneRegion: string | undefined } => {
    const found = bound.get(id);
    if (found === undefined) throw new Error('A controller that is not configured.');
    return found;
  };
  return { bindingsOf: (id) => of(id).bindings, phoneRegionOf: (id) => of(id).phoneRegion };
}

function housesOf(controllers: ServiceConfig['controllers']): ReadonlyMap<string, ArchiveHouse> {
  return new Map(
    [...controllers].map(([id, { controller, signingKeyFile }]) => [
      id,
      { controller, ...(signingKeyFile === undefined ? {} : { sign: createSigner(readFileSync(signingKeyFile, 'utf8')) }) },
    ]),
  );
}
