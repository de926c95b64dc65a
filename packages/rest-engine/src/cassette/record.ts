import { ConnectorError, type Identifier, type JsonValue } from '@habeas/connector-sdk';
import { systemClock } from '../clock.js';
import type { RestConfig } from '../config-schema.js';
import type { Http, HttpReply, HttpRequest } from '../http/http.js';
import { TOKEN_LABEL } from '../auth/token-request.js';
import type { Manifest } from '../manifest/manifest.js';
import { engineFor, type EngineContext, type Wire } from '../open-engine.js';
import { openPace } from '../pace/open-pace.js';
import type { Api, AskedStep, CallRules, Engine } from '../session/engine.js';
import { collectionsOf } from '../session/engine.js';
import { locateInTurn } from '../session/locate.js';
import { read } from '../session/read.js';
import { kept } from './allowed.js';
import { cassetteText, readCassette, type Cassette, type Exchange, type LedgerEntry } from './cassette.js';
import { ledgerOf } from './ledger.js';
import { ReplyRulesMaker } from './reply-rules.js';
import { baseIn, NotInCassette, offlineEngine, replay, replyOf, requestLine } from './replay.js';
import { Substitutes } from './substitutes.js';

/** What is recorded: a search for somebody at a source of a manifest. */
export interface Recording {
  readonly manifest: Manifest;
  readonly config: RestConfig;
  readonly identifiers: readonly Identifier[];
  readonly context: Pick<EngineContext, 'source' | 'signal' | 'phoneRegion'> & Partial<Pick<EngineContext, 'clock' | 'random'>>;
}

/**
 * Searches at a live system and gives the cassette of it. Replies are made anew of what the manifest describes, with
 * substitutes; requests are not taken over at all: they are those of a second search, for somebody made up, over these replies.
 * So no real value can stand in a request. A third search, over the cassette itself, has to come to the same as the first; where
 * one does not, this rejects with `contract`, and there is no cassette.
 */
export async function recordCassette(recording: Recording): Promise<string> {
  const { manifest, identifiers, context } = recording;
  const clock = context.clock ?? systemClock;
  const at = clock.now();
  const { ledger, heard, namespaceOf } = await searchLive(recording, at);
  const substitutes = new Substitutes(context.phoneRegion);
  const config = madeUpConfig(recording);
  const searched = identifiers.map((each) => substituted(each, substitutes, { manifest, namespaceOf }));
  const rules = new ReplyRulesMaker(manifest, baseIn(manifest, config), substitutes);
  const replies = heard.map((each) => ({ label: each.label, ...scrubbed(each, rules) }));
  const head = { cassette: 1, connector: manifest.id, version: manifest.version, at: new Date(at).toISOString() } as const;
  const cassette: Cassette = { ...head, config, searched, ledger, exchanges: [] };
  const text = cassetteText({ ...cassette, exchanges: await searchAgain(manifest, cassette, replies) });
  await requireSame(manifest, readCassette(text, 'cassette'));
  return text;
}

/** What was answered to one call of the session: the last answer, where it was tried again. */
interface Heard {
  readonly label: string;
  readonly asked: AskedStep;
  reply?: { readonly status: number; readonly header: HttpReply['header']; readonly text: string };
}

interface Live {
  readonly ledger: Record<string, LedgerEntry>;
  readonly heard: readonly Heard[];
  readonly namespaceOf: Engine['namespaceOf'];
}

async function searchLive({ manifest, config, identifiers, context }: Recording, at: number): Promise<Live> {
  const { clock = systemClock, random = Math.random } = context;
  const ear = new Ear();
  const engine = engineFor(manifest, config, { ...context, clock, random, pace: openPace(manifest.limits, clock), wire: ear });
  try {
    const ledger = await ledgerOf(inTurn({ ...engine, now: new Date(at) }), identifiers);
    return { ledger, heard: ear.heard, namespaceOf: engine.namespaceOf };
  } finally {
    await engine.api.close();
  }
}

/** A search whose calls come one after the other, in an order that is the same each time. */
function inTurn(engine: Engine): Parameters<typeof ledgerOf>[0] {
  return {
    collections: collectionsOf(engine),
    locate: (query) => locateInTurn(query, engine),
    read: (request) => read(request, engine),
  };
}

/** Hears what a vendor answers. */
class Ear implements Wire {
  readonly unsigned = false;
  readonly heard: Heard[] = [];
  #now: Heard | undefined;

