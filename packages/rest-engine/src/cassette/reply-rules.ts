import type { JsonValue } from '@habeas/connector-sdk';
import type { RestField } from '../manifest/field-schema.js';
import type { Manifest } from '../manifest/manifest.js';
import type { Pagination, Place } from '../manifest/pagination-schema.js';
import { paginationOf, requestsOf, type PlacedRequest } from '../manifest/request-faults.js';
import { nextInLink } from '../page/pager.js';
import { stepsOf } from '../request/steps-of.js';
import { templatesOf } from '../request/templates-of.js';
import type { AskedStep } from '../session/engine.js';
import { holesOf, parseTemplate } from '../template/template.js';
import { allow, nothingAllowed, placeIn, type Allowed, type Leaf } from './allowed.js';
import type { Substitutes } from './substitutes.js';

/** What of the replies to one request may be kept. */
export interface ReplyRules {
  readonly body: Allowed;
  /** By the header's name in lower case. */
  readonly headers: ReadonlyMap<string, Leaf>;
}

type Collection = Manifest['collections'][string];

/** Makes the rules of each request from what the manifest describes: what it does not speak of is not in them. */
export class ReplyRulesMaker {
  readonly #requests: readonly PlacedRequest[];

  constructor(
    private readonly manifest: Manifest,
    private readonly base: URL,
    private readonly substitutes: Substitutes,
  ) {
    this.#requests = requestsOf(manifest);
  }

  /** The rules for one step. Throws where the request stands nowhere in the manifest. */
  rulesFor({ of, kind }: AskedStep): ReplyRules {
    const request = this.#requests.find(({ spec }) => spec === of);
    if (request === undefined) throw new Error('A request was made that the manifest does not have.');
    const rules = { body: nothingAllowed(), headers: new Map<string, Leaf>() };
    for (const { at, is = [] } of this.manifest.responses.rules) if (at !== undefined) this.#allowRule(rules, at, is);
    if (kind === 'submission' || kind === 'poll') this.#allowJob(rules, request, kind);
    const holder = stepsOf(of).find((step) => step.kind === kind);
    if (holder?.hasRecords === true) {
      this.#allowPages(rules, paginationOf(this.manifest, request));
      this.#allowItems(placeIn(rules.body, of.records), request);
    }
    return rules;
  }

