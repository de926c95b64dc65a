import type { ZodType } from 'zod';
import type { DataMapFile } from '../data-map/parse-data-map.js';
import type { ConnectorManifest } from './manifest.js';
import type { Session } from './session.js';

/** What a session is given beside its configuration. */
export interface SessionContext {
  /** The source's id, as configured. */
  readonly source: string;
  /** For connectors whose collections are not known before somebody describes them: databases. */
  readonly dataMap?: DataMapFile;
  /** The folder that relative paths in the configuration are meant from; the working directory where it is absent. */
  readonly baseDirectory?: string;
  /** The region national phone numbers are read in, as ISO 3166-1 alpha-2. */
  readonly phoneRegion?: string;
  /** Ends the session's work when it aborts. */
  readonly signal: AbortSignal;
}

/** A kind of system. A value, not a class: state lives in the {@link Session}. */
export interface Connector<Config = unknown> {
  readonly manifest: ConnectorManifest;
  /** What a source of this kind needs. Credentials become `Secret`s in it. */
  readonly config: ZodType<Config>;
  /** Connects. Throws `ConnectorError` (`auth`, `transient`, `contract`) when the source cannot be used at all. */
  open(config: Config, context: SessionContext): Promise<Session>;
}

/** Declares a connector; the identity function that gives its configuration a type. */
export function defineConnector<Config>(connector: Connector<Config>): Connector<Config> {
  return connector;
}