  http(open: () => Http): Http {
    const real = open();
    return {
      send: async (request, signal) => {
        const reply = await real.send(request, signal);
        if (this.#now === undefined || request.label === TOKEN_LABEL) return reply;
        const text = await reply.text();
        this.#now.reply = { status: reply.status, header: (name) => reply.header(name), text };
        return { ...reply, status: reply.status, header: (name) => reply.header(name), text: () => Promise.resolve(text) };
      },
      standingOf: (url) => real.standingOf(url),
      close: () => real.close(),
    };
  }

  api(real: Api): Api {
    return {
      ...real,
      json: async (request, rules) => {
        this.#now = { label: rules.label, asked: askedIn(rules) };
        this.heard.push(this.#now);
        return real.json(request, rules);
      },
    };
  }
}

function askedIn({ asked, label }: CallRules): AskedStep {
  if (asked === undefined) throw new Error(`${label} is no request of a search.`);
  return asked;
}

type Scrubbed = Pick<Exchange, 'status' | 'headers' | 'reply'>;

function scrubbed({ asked, reply, label }: Heard, maker: ReplyRulesMaker): Scrubbed {
  if (reply === undefined)
    throw new ConnectorError('transient', `${label}: the source did not answer, so there is nothing to record.`);
  const rules = maker.rulesFor(asked);
  const headers = [...rules.headers].flatMap(([name, leaf]) => {
    const value = reply.header(name);
    const told = value === undefined ? null : leaf(value);
    return typeof told === 'string' || typeof told === 'number' ? [[name, String(told)] as const] : [];
  });
  const body = jsonOf(reply.text);
  return {
    status: reply.status,
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) }),
    ...(body === undefined ? {} : { reply: kept(body, rules.body) }),
  };
}

function jsonOf(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Settings that name nobody: what everybody has by default stays. */
function madeUpConfig({ manifest, config: { settings } }: Recording): Cassette['config'] {
  const made = { url: 'https://vendor.example.org', text: 'example', slug: 'example', integer: 1 };
  const entries = Object.entries(manifest.config).flatMap(([name, { type, default: usual }]) => {
    const value = settings[name];
    return value === undefined ? [] : [[name, value === usual ? value : made[type]] as const];
  });
  return Object.fromEntries(entries);
}

function substituted(
  { kind, value, namespace }: Identifier,
  substitutes: Substitutes,
  { manifest, namespaceOf }: { readonly manifest: Manifest; readonly namespaceOf: Engine['namespaceOf'] },
): Cassette['searched'][number] {
  const text = value.reveal();
  if (kind === 'email') return { kind, value: substitutes.email(text) };
  if (kind === 'phone') return { kind, value: substitutes.phone(text) };
  const named = Object.keys(manifest.namespaces).find((each) => namespaceOf(each) === namespace);
  if (kind === 'id' && named !== undefined) return { kind, namespace: named, value: substitutes.shape(text) };
  throw new ConnectorError('contract', 'A recording searches by e-mail addresses, telephone numbers and ids of the source.');
}

/** The same search for somebody made up, over the scrubbed replies, call by call: its requests are the cassette's. */
async function searchAgain(
  manifest: Manifest,
  cassette: Cassette,
  replies: readonly (Scrubbed & { readonly label: string })[],
): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  const base = baseIn(manifest, cassette.config);
  let call = -1;
  const http: Http = {
    send: (request) => {
      const reply = replies[call];
      if (reply?.label !== request.label) return Promise.reject(unlike());
      exchanges[call] = exchangeOf(request, base, reply);
      return Promise.resolve(replyOf(reply));
    },
    standingOf: () => 'api',
    close: () => Promise.resolve(),
  };
  const api = (real: Api): Api => ({
    ...real,
    json: (request, rules) => {
      call += 1;
      return real.json(request, rules);
    },
  });
  const wire = { http: () => http, api, unsigned: true };
  const engine = offlineEngine(manifest, { config: cassette.config, at: Date.parse(cassette.at), wire });
  const { identifiers } = replay(manifest, cassette);
  requireEqual(await ledgerOf(inTurn(engine), identifiers), cassette.ledger);
  if (call + 1 !== replies.length) throw unlike();
  return exchanges;
}

function exchangeOf(request: HttpRequest, base: URL, { label, ...reply }: Scrubbed & { readonly label: string }): Exchange {
  const body = request.body === undefined ? {} : { body: JSON.parse(request.body) as JsonValue };
  return { label, request: requestLine(request, base), ...body, ...reply };
}

async function requireSame(manifest: Manifest, cassette: Cassette): Promise<void> {
  const { session, identifiers } = replay(manifest, cassette);
  try {
    requireEqual(await ledgerOf(session, identifiers), cassette.ledger);
  } catch (error) {
    throw error instanceof NotInCassette ? unlike() : error;
  }
}

function requireEqual(came: Record<string, LedgerEntry>, due: Record<string, LedgerEntry>): void {
  const others = Object.keys(due).filter((name) => JSON.stringify(came[name]) !== JSON.stringify(due[name]));
  if (others.length > 0) throw unlike(` in ${others.join(', ')}`);
}

/** Where scrubbing has made alike what was different, or has taken away what a request depends on. */
function unlike(where = ''): ConnectorError {
  return new ConnectorError(
    'contract',
    `The recording does not come to what the search came to${where}: nothing is kept of it.`,
    {
      remedy: 'Describe in the manifest what its requests and its searches depend on, or record another person.',
    },
  );
}
