import { ConnectorError, type JsonValue } from '@habeas/connector-sdk';
import type { RequestSpec } from '../manifest/request-schema.js';
import { stepsOf } from '../request/steps-of.js';
import { templatesOf } from '../request/templates-of.js';
import { holesOf, parseTemplate, type Scope } from '../template/template.js';
import type { Engine } from './engine.js';
import { pagesOf } from './pages.js';
import { periodsUntil } from './periods.js';

/** Items of a listing that are kept for other requests; a longer one is asked for again. */
const MOST_KEPT = 10_000;

/** The scope, once for each item of the listings it goes through: of the first, and within it of the second. */
export async function* scopesOver(
  engine: Engine,
  names: readonly string[],
  scope: Scope,
): AsyncGenerator<Scope, void, undefined> {
  const [name, ...rest] = names;
  if (name === undefined) {
    yield scope;
    return;
  }
  for await (const item of itemsOf(engine, name, scope)) yield* scopesOver(engine, rest, { ...scope, [name]: item });
}

async function* itemsOf(engine: Engine, name: string, scope: Scope): AsyncGenerator<JsonValue, void, undefined> {
  const listing = engine.manifest.listings[name];
  if (listing === undefined) throw new ConnectorError('contract', `The manifest has no listing "${name}".`);
  if (listing.periods === undefined) yield* askedItems(engine, name, { listing, scope });
  else yield* periodsUntil(engine.now, listing.periods);
}

type Listing = Engine['manifest']['listings'][string];

async function* askedItems(
  engine: Engine,
  name: string,
  { listing, scope }: { readonly listing: Listing; readonly scope: Scope },
): AsyncGenerator<JsonValue, void, undefined> {
  const isKept = listing.for.length === 0 && !isPersonal(listing);
  const before = isKept ? engine.listings.get(name) : undefined;
  if (before !== undefined) {
    yield* before;
    return;
  }
  const items: JsonValue[] = [];
  for await (const within of scopesOver(engine, listing.for, scope)) {
    for await (const item of itemsWithin(engine, name, within)) {
      if (items.length <= MOST_KEPT) items.push(item);
      yield item;
    }
  }
  if (isKept && items.length <= MOST_KEPT) engine.listings.set(name, items);
}

/** Whether what it lists depends on whom it is asked about. */
function isPersonal(listing: RequestSpec): boolean {
  const templates = stepsOf(listing).flatMap(({ spec }) => templatesOf(spec));
  const names = templates.flatMap(({ text }) => holesOf(parseTemplate(text)).map(([first]) => first));
  return names.some((name) => name === 'id' || name === 'typed' || name === 'md5');
}

async function* itemsWithin(engine: Engine, name: string, scope: Scope): AsyncGenerator<JsonValue, void, undefined> {
  const spec = engine.manifest.listings[name];
  if (spec === undefined) return;
  const { paginate } = engine.manifest;
  for await (const { items } of pagesOf(engine, { label: name, spec, scope, paginate, missing: failing })) yield* items;
}

/** What is not in a listing is not gone through, so that an incomplete one cannot be told as a complete search. */
function failing({ message }: { readonly message: string }): never {
  throw new ConnectorError('contract', message);
}
