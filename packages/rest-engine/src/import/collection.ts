import type { IdentifierKind } from '@habeas/connector-sdk';
import { IDENTIFYING, identifierOf, unclassified } from './fields.js';
import type { Group } from './given.js';
import { asksForPerson, pathOf, refsOf } from './holes.js';
import type { Decide, Endpoint } from './vendor.js';
import { placed, type Way } from './ways.js';

interface Parts {
  readonly key: readonly string[];
  readonly set: Group;
  readonly fields: Readonly<Record<string, Group>>;
}

type Find = Extract<Way, { kind: 'find' }>;

/** The collection of an endpoint that something leads to. */
export function draftCollection(endpoint: Endpoint, ways: readonly Way[], decide: Decide): Group {
  const at = ['collections', endpoint.name];
  const say: Decide = (path, what) => {
    decide([...at, ...path], `${endpoint.name}: ${what}`);
  };
  const finds = ways.filter((way) => way.kind === 'find');
  const parts = withIdentifiers(keyed(endpoint, finds.length === ways.length ? finds : [], say), finds, say);
  tellUnclassified(parts, say);
  const of = ownedLists(ways, say);
  return {
    key: parts.key,
    ...(Object.keys(parts.set).length === 0 ? {} : { set: parts.set }),
    fields: parts.fields,
    ...(finds.length === 0 ? {} : { find: finds.map((way, index) => findOf(way, index, parts.fields, say)) }),
    ...(finds.length === 0 ? {} : { read: readOf(endpoint, finds, parts, say) }),
    ...(Object.keys(of).length === 0 ? {} : { of }),
  };
}

/** The key that the file names, else `id`, else all that a record holds; with what listings it was reached through. */
function keyed({ key, fields }: Endpoint, finds: readonly Find[], say: Decide): Parts {
  const named = key.length > 0 ? key : Object.hasOwn(fields, 'id') ? ['id'] : [];
  if (named.length === 0) say(['key'], 'the file names no key. Name the fields that tell its records apart');
  const own = named.length > 0 ? named : ['id'];
  const refs = finds.flatMap(({ read }) => refsOf(read.request));
  const set = Object.fromEntries(
    refs.map(({ endpoint, field }) => [`${endpoint}_${field.replaceAll('.', '_')}`, `\${${endpoint}.${field}}`]),
  );
  const missing = own.filter((name) => !Object.hasOwn(fields, name)).map((name) => [name, {}] as const);
  return { key: [...Object.keys(set), ...own], set, fields: { ...Object.fromEntries(missing), ...fields } };
}

/** Every hit is looked at again, so each find needs a field that holds its identifier. */
function withIdentifiers(parts: Parts, finds: readonly Find[], say: Decide): Parts {
  const added = finds.reduce<Readonly<Record<string, Group>>>((fields, { by, read }) => {
    if (read.field === undefined && identifierOf(fields, by) !== undefined) return fields;
    const name = read.field ?? by;
    if (read.field === undefined) {
      say(
        ['fields', name],
        `it is found by ${by}, and nothing says which field holds it: "${name}" is a guess. A hit is looked at again by it`,
      );
    }
    return { ...fields, [name]: { ...fields[name], ...identifying(by) } };
  }, parts.fields);
  return { ...parts, fields: added };
}

function identifying(by: IdentifierKind): Group {
  if (by === 'id') return { identifier: { kind: 'id', namespace: 'person' }, category: 'pd:UniqueIdentifier' };
  return by === 'name' ? IDENTIFYING.full : IDENTIFYING[by];
}

function findOf({ by, read, lists }: Find, index: number, fields: Parts['fields'], say: Decide): Group {
  const request = placed(read, undefined);
  const path = pathOf(request);
  const mode = path.includes('${id}') ? 'exact' : asksForPerson(request) ? 'index' : 'scan';
  if (mode === 'scan') {
    say(['find', index], 'the file reads everything: no way to ask the vendor for one person is in it. If there is one, use it');
  }
  return {
    by,
    ...(by === 'id' ? { namespace: 'person' } : {}),
    field: read.field ?? identifierOf(fields, by)?.field,
    mode,
    ...(lists.length === 0 ? {} : { for: lists }),
    ...request,
  };
}

function readOf(endpoint: Endpoint, finds: readonly Find[], { key, set }: Parts, say: Decide): Group {
  const last = key.at(-1) ?? 'id';
  const guess = `${listPath(finds[0])}/\${key.${last}}`;
  const path = (endpoint.recordPath ?? guess).replaceAll(
    /\$\{(?:ref\.)?([\w-]+)\.([^}]*)\}/gu,
    (hole, first: string, field: string) => {
      const name = `${first}_${field.replaceAll('.', '_')}`;
      return Object.hasOwn(set, name) ? `\${key.${name}}` : hole;
    },
  );
  say(
    ['read'],
    endpoint.recordPath === undefined
      ? `nothing in the file says how a record is read by its key: ${path} is a guess`
      : `${path} is where the file changes or deletes a record. See that it is read there, too`,
  );
  return { each: { get: path, paginate: 'none', on: { '404': 'empty' } } };
}

/** The path of a list, without what makes it a search. */
function listPath(find: Find | undefined): string {
  const request = find?.read.request ?? {};
  const path = pathOf(request);
  return path
    .replace(/\/[^/]*\$\{id\}.*$/u, '')
    .replace(/\/(?:search|query|find)?(?:\.json)?$/u, '')
    .replace(/\.json$/u, '');
}

function ownedLists(ways: readonly Way[], say: Decide): Group {
  const of: Record<string, Group> = {};
  for (const way of ways) {
    if (way.kind !== 'of') continue;
    if (Object.hasOwn(of, way.owner)) {
      say(['of', way.owner], `the file reads it of ${way.owner} in more than one way; the draft has the first`);
      continue;
    }
    of[way.owner] = { ...(way.lists.length === 0 ? {} : { for: way.lists }), ...placed(way.read, way.owner) };
    say(['of', way.owner], `does a record belong to one ${way.owner} only? Then say exclusive: true`);
  }
  return of;
}

function tellUnclassified({ fields }: Parts, say: Decide): void {
  const names = unclassified(fields);
  if (Object.keys(fields).length === 0) say(['fields'], 'the file describes none of its fields');
  else if (names.length > 0) say(['fields'], `no category of these is known: ${names.join(', ')}`);
}
