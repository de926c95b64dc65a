import { ConnectorError, type JsonObject, type JsonValue } from '@habeas/connector-sdk';
import type { Clock } from '../clock.js';
import type { Manifest } from '../manifest/manifest.js';
import type { RequestSpec } from '../manifest/request-schema.js';
import type { PagedReply } from '../page/pager.js';
import type { BuiltRequest } from '../request/build-request.js';
import type { Step } from '../request/steps-of.js';
import type { Scope } from '../template/template.js';
import type { SharedThings } from './shared-things.js';

/** How a request is to be treated beside what is sent. */
export interface CallRules {
  /** Names it in messages: `contact.find`. */
  readonly label: string;
  /** Statuses that mean that there is nothing, or that the request was taken. */
  readonly on: Readonly<Record<string, 'empty' | 'taken' | undefined>>;
  readonly scope?: string | undefined;
  readonly cost?: number | undefined;
  /** Which request of the manifest it is; nothing for a check or a file. */
  readonly asked?: AskedStep | undefined;
}

/** A request of a manifest, or a step of its job. */
export interface AskedStep {
  readonly of: RequestSpec;
  readonly kind: Step['kind'];
}

/** A vendor's reply: `empty` where the manifest takes its status for "there is nothing". */
export interface ApiReply extends PagedReply {
  readonly empty: boolean;
}

/** A file as a vendor serves it. */
export interface ApiFile {
  readonly mediaType: string | undefined;
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/** The vendor, as a session talks to it: paced, signed, tried again, guarded. Faults are `ConnectorError`s. */
export interface Api {
  json(request: BuiltRequest | URL, rules: CallRules): Promise<ApiReply>;
  file(request: BuiltRequest | URL, rules: CallRules): Promise<ApiFile>;
  close(): Promise<void>;
}

/** What every part of a session works with. */
export interface Engine {
  readonly manifest: Manifest;
  readonly api: Api;
  readonly base: URL;
  /** The configuration, without its credentials. */
  readonly config: JsonObject;
  /** The processing activities that collections serve, as the configuration says. */
  readonly activities: Readonly<Record<string, string>>;
  /** What an id of a namespace of the manifest is called outside: no two sources of a kind share it unless they are told to. */
  readonly namespaceOf: (name: string) => string;
  readonly phoneRegion: string | undefined;
  readonly clock: Clock;
  /** When the session began. */
  readonly now: Date;
  /** Listings that were gone through, by name. */
  readonly listings: Map<string, readonly JsonValue[]>;
  /** The names of properties that the vendor has, by collection. */
  readonly properties: Map<string, Promise<readonly string[]>>;
  /** Shared things that were looked up. */
  readonly shared: SharedThings;
  readonly signal: AbortSignal;
}

/** A collection of a manifest, and its name. */
export interface NamedCollection {
  readonly name: string;
  readonly spec: Manifest['collections'][string];
}

/** The collection of a name. Throws `not-found` where the manifest has none. */
export function collectionOf({ manifest }: Engine, name: string): NamedCollection {
  const spec = Object.hasOwn(manifest.collections, name) ? manifest.collections[name] : undefined;
  if (spec === undefined)
    throw new ConnectorError('not-found', `The connector has no collection "${name}".`, { collection: name });
  return { name, spec };
}

/** Every collection, in the manifest's order. */
export function collectionsOf({ manifest }: Pick<Engine, 'manifest'>): readonly NamedCollection[] {
  return Object.entries(manifest.collections).map(([name, spec]) => ({ name, spec }));
}

/** What every template may name. */
export function commonScope({ config, now }: Engine, more: Readonly<Record<string, JsonValue>> = {}): Scope {
  return { config, now: now.toISOString(), ...more };
}

/** Throws `aborted` once the context's signal has. */
export function throwIfAborted({ signal }: Engine): void {
  if (signal.aborted) throw new ConnectorError('aborted', 'The search was cancelled.');
}
