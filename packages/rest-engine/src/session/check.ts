import { ConnectorError, type CollectionHealth, type JsonObject, type JsonValue, type SourceHealth } from '@habeas/connector-sdk';
import type { RequestSpec } from '../manifest/request-schema.js';
import { templatesOf } from '../request/templates-of.js';
import { EmptyHole, holesOf, parseTemplate, type Scope } from '../template/template.js';
import { collectionsOf, commonScope, throwIfAborted, type Engine, type NamedCollection } from './engine.js';
import { holeFault } from './hole-fault.js';
import { scopesOver } from './listings.js';
import { problemOf } from './locate.js';
import { built, rulesOf } from './ask.js';
import { declaredProperties } from './properties.js';

/** An address that nobody can have (RFC 2606), and a key that no vendor gives. */
const NOBODY: Readonly<Record<string, JsonValue>> = {
  id: 'nobody@habeas.invalid',
  typed: 'nobody@habeas.invalid',
  md5: '00000000000000000000000000000000',
};
const NO_KEY = '0';

/**
 * Whether the credentials are good, and which collections they open: each is asked once, for somebody who does not exist.
 * Throws `auth` where the credentials are refused altogether.
 */
export async function check(engine: Engine): Promise<SourceHealth> {
  throwIfAborted(engine);
  await engine.api.json(built(engine.manifest.check, commonScope(engine)), rulesOf('check', engine.manifest.check));
  const collections: CollectionHealth[] = [];
  for (const collection of collectionsOf(engine)) collections.push(await healthOf(collection, engine));
  const { title, systems } = engine.manifest;
  return {
    system: `${title} (${systems.map(({ versions }) => versions).join(', ')})`,
    readOnly: 'session',
    collections,
    advice: [],
  };
}

async function healthOf(collection: NamedCollection, engine: Engine): Promise<CollectionHealth> {
  const probe = probeOf(collection);
  try {
    if (probe !== undefined) await ask(collection, probe, engine);
    return { collection: collection.name, status: 'ok', problems: [] };
  } catch (error) {
    if (error instanceof EmptyHole) {
      return { collection: collection.name, status: 'drifted', problems: [problemOf(holeFault(collection.name, error))] };
    }
    if (!(error instanceof ConnectorError)) throw error;
    const status = statusOf(error, probe?.isSearch === true);
    if (status === undefined) throw error;
    const { scopes } = collection.spec;
    const remedy = scopes.length === 0 ? 'Check the rights of the credentials.' : `Grant ${scopes.join(', ')}.`;
    const problems = status === 'ok' ? [] : [{ ...problemOf(error), ...(status === 'denied' ? { remedy } : {}) }];
    return { collection: collection.name, status, problems };
  }
}

interface Probe {
  readonly spec: RequestSpec;
  readonly over: readonly string[];
  /** A search for nobody has an answer; a list of an owner who does not exist may have none. */
  readonly isSearch: boolean;
}

/** What shows whether a collection can be reached: its cheapest search, or the list of an owner, or a record, that does not exist. */
function probeOf({ spec }: NamedCollection): Probe | undefined {
  const find =
    spec.find.find(({ mode, by }) => mode !== 'scan' && by === 'email') ?? spec.find.find(({ mode }) => mode !== 'scan');
  if (find !== undefined) return { spec: find, over: find.for, isSearch: true };
  const [owned] = Object.values(spec.of);
  if (owned !== undefined) return { spec: owned, over: owned.for, isSearch: false };
  const read = spec.read !== undefined && 'each' in spec.read ? spec.read.each : spec.read?.batch;
  return read === undefined || !namesKey(read) ? undefined : { spec: read, over: [], isSearch: false };
}

/** A read that names no key reads everybody. */
function namesKey(read: RequestSpec): boolean {
  return templatesOf(read).some(({ text }) =>
    holesOf(parseTemplate(text)).some(([first]) => first === 'key' || first === 'keys'),
  );
}

async function ask({ name, spec }: NamedCollection, probe: Probe, engine: Engine): Promise<void> {
  const properties = spec.properties === undefined ? {} : { properties: declaredProperties({ name, spec }) };
  for await (const within of scopesOver(engine, probe.over, commonScope(engine, { ...NOBODY, keys: [NO_KEY], ...properties }))) {
    const request = built(probe.spec, withNoKeys(probe.spec, within));
    await engine.api.json(request, rulesOf(`${name}.check`, probe.spec));
    return;
  }
}

/** The scope with a key that nobody has wherever the request names something of an owner. */
function withNoKeys(spec: RequestSpec, scope: Scope): Scope {
  const parents = templatesOf(spec).flatMap(({ text }) =>
    holesOf(parseTemplate(text)).filter(([first]) => first === 'parent' || first === 'key'),
  );
  return parents.reduce<Scope>((filled, path) => withText(filled, path), scope);
}

function withText(group: JsonObject, [step = '', ...rest]: readonly string[]): JsonObject {
  const inner = group[step];
  const below = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as JsonObject) : {};
  return { ...group, [step]: rest.length === 0 ? NO_KEY : withText(below, rest) };
}

/** What a fault of one collection means for its health; any other is one of the whole source. */
function statusOf({ errorClass }: ConnectorError, isSearch: boolean): CollectionHealth['status'] | undefined {
  if (errorClass === 'permission') return 'denied';
  if (errorClass === 'not-found') return isSearch ? 'absent' : 'ok';
  return errorClass !== 'contract' ? undefined : isSearch ? 'drifted' : 'ok';
}
