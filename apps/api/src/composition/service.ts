import { mkdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ArchiveError, type ArchiveSigner, createSigner } from '@habeas/archive';
import { bindSources } from '@habeas/configuration';
import { InvalidInputError } from '@habeas/connector-sdk';
import {
  announcingStore,
  type BlobStore,
  type DeliveryHouse,
  type SourceBinding,
  type SourceDirectory,
  type Store,
  STEP_HANDLERS,
  systemClock,
  systemRandom,
  tellingStore,
  Worker,
  type WorkDesk,
  type WorkerOptions,
} from '@habeas/core';
import { DirectoryBlobStore, type KeyService, type NoteSignerKey, S3BlobStore } from '@habeas/vault';
import { archiveLocker } from '../archive/archive-locker.js';
import { disclosureHouseOf } from '../archive/disclose.js';
import { type ArchiveHouse, ZipArchives } from '../archive/zip-archives.js';
import type { ServiceConfig } from '../config/service-config.js';
import type { Dispatch, DispatchLog } from '../dispatch/dispatch.js';
import { openDispatch } from '../dispatch/open-dispatch.js';
import { type DurableStore, openStore } from '../persistence/index.js';
import { NO_SPANS, type Spans } from '../telemetry/spans.js';
import { SubjectPages } from '../subjects/subject-pages.js';
import { subjectPaths } from '@habeas/subject-pages';
import { StepTimes } from '../telemetry/step-times.js';
import { tracedBinding, tracedHandlers } from '../telemetry/traced.js';
import { KeySealing, NodeStaffCrypto } from '../staff/index.js';
import { KeyVault } from '../vault/key-vault.js';
import { archiveDays } from './archive-days.js';
import { clocksOf } from './clocks-of.js';
import { coolOffMs, officerMailbox } from './contact-terms.js';
import { limitHouse } from './limit-house.js';
import { PublicAddress } from './public-address.js';
import { type OpenKeys, openKeys } from './open-keys.js';
import { openSenders } from './open-senders.js';
import { randomIds } from './random-ids.js';
import { endpointsIn } from './endpoints-in.js';
import { subjectHome } from './subject-home.js';

/** What faults are told to: a log that names types and ids, never texts. */
export type FaultListener = (error: unknown, about: { readonly id: string; readonly kind: string }) => void;

/** One installation that is open: its store, its keys, its sources and one worker. */
export interface Service {
  readonly config: ServiceConfig;
  readonly desk: WorkDesk;
  readonly store: DurableStore;
  readonly keys: KeyService;
  /** What checkpoints of the trail are signed with. */
  readonly trailKey: NoteSignerKey;
  readonly blobs: BlobStore;
  readonly worker: Worker;
  readonly spans: Spans;
  readonly stepTimes: StepTimes;
  readonly dispatch: Dispatch;
  readonly address: PublicAddress;
  readonly pages: SubjectPages;
  /** Stops the worker, waits for it, and closes the dispatch and the store. */
  close(): Promise<void>;
}

/**
 * Opens everything that a service works with; the worker is not running yet. Makes the data folder, the keyring and the store
 * where there are none. Rejects where one of them is unusable, and closes the others.
 */
export async function openService(
  config: ServiceConfig,
  onFault: FaultListener,
  { spans = NO_SPANS, log = SILENT }: Observers = {},
): Promise<Service> {
  const archives = new ZipArchives(housesOf(config.controllers));
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const store = await openStore({ url: config.store, around: (work) => spans.within('transaction', {}, work) });
  const opened = await openRest(config, store, log).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const { keys, trailKey, blobs, dispatch } = opened;
  const { senders, endSenders } = openSenders(config);
  const [address, pages] = [new PublicAddress(config), new SubjectPages(config)];
  const desk: WorkDesk = {
    store: announced(tellingStore(store, dispatch), config),
    vault: new KeyVault(keys, blobs),
    clock: systemClock,
    random: systemRandom,
    ids: randomIds,
    sources: directoryOf(config.controllers, spans),
    clocks: clocksOf(config.controllers),
    archives,
    ...senders,
    locker: archiveLocker,
    delivery: deliveryHouse(keys, pages, address, config),
    wake: () => {
      if (!dispatch.isReaching()) worker.wake();
    },
  };
  const stepTimes = new StepTimes();
  const worker: Worker = new Worker({
    id: `${hostname()}-${randomIds.next('w').slice(2, 10)}`,
    desk,
    handlers: tracedHandlers(stepTimes.measured(STEP_HANDLERS), spans),
    ...paceOf(config),
    told: { isTold: () => dispatch.isReaching(), idleMs: config.dispatch.reconcileSeconds * 1_000 },
    onFault,
  });
  const close = async (): Promise<void> => {
    worker.stop();
    await endSenders();
    await dispatch.close();
    await store.close();
  };
  return { config, desk, store, keys, trailKey, blobs, worker, dispatch, address, pages, spans, stepTimes, close };
}

