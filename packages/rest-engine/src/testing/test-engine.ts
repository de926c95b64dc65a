import type { JsonValue } from '@habeas/connector-sdk';
import { parseManifest } from '../manifest/manifest.js';
import type { Api, ApiReply, Engine } from '../session/engine.js';
import { SharedThings } from '../session/shared-things.js';
import { virtualClock } from './virtual-clock.js';

/** An engine over a vendor that is a function: for tests of a part of a session. */
export function testEngine(manifest: string, json: Api['json']): Engine {
  return {
    manifest: parseManifest(manifest, 'manifest.yaml'),
    api: { json, file: () => Promise.reject(new Error('no files')), close: () => Promise.resolve() },
    base: new URL('https://api.example.org/v1'),
    config: {},
    activities: {},
    namespaceOf: (name) => name,
    phoneRegion: undefined,
    clock: virtualClock(0),
    now: new Date(0),
    listings: new Map(),
    properties: new Map(),
    shared: new SharedThings(),
    signal: new AbortController().signal,
  };
}

/** A reply without headers; an empty one where the vendor has nothing to say. */
export function apiReply(body: JsonValue | undefined): ApiReply {
  return { body: body ?? [], header: () => undefined, empty: body === undefined };
}
