import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createDemoWorld, type DemoWorld, type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import { type WebhookReceiver, webhookReceiver } from '../../../src/testing/webhook-receiver.js';
import { type SmallHouse, smallHouse } from '../../small-house.js';
import { filesBelow } from '../checker/folder-files.js';
import { freePort } from './free-port.js';
import { ServiceProcess } from './service-process.js';
import { StoreWindow } from './store-window.js';

const KEY = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const NETWORKS = `privateNetworks: ['127.0.0.0/8']`;
const DEATH_LIMIT_MS = 60_000;

/** Everybody outside whom a service tells something; they live on when it dies. */
interface Outside {
  readonly catcher: MailCatcher;
  readonly hooks: WebhookReceiver;
  /** Another installation, to which data can be sent. */
  readonly other: SmallHouse;
}

/** A service that answers people by mail, webhooks and other controllers, as a process that is meant to be killed. */
export class LaterHouse {
  /** The points at which it has died. */
  readonly died: string[] = [];
  readonly window: StoreWindow;
  #process: ServiceProcess | undefined;

  private constructor(
    readonly folder: string,
    readonly world: DemoWorld,
    readonly url: string,
    readonly outside: Outside,
  ) {
    this.window = new StoreWindow({ sqlite: join(folder, 'data', 'habeas.db') });
  }

  /** Builds one, and starts it. `prepare` may change the world before. */
  static async start(prepare: (world: DemoWorld) => void): Promise<LaterHouse> {
    const folder = mkdtempSync(join(tmpdir(), 'habeas-later-'));
    const world = await createDemoWorld(join(folder, 'world'));
    prepare(world);
    const takes = `transmissions: { club: { senders: { hostel: { name: The hostel, secrets: ['${KEY}'] } } } }`;
    const other = await smallHouse(`worker: { idleSeconds: 0.05 }\n${takes}\n`);
    const outside = { catcher: await startMailCatcher(), hooks: await webhookReceiver(), other };
    const port = await freePort();
    writeFileSync(join(folder, 'service.yaml'), settingsOf(relative(folder, world.hostelConfig), port, outside));
    mkdirSync(join(folder, 'process'));
    const house = new LaterHouse(folder, world, `http://127.0.0.1:${String(port)}`, outside);
    await house.goOn();
    return house;
  }

  /** The process that runs now. */
  get process(): ServiceProcess {
    if (this.#process === undefined) throw new Error('Nothing runs in this house.');
    return this.#process;
  }

  /** Starts it anew, on what the last one has left. */
  async goOn(): Promise<void> {
    if (!(await this.#spawn(null).up())) throw new Error(`The service does not start: ${this.process.said}`);
  }

  /**
   * Lets it die at each of the points, one after the other: first by what is done, then each time by going on where it is. Then it is started
   * anew and lives. `dead` is called while nothing runs.
   */
  async strike(
    points: readonly string[],
    act: () => Promise<unknown>,
    dead: (point: string) => unknown = () => undefined,
  ): Promise<void> {
    if (points.length === 0) await act();
    for (const [index, point] of points.entries()) {
      if (index > 0) this.#spawn(point);
      else {
        await this.process.obey(point);
        await act().catch(unlessNobodyIsThere);
      }
      await this.#death(point);
      await dead(point);
    }
    if (points.length > 0) await this.goOn();
  }

  /** Waits until nothing is left to do. */
  async quiet(): Promise<void> {
    while (!(await this.window.isIdle())) await new Promise((wake) => setTimeout(wake, 20));
  }

  /** What lies on the disk of a request, below one of its folders. */
  blobs(request: string, below = ''): readonly string[] {
    return filesBelow(join(this.folder, 'data', 'blobs')).filter((file) => file.includes(`/${request}/${below}`));
  }

  async tearDown(): Promise<void> {
    await this.#process?.kill();
    const { catcher, hooks, other } = this.outside;
    await Promise.all([catcher.close(), hooks.close(), other.stop()]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #spawn(dieAt: string | null): ServiceProcess {
    const configFile = join(this.folder, 'service.yaml');
    this.#process = ServiceProcess.spawn({ configFile, role: 'all', folder: join(this.folder, 'process'), dieAt });
    return this.#process;
  }

  async #death(point: string): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const missed = new Promise<'missed'>((resolve) => (timer = setTimeout(resolve, DEATH_LIMIT_MS, 'missed')));
    const end = await Promise.race([this.process.ended, missed]);
    clearTimeout(timer);
    if (end === 'missed' || end.signal !== 'SIGKILL') throw new Error(`Nothing has died at ${point}: ${this.process.said}`);
    this.died.push(point);
  }
}

/** Whoever asks a service that dies has no answer; what it answers is looked at elsewhere. */
function unlessNobodyIsThere(error: unknown): void {
  // `fetch` rejects with a TypeError, of another realm than that of the tests
  if ((error as { readonly name?: string }).name !== 'TypeError') throw error;
}

function settingsOf(hostel: string, port: number, { catcher, hooks, other }: Outside): string {
  const union = `{ url: '${other.url}', controller: club, secrets: ['${KEY}'], ${NETWORKS} }`;
  return `service: 1
controllers: { hostel: ${hostel} }
listen: { port: ${String(port)} }
operations: { port: 0 }
worker: { leaseSeconds: 1, idleSeconds: 0.05 }
mail: { smtp: '${catcher.url}', from: privacy@example.org }
webhooks: { hostel: { desk: { url: '${hooks.url}', secrets: ['${KEY}'], ${NETWORKS} } } }
transmissions: { hostel: { receivers: { union: { name: Sports union, endpoint: ${union} } } } }
`;
}
