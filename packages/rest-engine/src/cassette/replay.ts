import { toIdentifier, type Identifier, type Session } from '@habeas/connector-sdk';
import type { Clock } from '../clock.js';
import type { RestConfig } from '../config-schema.js';
import type { Http, HttpReply, HttpRequest } from '../http/http.js';
import type { Manifest } from '../manifest/manifest.js';
import { engineFor, type Wire } from '../open-engine.js';
import { openPace } from '../pace/open-pace.js';
import type { Engine } from '../session/engine.js';
import { openRestSession } from '../session/open-rest-session.js';
import { fill, parseTemplate } from '../template/template.js';
import type { Cassette, Exchange } from './cassette.js';

/** What the source of a recording is called. */
export const SOURCE = 'cassette';

/** A request that a cassette does not hold: the manifest asks for something else than when it was recorded. */
export class NotInCassette extends Error {
  override readonly name = 'NotInCassette';

  constructor(label: string, request: string) {
    super(`The cassette has no answer to ${label}: ${request}. The manifest has changed since it was recorded; record it again.`);
  }
}

/** A session that a cassette answers in the place of a vendor. */
export interface Replayed {
  readonly session: Session;
  readonly identifiers: readonly Identifier[];
  /** Requests that were recorded, and not asked for so far. */
  readonly unasked: () => readonly string[];
}

/** Opens a session over a cassette: nothing is signed, nothing is waited for, and nothing leaves the machine. */
export function replay(manifest: Manifest, cassette: Cassette): Replayed {
  const tape = new Answers(cassette.exchanges, baseIn(manifest, cassette.config));
  const wire = { http: () => tape, api: (api: Engine['api']) => api, unsigned: true };
  const engine = offlineEngine(manifest, { config: cassette.config, at: Date.parse(cassette.at), wire });
  return {
    session: openRestSession(engine),
    identifiers: cassette.searched.flatMap(({ kind, value, namespace }) => {
      const named = namespace === undefined ? {} : { namespace: `${SOURCE}.${namespace}` };
      return toIdentifier(kind, value, named) ?? [];
    }),
    unasked: () => tape.unasked(),
  };
}

/** An engine whose vendor is a tape. */
export function offlineEngine(
  manifest: Manifest,
  { config, at, wire }: { readonly config: Cassette['config']; readonly at: number; readonly wire: Wire },
): Engine {
  const clock = skippingClock(at);
  const rest: RestConfig = {
    settings: config,
    secrets: {},
    activities: {},
    namespaces: {},
    network: { private: [], insecure: false },
  };
  const pace = openPace(manifest.limits, clock);
  return engineFor(manifest, rest, {
    source: SOURCE,
    signal: new AbortController().signal,
    clock,
    random: () => 0.5,
    pace,
    wire,
  });
}

/** The address of the API with these settings. */
export function baseIn(manifest: Manifest, config: Cassette['config']): URL {
  return new URL(fill(parseTemplate(manifest.base), { config }, (value) => value));
}

/** A clock on which waits take no time. */
function skippingClock(start: number): Clock {
  let now = start;
  return {
    now: () => now,
    wait: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

/** A request as a cassette writes it: what was asked for below the base. */
export function requestLine({ method, url }: Pick<HttpRequest, 'method' | 'url'>, base: URL): string {
  const prefix = base.href.replace(/\/$/u, '');
  return `${method} ${url.href.startsWith(prefix) ? url.href.slice(prefix.length) : url.href}`;
}

/** A reply of a cassette as a connector gets it. */
export function replyOf({ status, headers = {}, reply }: Pick<Exchange, 'status' | 'headers' | 'reply'>): HttpReply {
  const text = reply === undefined ? '' : JSON.stringify(reply);
  return {
    status,
    header: (name) => headers[name.toLowerCase()],
    text: () => Promise.resolve(text),
    bytes: () => bytesOf(text),
    discard: () => Promise.resolve(),
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- bytes come one after the other, as from a network
async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** The answers of a cassette. What was asked for several times is answered in that order, and with the last answer from then on. */
class Answers implements Http {
  readonly #left = new Map<string, Exchange[]>();
  readonly #unasked: Set<Exchange>;

  constructor(
    exchanges: readonly Exchange[],
    private readonly base: URL,
  ) {
    this.#unasked = new Set(exchanges);
    for (const exchange of exchanges) {
      const key = keyOf(exchange.request, exchange.body);
      this.#left.set(key, [...(this.#left.get(key) ?? []), exchange]);
    }
  }

  unasked(): readonly string[] {
    return [...this.#unasked].map(({ label, request }) => `${label}: ${request}`);
  }

  send(request: HttpRequest): Promise<HttpReply> {
    const line = requestLine(request, this.base);
    const body: unknown = request.body === undefined ? undefined : JSON.parse(request.body);
    const left = this.#left.get(keyOf(line, body)) ?? [];
    const exchange = left.length > 1 ? left.shift() : left[0];
    if (exchange === undefined) return Promise.reject(new NotInCassette(request.label, line));
    this.#unasked.delete(exchange);
    return Promise.resolve(replyOf(exchange));
  }

  standingOf(): 'api' {
    return 'api';
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function keyOf(request: string, body: unknown): string {
  return JSON.stringify([request, body ?? null]);
}
