import type { SessionContext } from '../contract/connector.js';
import type { Session } from '../contract/session.js';
import { parseDataMap } from '../data-map/parse-data-map.js';
import type { ConformanceCheck, SourceUnderTest, WorldName } from './check.js';
import type { Ability, ConformanceScenario, LoadedWorld } from './scenario.js';
import type { World } from './world.js';
import { longWorld, wideWorld } from './worlds/large-worlds.js';
import { REGION } from './worlds/people.js';
import { standardWorld } from './worlds/standard-world.js';

/** A world that a scenario has loaded. To be dropped in the end. */
export class LoadedSource implements SourceUnderTest {
  private readonly sessions: Session[] = [];

  private constructor(
    readonly scenario: ConformanceScenario,
    readonly world: World,
    readonly loaded: LoadedWorld,
  ) {}

  static async load(scenario: ConformanceScenario, name: WorldName): Promise<LoadedSource> {
    const world = worldOf(scenario, name);
    return new LoadedSource(scenario, world, await scenario.load(world));
  }

  async open(context: Partial<SessionContext> = {}, config: unknown = this.loaded.config): Promise<Session> {
    const { connector } = this.scenario;
    const dataMap = parseDataMap(this.world.dataMap, `${this.world.name}.map.yaml`);
    const session = await connector.open(connector.config.parse(config), {
      source: 'conformance',
      phoneRegion: REGION,
      signal: new AbortController().signal,
      ...(connector.manifest.needsDataMap ? { dataMap } : {}),
      ...context,
    });
    this.sessions.push(session);
    return session;
  }

  /** Runs one check, and closes what it has opened. */
  async run(check: ConformanceCheck): Promise<void> {
    try {
      await check.run(this);
    } finally {
      await Promise.all(this.sessions.splice(0).map((session) => session.close()));
    }
  }

  async drop(): Promise<void> {
    await this.loaded.drop();
  }
}

function worldOf({ batchSize, cannot }: ConformanceScenario, name: WorldName): World {
  if (name === 'wide') return wideWorld();
  return name === 'long' ? longWorld() : standardWorld(batchSize, new Set(Object.keys(cannot) as Ability[]));
}

/** Why a check does not apply to a scenario, or `undefined` where it does. */
export function skipReason({ cannot, heavy = false }: ConformanceScenario, check: ConformanceCheck): string | undefined {
  if (check.world === 'long' && !heavy) return 'heavy checks are off for this scenario';
  return check.needs?.map((ability) => cannot[ability]).find((reason) => reason !== undefined);
}

/** Loads a world for one check alone, runs it, and drops the world. */
export async function runAlone(scenario: ConformanceScenario, check: ConformanceCheck): Promise<void> {
  const source = await LoadedSource.load(scenario, check.world);
  try {
    await source.run(check);
  } finally {
    await source.drop();
  }
}