  readonly #value: Leaf = (value) => {
    if (typeof value === 'boolean') return value;
    if (typeof value === 'number') return this.substitutes.number(value);
    return value.includes('@') ? this.substitutes.email(value) : this.substitutes.shape(value);
  };

  readonly #next: Leaf = (value) => (typeof value === 'string' ? this.substitutes.next(value, this.base) : null);

  #allowRule({ body }: ReplyRules, at: string, is: readonly JsonValue[]): void {
    const place = placeIn(body, at);
    place.isPresence = true;
    place.leaf ??= (value) => (is.includes(value) ? value : is.length === 0 ? 'present' : 'other');
  }

  #allowJob(rules: Rules, { spec: { job } }: PlacedRequest, kind: 'submission' | 'poll'): void {
    if (job === undefined) return;
    const ends = [...(job.done ?? []), ...(job.failed ?? [])];
    const state: Leaf = (value) => (ends.includes(value) ? value : 'not yet');
    if (kind === 'submission') {
      allowAt(rules, job.id, this.#value);
      allowAt(rules, job.poll.at, this.#next);
    } else {
      allowAt(rules, job.state, state);
      allowAt(rules, job.result?.at, this.#next);
    }
  }

  #allowPages(rules: Rules, pagination: Pagination | 'none'): void {
    if (pagination === 'none') return;
    const flag: Leaf = (value) => (typeof value === 'boolean' ? value : null);
    const count: Leaf = (value) => (/^-?\d{1,9}$/u.test(String(value)) ? value : null);
    allowAt(rules, pagination.total, count);
    if (pagination.type === 'page') allowAt(rules, pagination.pages, count);
    if (pagination.type === 'cursor' || pagination.type === 'last') allowAt(rules, pagination.more, flag);
    if (pagination.type === 'cursor') allowAt(rules, pagination.from, this.#value);
    if (pagination.type === 'next') {
      const link: Leaf = (value) => linkTo(String(value), (target) => this.substitutes.next(target, this.base));
      allowAt(rules, pagination.from, typeof pagination.from === 'string' ? this.#next : link);
    }
  }

  #allowItems(items: Allowed, request: PlacedRequest): void {
    const [section, name = ''] = request.path.map(String);
    const collection = this.manifest.collections[name];
    if (section === 'listings') for (const inner of this.#named(name)) allow(items, inner, this.#value);
    else if (section === 'shared') this.#allowThing(items, name);
    else if (collection !== undefined) this.#allowListed(items, collection, request);
    const pagination = paginationOf(this.manifest, request);
    if (pagination !== 'none' && pagination.type === 'last') allow(items, pagination.field, this.#value);
  }

  /** What a collection's requests list: properties, keys to fetch by, or records. */
  #allowListed(items: Allowed, collection: Collection, { path }: PlacedRequest): void {
    const [, name = '', part, owner = '', more] = path.map(String);
    const fetch = part === 'of' && more === undefined ? collection.of[owner]?.fetch : undefined;
    if (part === 'properties') this.#allowProperties(items, collection);
    else if (fetch !== undefined) allow(items, fetch.key, this.#value);
    else this.#allowRecord(items, name, collection);
  }

  /** Of a customer's own properties not even the name is kept. */
  #allowProperties(items: Allowed, { properties, fields }: Collection): void {
    allow(items, properties?.name ?? '', (value) => (Object.hasOwn(fields, String(value)) ? value : null));
  }

  #allowThing(items: Allowed, name: string): void {
    const thing = this.manifest.shared[name];
    if (thing === undefined) return;
    const place = placeIn(items, thing.record ?? '.');
    for (const key of thing.key) allow(place, key, this.#value);
    for (const [field, spec] of Object.entries(thing.fields)) allow(place, spec.at ?? field, this.#fieldLeaf(spec));
  }

  #allowRecord(items: Allowed, name: string, { record, lift, fields, key, find, context }: Collection): void {
    const place = placeIn(items, record ?? '.');
    const places = [place, ...lift.map((group) => placeIn(place, group))];
    const secret = new Set(Object.keys(fields).filter((field) => fields[field]?.secret === true));
    for (const [field, spec] of Object.entries(fields)) {
      if (secret.has(field)) continue;
      for (const each of places) each.members.set(field, this.#fieldPlace(spec));
    }
    const owners = find.flatMap(({ owner = {} }) => Object.values(owner).map((at) => (typeof at === 'string' ? at : at.endOf)));
    const further = [...key, ...owners, ...Object.values(context).flatMap(({ on }) => Object.keys(on)), ...this.#namedOf(name)];
    for (const path of further.filter((each) => !secret.has(each))) for (const each of places) allow(each, path, this.#value);
  }

  /** A field, and where in it identifiers stand. */
  #fieldPlace(field: RestField): Allowed {
    const place = nothingAllowed();
    const leaf = this.#fieldLeaf(field);
    if (field.at === undefined) place.leaf = leaf;
    else allow(place, field.at, leaf);
    return place;
  }

  #fieldLeaf(field: Described): Leaf {
    return this.#identifierLeaf(field) ?? this.#valueLeaf(field);
  }

  #identifierLeaf({ identifier, category }: Described): Leaf | undefined {
    const { substitutes } = this;
    if (identifier?.kind === 'birthDate' || category === 'pd:BirthDate') return () => '1980-01-01';
    if (identifier?.kind === 'email') return (value) => substitutes.email(String(value));
    return identifier?.kind === 'phone' ? (value) => substitutes.phone(String(value)) : undefined;
  }

  #valueLeaf({ type, epoch, codes, freeText }: Described): Leaf {
    const { substitutes } = this;
    const isDated = epoch !== undefined || ['date', 'time', 'datetime', 'timestamp'].includes(type ?? '');
    if (isDated) return (value) => (typeof value === 'boolean' ? null : substitutes.date(value, epoch !== undefined));
    return (value) => {
      if (codes !== undefined && Object.hasOwn(codes, String(value))) return value;
      return freeText === true && typeof value === 'string' && value !== '' ? substitutes.freeText(value) : this.#value(value);
    };
  }

  /** The paths in an item of a listing that something names: `${lists.id}`. */
  #named(first: string): readonly string[] {
    const texts = [
      ...this.#requests.flatMap(({ spec }) => stepsOf(spec).flatMap((step) => templatesOf(step.spec))).map(({ text }) => text),
      ...Object.values(this.manifest.collections).flatMap(({ set }) => Object.values(set)),
    ];
    return [...pathsIn(texts, first), ...this.#requests.flatMap((request) => itemPaths(request, first))];
  }

  /** The paths in a record that the requests and the fields of those whom it owns name: `${parent.id}`. */
  #namedOf(owner: string): readonly string[] {
    const owned = Object.values(this.manifest.collections).filter(({ of }) => Object.hasOwn(of, owner));
    const requests = this.#requests.filter(({ path }) => path.includes(owner) && path.includes('of'));
    const texts = [
      ...requests.flatMap(({ spec }) => stepsOf(spec).flatMap((step) => templatesOf(step.spec))).map(({ text }) => text),
      ...owned.flatMap(({ set }) => Object.values(set)),
    ];
    return pathsIn(texts, 'parent');
  }
}

type Described = Partial<Pick<RestField, 'type' | 'epoch' | 'codes' | 'freeText' | 'identifier' | 'category'>>;
type Rules = ReplyRules & { readonly headers: Map<string, Leaf> };

function allowAt(rules: Rules, place: Place | undefined, leaf: Leaf): void {
  if (typeof place === 'string') allow(rules.body, place, leaf);
  else if (place !== undefined) rules.headers.set(place.header.toLowerCase(), leaf);
}

function pathsIn(texts: readonly string[], first: string): readonly string[] {
  const holes = texts.flatMap((text) => holesOf(parseTemplate(text)));
  return holes.filter((hole) => hole[0] === first && hole.length > 1).map((hole) => hole.slice(1).join('.'));
}

/** The paths in the items of a list that a body is made of: `each: schemas.properties, as: '${item.name}'`. */
function itemPaths({ spec }: PlacedRequest, first: string): readonly string[] {
  const templates = stepsOf(spec).flatMap((step) => templatesOf(step.spec));
  const lists = pathsIn(
    templates.filter(({ path }) => path.at(-1) === 'each').map(({ text }) => text),
    first,
  );
  const members = pathsIn(
    templates.filter(({ item }) => item === true).map(({ text }) => text),
    'item',
  );
  return lists.flatMap((list) => members.map((member) => `${list}.${member}`));
}

/** A header Link with the address of the next page alone. */
function linkTo(header: string, next: (target: string) => string): JsonValue {
  const target = nextInLink(header);
  return target === undefined ? '' : `<${next(target)}>; rel="next"`;
}
