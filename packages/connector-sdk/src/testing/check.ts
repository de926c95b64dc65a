import type { SessionContext } from '../contract/connector.js';
import type { Session } from '../contract/session.js';
import type { Ability, ConformanceScenario, LoadedWorld } from './scenario.js';
import type { World } from './world.js';

/** What a check has in hand: a world that is loaded, and sessions over it. */
export interface SourceUnderTest {
  readonly scenario: ConformanceScenario;
  readonly world: World;
  readonly loaded: LoadedWorld;
  /** A session with the good configuration (or another). Sessions that a check leaves open are closed after it. */
  open(context?: Partial<SessionContext>, config?: unknown): Promise<Session>;
}

/** Which of the kit's worlds a check runs in. */
export type WorldName = 'standard' | 'wide' | 'long';

/** One fact that holds for every connector. */
export interface ConformanceCheck {
  /** Unique. C contract, S the right subject, P completeness, V values, F faults, R resources, X security. */
  readonly id: string;
  /** A fact about behaviour. */
  readonly title: string;
  readonly world: WorldName;
  /** It changes the world, and so gets one of its own. */
  readonly damages?: boolean;
  readonly needs?: readonly Ability[];
  /** Throws an `AssertionError` where the fact does not hold. */
  run(source: SourceUnderTest): Promise<void>;
}
