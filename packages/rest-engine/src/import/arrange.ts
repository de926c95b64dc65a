import { draftCollection } from './collection.js';
import { identifierOf } from './fields.js';
import type { Group } from './given.js';
import { asksForPerson, pathOf, refsOf, withRefs } from './holes.js';
import type { Decide, Endpoint, Read } from './vendor.js';
import type { Way } from './ways.js';

type WayOrNone =
  | Way
  | { readonly kind: 'list'; readonly read: Read; readonly lists: readonly string[] }
  | { readonly kind: 'none'; readonly why: string };
type Role = 'collection' | 'listing' | 'left';

/** The parts of a manifest that endpoints become. */
export interface Arranged {
  readonly listings: Group;
  readonly collections: Group;
  readonly gaps: readonly string[];
}

/**
 * Makes collections and listings of endpoints. One that is asked for a person, or whose records say whose they are, is a
 * collection that is found; one that is asked by what a collection holds belongs to that; any other is taken for a list
 * that holds nobody's data. What cannot be said in a manifest becomes a gap. Each of these is told.
 */
export function arrange(endpoints: readonly Endpoint[], decide: Decide): Arranged {
  const plan = new Plan(endpoints);
  const listings: Record<string, Group> = {};
  const collections: Record<string, Group> = {};
  const gaps: string[] = [];
  const seen = new Set<string>();
  for (const endpoint of endpoints) {
    if (seen.has(endpoint.name))
      decide(['collections'], `there are several of the name ${endpoint.name}; the draft has the last`);
    seen.add(endpoint.name);
    const { role, ways, why } = plan.of(endpoint.name);
    if (role === 'collection') collections[endpoint.name] = draftCollection(endpoint, ways.filter(isWay), decide);
    if (role === 'listing') listings[endpoint.name] = listing(endpoint, ways, decide);
    if (role === 'left') gaps.push(gap(endpoint, why, decide, gaps.length));
    const at = {
      collection: ['collections', endpoint.name],
      listing: ['listings', endpoint.name],
      left: ['gaps', gaps.length - 1],
    };
    for (const note of [...(role === 'left' ? [] : [...endpoint.broken, ...why]), ...endpoint.notes]) {
      decide(at[role], `${endpoint.name}: ${note}`);
    }
  }
  return { listings, collections, gaps };
}

function isWay(way: WayOrNone): way is Way {
  return way.kind === 'find' || way.kind === 'of';
}

class Plan {
  readonly #endpoints: ReadonlyMap<string, Endpoint>;
  readonly #known = new Map<string, { role: Role; ways: readonly WayOrNone[]; why: readonly string[] }>();

  constructor(endpoints: readonly Endpoint[]) {
    this.#endpoints = new Map(endpoints.map((endpoint) => [endpoint.name, endpoint]));
  }

  of(name: string): { readonly role: Role; readonly ways: readonly WayOrNone[]; readonly why: readonly string[] } {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, { role: 'left', ways: [], why: ['it goes round in a circle'] });
    const endpoint = this.#endpoints.get(name);
    const ways = (endpoint?.reads ?? []).map((read) => this.#way(endpoint as Endpoint, read));
    const why = ways.flatMap((way) => (way.kind === 'none' ? [way.why] : []));
    const role = ways.some(isWay) ? 'collection' : ways.some(({ kind }) => kind === 'list') ? 'listing' : 'left';
    const found = { role, ways, why } as const;
    this.#known.set(name, found);
    return found;
  }

  #way({ fields }: Endpoint, read: Read): WayOrNone {
    const names = [...new Set(refsOf(read.request).map(({ endpoint }) => endpoint))];
    const ofRole = (role: Role): readonly string[] => names.filter((name) => this.of(name).role === role);
    const [lost, owners, lists] = [ofRole('left'), ofRole('collection'), ofRole('listing')];
    if (lost.length > 0) return { kind: 'none', why: `it takes what ${lost.join(', ')} lists, and that is not in the draft` };
    if (owners.length > 1) return { kind: 'none', why: `it takes records of several collections at once: ${owners.join(', ')}` };
    const asked = asksForPerson(read.request);
    const [owner] = owners;
    if (owner !== undefined) {
      return asked
        ? { kind: 'none', why: `it takes an identifier and a record of ${owner} at once` }
        : { kind: 'of', owner, read, lists };
    }
    const by = asked || read.field !== undefined ? (read.by ?? 'email') : identifierOf(fields)?.kind;
    return by === undefined ? { kind: 'list', read, lists } : { kind: 'find', by, read, lists };
  }
}

function listing({ name, fields }: Endpoint, ways: readonly WayOrNone[], decide: Decide): Group {
  const [first, ...more] = ways.filter((way) => way.kind === 'list');
  decide(
    ['listings', name],
    `${name} is taken for a list that holds nobody's data: nothing in the file says how a person is found in it. If it does hold personal data, make it a collection`,
  );
  if (more.length > 0) decide(['listings', name], `${name} is read in ${String(more.length + 1)} ways; the draft has the first`);
  const personal = Object.keys(fields).filter((field) => fields[field]?.['category'] !== undefined);
  if (personal.length > 0) decide(['listings', name], `${name} has fields that sound personal: ${personal.join(', ')}`);
  const request = withRefs(first?.read.request ?? {}, ({ endpoint, field }) => `\${${endpoint}.${field}}`);
  const lists = first?.lists ?? [];
  return lists.length === 0 ? request : { for: lists, ...request };
}

function gap({ name, reads, broken }: Endpoint, why: readonly string[], decide: Decide, index: number): string {
  const reasons = [...broken, ...why].join('; ') || 'the file does not say how it is read';
  const requests = reads.map(({ request }) => pathOf(request)).join(', ');
  const where = requests === '' ? '' : ` (${requests})`;
  decide(['gaps', index], `${name}${where} is not in the draft: ${reasons}. Add it by hand, or keep the gap`);
  return `${name} is not read.`;
}
