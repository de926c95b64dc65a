import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createFaultWorld, type FaultWorld, type FaultWorldOptions } from '../world/create-fault-world.js';
import { Fleet } from './fleet.js';
import { freePort } from './free-port.js';
import { type LocalS3, startLocalS3 } from './local-s3.js';
import { type MortalMariadb, startMortalMariadb } from './mortal-mariadb.js';
import type { ProcessOptions } from './service-process.js';
import { type StorePlace, StoreWindow } from './store-window.js';

/** What a service stands on: one process with files, several with a server, or several that a queue wakes. */
export type Backend = 'sqlite' | 'mariadb' | 'bullmq';

/** How a house is built. */
export interface FaultHouseOptions {
  readonly backend: Backend;
  readonly world: FaultWorldOptions;
  /** Where Redis is; `bullmq` needs it, and it becomes the line `redis` of service.yaml. */
  readonly redis?: string;
  /** With fault points in every process. */
  readonly isMortal?: boolean;
  /** More lines of service.yaml. */
  readonly settings?: string;
  /** The workers beside the one that answers, only with a server: by how many milliseconds the clock of each is wrong. Two that are right where it is missing. */
  readonly workerClocks?: readonly number[];
}

/** The controller that all requests of a house are for. */
export const CONTROLLER = 'shop';

/** A service that is meant to be killed, everything that it stands on, and everything that is known about it from outside. */
export class FaultHouse {
  readonly outside: string;
  readonly blobs: string;
  readonly store: StorePlace;
  readonly window: StoreWindow;
  #fleet: Fleet | undefined;

  private constructor(
    readonly folder: string,
    readonly options: FaultHouseOptions,
    readonly world: FaultWorld,
    private readonly ground: Ground,
  ) {
    this.outside = join(folder, 'outside');
    mkdirSync(join(this.outside, 'archives'), { recursive: true });
    this.blobs = ground.s3 === undefined ? join(folder, 'service', 'data', 'blobs') : join(folder, 's3');
    this.store =
      ground.mariadb === undefined ? { sqlite: join(folder, 'service', 'data', 'habeas.db') } : { mysql: ground.mariadb.url };
    this.window = new StoreWindow(this.store);
  }

  /** Builds one. Nothing of the service runs yet. */
  static async build(options: FaultHouseOptions): Promise<FaultHouse> {
    const folder = mkdtempSync(join(tmpdir(), 'habeas-faults-'));
    const world = createFaultWorld(join(folder, 'world'), options.world);
    const ground: Ground = { port: await freePort() };
    if (options.backend !== 'sqlite') {
      ground.mariadb = await startMortalMariadb('habeas_faults');
      ground.s3 = await startLocalS3(join(folder, 's3'));
    }
    mkdirSync(join(folder, 'service'));
    writeFileSync(join(folder, 'service', 'service.yaml'), settingsOf(folder, { options, world, ground }));
    return new FaultHouse(folder, options, world, ground);
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.ground.port)}`;
  }

  get configFile(): string {
    return join(this.folder, 'service', 'service.yaml');
  }

  /** The processes; they have to be started. */
  get fleet(): Fleet {
    if (this.#fleet === undefined) throw new Error('Nothing runs in this house.');
    return this.#fleet;
  }

  /** The database server; only where there is one. */
  get mariadb(): MortalMariadb {
    if (this.ground.mariadb === undefined) throw new Error('This house has no database server.');
    return this.ground.mariadb;
  }

  /** The folders of all processes that were started: their logs and temporary files. */
  get processFolders(): readonly string[] {
    return readdirSync(this.folder)
      .filter((name) => name.startsWith('process-'))
      .map((name) => join(this.folder, name));
  }

  /** How one process is started. */
  process(role: ProcessOptions['role'], name: string): ProcessOptions {
    const folder = join(this.folder, `process-${name}`);
    mkdirSync(folder, { recursive: true });
    const mortal = this.options.isMortal === true ? { dieAt: null } : {};
    return { configFile: this.configFile, role, folder, ...mortal };
  }

  /** Starts all processes. */
  async start(): Promise<void> {
    const workers = (): readonly ProcessOptions[] =>
      (this.options.workerClocks ?? [0, 0]).map((wrongBy, index) => ({
        ...this.process('worker', `worker-${String(index)}`),
        nodeArguments: wrongBy === 0 ? [] : ['--import', wrongClock(wrongBy)],
      }));
    this.#fleet = await Fleet.start(
      this.options.backend === 'sqlite' ? [this.process('all', 'all')] : [this.process('api', 'api'), ...workers()],
    );
  }

  /** Takes the house down with everything in it, and removes it. */
  async tearDown(): Promise<void> {
    await this.#fleet?.abandon();
    await this.ground.mariadb?.stop();
    await this.ground.s3?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface Ground {
  readonly port: number;
  mariadb?: MortalMariadb;
  s3?: LocalS3;
}

function settingsOf(
  folder: string,
  { options, world, ground }: { readonly options: FaultHouseOptions; readonly world: FaultWorld; readonly ground: Ground },
): string {
  const lines = [
    'service: 1',
    `controllers: { ${CONTROLLER}: ${relative(join(folder, 'service'), world.configFile)} }`,
    `listen: { port: ${String(ground.port)} }`,
    'operations: { port: 0 }',
    'worker: { leaseSeconds: 1, idleSeconds: 0.05 }',
    ...(ground.mariadb === undefined ? [] : [`store: '${ground.mariadb.url}'`]),
    ...(ground.s3 === undefined ? [] : [ground.s3.setting]),
    ...(options.backend === 'bullmq' ? [`redis: '${demanded(options.redis)}'`] : []),
  ];
  return `${lines.join('\n')}\n${options.settings ?? ''}`;
}

function demanded(redis: string | undefined): string {
  if (redis === undefined) throw new Error('The backend bullmq needs the URL of a Redis.');
  return redis;
}

/** A module that puts the clock of a process wrong. What the database says of the time stays right. */
function wrongClock(milliseconds: number): string {
  const code = `const Right = Date;
    globalThis.Date = class extends Right {
      constructor(...given) { if (given.length === 0) super(Right.now() + ${String(milliseconds)}); else super(...given); }
      static now() { return Right.now() + ${String(milliseconds)}; }
    };`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
