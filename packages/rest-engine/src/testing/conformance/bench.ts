import type { Connector, JsonObject, Session, SessionContext } from '@habeas/connector-sdk';
import type { RestConfig } from '../../config-schema.js';
import type { Manifest } from '../../manifest/manifest.js';
import { startFakeVendor, type FakeVendor } from '../fake-vendor/fake-vendor.js';
import { movedTo, prefixOf } from '../moved-manifest.js';
import { patientClock, type PatientClock } from '../patient-clock.js';
import { REGION } from '../world/people.js';
import { buildWorld, type Holding, type World } from '../world/world.js';
import type { Scenario } from './scenario.js';
import { STANDARD } from './standard-world.js';

/** What the source is called in every check. */
export const SOURCE = 'conformance';

/** What a session of a check may have otherwise. */
export interface Opening extends Partial<SessionContext> {
  /** In place of the good configuration's members. */
  readonly config?: JsonObject;
}

/** What a check has in hand: a vendor of its own that holds the standard world, and a connector to it that nobody used before. */
export class Bench {
  readonly #sessions: Session[] = [];
  #world: World;

  readonly scenario: Scenario;
  /** Its addresses are those of the vendor. */
  readonly manifest: Manifest;
  readonly vendor: FakeVendor;
  readonly clock: PatientClock;
  readonly connector: Connector<RestConfig>;

  private constructor(parts: Pick<Bench, 'scenario' | 'manifest' | 'vendor' | 'clock' | 'connector'>) {
    this.scenario = parts.scenario;
    this.manifest = parts.manifest;
    this.vendor = parts.vendor;
    this.clock = parts.clock;
    this.connector = parts.connector;
    this.#world = standardWorld(parts.scenario);
    this.vendor.hold(this.#world);
  }

  static async start(scenario: Scenario): Promise<Bench> {
    const { config, secrets } = scenario;
    const prefix = prefixOf(scenario.manifest, config);
    const vendors: FakeVendor[] = [];
    const clock = patientClock(() => vendors[0]);
    const vendor = await startFakeVendor({ manifest: scenario.manifest, config, secrets, prefix, clock });
    vendors.push(vendor);
    const manifest = movedTo(vendor.origin, scenario.manifest, config);
    const connector = scenario.connect(manifest, { clock, random: () => 0.5 });
    return new Bench({ scenario, manifest, vendor, clock, connector });
  }

  get world(): World {
    return this.#world;
  }

  /** From now on the vendor holds this, and nothing else. */
  hold(holdings: readonly Holding[]): World {
    const { manifest, world: file, config } = this.scenario;
    this.#world = buildWorld({ manifest, file, config }, holdings);
    this.vendor.hold(this.#world);
    return this.#world;
  }

  /** The configuration that a person would write. */
  get config(): JsonObject {
    const { config, secrets } = this.scenario;
    return { ...config, ...secrets, network: { private: ['127.0.0.0/8'], insecure: true } };
  }

  async open({ config = {}, ...context }: Opening = {}): Promise<Session> {
    const parsed = this.connector.config.parse({ ...this.config, ...config });
    const signal = context.signal ?? new AbortController().signal;
    const session = await this.connector.open(parsed, { source: SOURCE, phoneRegion: REGION, ...context, signal });
    this.#sessions.push(session);
    return session;
  }

  /** Does something while waits take no time. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.clock.run(work);
  }

  async close(): Promise<void> {
    await Promise.all(this.#sessions.map((session) => session.close()));
    await this.vendor.close();
  }
}

/** The standard worlds by their files: nearly every check begins with one, and none changes it. */
const standard = new WeakMap<Scenario['world'], World>();

function standardWorld({ manifest, world: file, config }: Scenario): World {
  const world = standard.get(file) ?? buildWorld({ manifest, file, config }, STANDARD);
  standard.set(file, world);
  return world;
}
