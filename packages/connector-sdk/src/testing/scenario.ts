import type { Connector } from '../contract/connector.js';
import type { World } from './world.js';

/**
 * What a scenario may be unable to offer. `badConfig` to `attemptWrite` are the optional members of {@link LoadedWorld};
 * `plan` and `describe` are those of a session; the others are values that a product may be unable to store. A check that
 * needs one of them is skipped, with the reason; one that is neither offered nor excused fails.
 */
export type Ability =
  | 'badConfig'
  | 'deny'
  | 'dropColumn'
  | 'dropTable'
  | 'killConnections'
  | 'hold'
  | 'activeStatements'
  | 'attemptWrite'
  | 'plan'
  | 'describe'
  | 'arrays'
  | 'exactDecimals'
  | 'zeroDates'
  | 'zonedTimestamps';

/** One product that a connector is checked against. */
export interface ConformanceScenario {
  /** Product and version: it becomes part of the tests' titles. */
  readonly name: string;
  readonly connector: Connector;
  /** The most records that the connector delivers in one batch. The world holds people just below, at and above it. */
  readonly batchSize: number;
  /** What this scenario cannot offer, each with the reason, which is printed where a check is skipped. */
  readonly cannot: Readonly<Partial<Record<Ability, string>>>;
  /** Whether to run the check that streams 100,000 records. Off, it is skipped. */
  readonly heavy?: boolean;
  /** The connector's `conformance.yaml`, which has to tell what this run shows: the scorecard is made of it. */
  readonly results?: URL;
  /** Creates the world in a database of its own and an account that may only read it. Called several times, not at once. */
  load(world: World): Promise<LoadedWorld>;
}

/** A world that exists in a real database, and what can be done to it from outside, with an administrator's rights. */
export interface LoadedWorld {
  /** What a person would write under the source's configuration: the kit has the connector's own schema parse it. */
  readonly config: unknown;
  /** The same, with a password that the source refuses. */
  readonly badConfig?: unknown;
  /** Texts that may never stand in an error's message: the account's password. */
  readonly secrets: readonly string[];
  /** From now on the connector's account may not read this table, also in sessions that are open. */
  deny?(table: string): Promise<void>;
  dropColumn?(table: string, column: string): Promise<void>;
  dropTable?(table: string): Promise<void>;
  /** Ends every connection of the connector's account, as a restarting server would. */
  killConnections?(): Promise<void>;
  /** Makes every read of this table wait (an exclusive lock), until the function it returns is called. */
  hold?(table: string): Promise<() => Promise<void>>;
  /** How many statements the connector's account is running or waiting in right now. */
  activeStatements?(): Promise<number>;
  /** Tries to write through a connection opened exactly as the connector opens its own. Throws only if it could not try. */
  attemptWrite?(): Promise<'refused' | 'written'>;
  /** Removes the database. */
  drop(): Promise<void>;
}