function paceOf({ worker }: ServiceConfig): Pick<WorkerOptions, 'concurrency' | 'leaseMs' | 'idleMs'> {
  const { concurrency, leaseSeconds, idleSeconds } = worker;
  return { concurrency, leaseMs: leaseSeconds * 1_000, idleMs: idleSeconds * 1_000 };
}

/** The store that puts into each transaction what endpoints are to be told of it; the store itself where there are none. */
function announced(store: Store, { webhooks }: ServiceConfig): Store {
  if (webhooks.size === 0) return store;
  return announcingStore(store, { ids: randomIds, webhooks: endpointsIn(webhooks) });
}

function deliveryHouse(
  keys: KeyService,
  pages: SubjectPages,
  address: PublicAddress,
  { controllers, limits }: Pick<ServiceConfig, 'controllers' | 'limits'>,
): DeliveryHouse {
  return {
    crypto: new NodeStaffCrypto(new KeySealing(keys)),
    followOf: (controller) => (pages.has(controller) ? address.of(subjectPaths(subjectHome(controller)).find) : undefined),
    stopOf: (controller, request, secret) =>
      pages.has(controller) ? address.of(subjectPaths(subjectHome(controller)).stop(request, secret)) : undefined,
    archiveDaysOf: (controller) => archiveDays(controllers.get(controller)?.register?.register.archiveRetention.length),
    officerOf: (controller) => officerMailbox(controllers.get(controller)),
    limits: limitHouse(keys, limits),
    coolOffMsOf: (controller) => coolOffMs(controllers.get(controller)),
    addressOf: (controller, link) => (pages.has(controller) ? address.of(`${subjectHome(controller)}/d/${link}`) : undefined),
  };
}

/** Who is told of what happens: nobody, where none is given. */
export interface Observers {
  readonly spans?: Spans;
  readonly log?: DispatchLog;
}

const SILENT: DispatchLog = { info: () => undefined, warn: () => undefined };

interface OpenedRest extends OpenKeys {
  readonly blobs: BlobStore;
  readonly dispatch: Dispatch;
}

async function openRest(config: ServiceConfig, store: DurableStore, log: DispatchLog): Promise<OpenedRest> {
  const opened = { ...(await openKeys(config, store)), blobs: await openBlobs(config) };
  return { ...opened, dispatch: await openDispatch(config, log) };
}

/** Where the blobs of an installation are. */
export async function openBlobs({ data, s3 }: ServiceConfig): Promise<BlobStore> {
  return s3 === undefined ? DirectoryBlobStore.open(join(data, 'blobs')) : S3BlobStore.open(s3);
}

interface Bound {
  readonly bindings: readonly SourceBinding[];
  readonly phoneRegion: string | undefined;
  readonly namespaces: readonly string[];
}

/** The sources of every controller, bound once. */
function directoryOf(controllers: ServiceConfig['controllers'], spans: Spans): SourceDirectory {
  const bound = new Map(
    [...controllers].map(([id, { sources, phoneRegion, controller }]) => [
      id,
      {
        bindings: bindSources(sources).map((binding) => tracedBinding(binding, spans)),
        phoneRegion,
        namespaces: controller.customerNumbers ?? [],
      },
    ]),
  );
  const of = (id: string): Bound => {
    const found = bound.get(id);
    if (found === undefined) throw new Error('A controller that is not configured.');
    return found;
  };
  return {
    bindingsOf: (id) => of(id).bindings,
    phoneRegionOf: (id) => of(id).phoneRegion,
    numberNamespacesOf: (id) => of(id).namespaces,
  };
}

function housesOf(controllers: ServiceConfig['controllers']): ReadonlyMap<string, ArchiveHouse> {
  return new Map(
    [...controllers].map(([id, config]) => {
      const { controller, signingKeyFile } = config;
      const disclosure = disclosureHouseOf(config);
      const sign = signingKeyFile === undefined ? {} : { sign: signerOf(signingKeyFile) };
      return [id, { controller, ...sign, ...(disclosure === undefined ? {} : { disclosure }) }];
    }),
  );
}

function signerOf(file: string): ArchiveSigner {
  try {
    return createSigner(readFileSync(file, 'utf8'));
  } catch (error) {
    const what = error instanceof ArchiveError ? error.message : 'the signing key cannot be read';
    throw new InvalidInputError([{ file, what, remedy: 'make one with habeas keys create FILE' }]);
  }
}
