import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import { isLedUpTo } from '../../manifest/collection-faults.js';
import type { Manifest } from '../../manifest/manifest.js';
import { valueOf, valuesAt } from '../../template/json-path.js';
import { periodsUntil } from '../../session/periods.js';
import { fill, parseTemplate, valueAt, type Scope } from '../../template/template.js';
import { digestOf } from '../../value/digest.js';
import { writeAt } from '../fake-vendor/write-at.js';
import { START } from '../patient-clock.js';
import { BYSTANDER, person, type Person } from './people.js';
import type { WorldFile } from './world-file.js';

/** A record as a vendor holds it. */
export interface WorldRecord {
  readonly collection: string;
  /** As the vendor sends it. */
  readonly raw: JsonObject;
  /** Its fields by their names: unwrapped, groups lifted. */
  readonly members: JsonObject;
  readonly key: readonly (string | number)[];
  /** Whose it is, where the world was made of people. */
  readonly person: Person | undefined;
  readonly owner: WorldRecord | undefined;
  /** The items of listings that it is in, by the listing. */
  readonly within: JsonObject;
  /** The vendor leaves it out, unless it is asked for. */
  readonly shownBy: Readonly<Record<string, string>> | undefined;
}

/** An item of a listing, and the items of other listings that it is in. */
export interface ListingItem {
  readonly item: JsonValue;
  readonly within: JsonObject;
}

/** A vendor's holdings. */
export interface World {
  readonly records: ReadonlyMap<string, readonly WorldRecord[]>;
  readonly listings: ReadonlyMap<string, readonly ListingItem[]>;
  /** The records of each owner, by its collection. */
  readonly ownedBy: (owner: WorldRecord, collection: string) => readonly WorldRecord[];
  /** The shared thing of a kind that has this key, as the vendor sends it; nothing where there is none. */
  readonly shared: (kind: string, key: JsonObject) => JsonValue | undefined;
}

/** What is held of one person: how many records of each collection, for each owner where it has one; 1 where nothing is said. */
export interface Holding {
  readonly person: Person;
  readonly counts?: Readonly<Record<string, number>>;
  /** The collection whose records are archived, as the world says that it looks. */
  readonly archived?: string;
}

/** What worlds are made from. */
export interface WorldParts {
  readonly manifest: Manifest;
  readonly file: WorldFile;
  readonly config: JsonObject;
}

/** Makes a world of some people. The same people give the same world. */
export function buildWorld(parts: WorldParts, holdings: readonly Holding[]): World {
  const builder = new WorldBuilder(parts);
  for (const holding of holdings) builder.add(holding);
  return builder.world;
}

class WorldBuilder {
  readonly #records = new Map<string, WorldRecord[]>();
  readonly #owned = new Map<WorldRecord, Map<string, WorldRecord[]>>();
  readonly #listings = new Map<string, readonly ListingItem[]>();
  readonly #order: readonly string[];
  readonly #keys = new Set<string>();
  #number = 1000;

  constructor(private readonly parts: WorldParts) {
    this.#order = ownersFirst(parts.manifest);
    for (const name of this.#order) this.#records.set(name, []);
    for (const name of Object.keys(parts.manifest.listings)) this.#listings.set(name, this.#itemsOf(name));
  }

  get world(): World {
    return {
      records: this.#records,
      listings: this.#listings,
      ownedBy: (owner, collection) => this.#owned.get(owner)?.get(collection) ?? [],
      shared: (kind, key) => this.#thing(kind, key),
    };
  }

  /** Whatever the key, there is such a thing, and it names somebody who has nothing to do with those who refer to it. */
  #thing(kind: string, key: JsonObject): JsonValue | undefined {
    const template = this.parts.file.shared[kind];
    if (template === undefined) return undefined;
    const { record = '.' } = this.parts.manifest.shared[kind] ?? {};
    const thing = filled(template, { key }) as JsonObject;
    return writeAt(thing, record === '.' ? 'organised_by' : `${record}.organised_by`, BYSTANDER);
  }

  add(holding: Holding): void {
    const made = new Map<string, readonly WorldRecord[]>();
    for (const name of this.#order) {
      const { of = {}, find = [] } = this.parts.manifest.collections[name] ?? {};
      const owners = Object.keys(of).flatMap((owner) => made.get(owner) ?? []);
      const isReached = owners.length > 0 || find.length > 0 || isLedUpTo(this.parts.manifest, name);
      made.set(name, isReached ? this.#held(name, holding, owners) : []);
    }
  }

  #held(name: string, holding: Holding, owners: readonly WorldRecord[]): readonly WorldRecord[] {
    const isOwned = owners.length > 0;
    const length = holding.counts?.[name] ?? (isOwned ? 1 : holding.person.records);
    const many = (owner?: WorldRecord): readonly WorldRecord[] =>
      Array.from({ length }, () => this.#keep(this.#record(name, holding, owner))).flat();
    return isOwned ? owners.flatMap(many) : many();
  }

  /** A vendor holds one record of a key. */
  #keep(record: WorldRecord): readonly WorldRecord[] {
    const id = JSON.stringify([record.collection, record.key]);
    if (this.#keys.has(id)) return [];
    this.#keys.add(id);
    this.#records.get(record.collection)?.push(record);
    if (record.owner !== undefined) {
      const lists = this.#owned.get(record.owner) ?? new Map<string, WorldRecord[]>();
      this.#owned.set(record.owner, lists);
      const list = lists.get(record.collection) ?? [];
      lists.set(record.collection, list);
      list.push(record);
    }
    return [record];
  }

  #record(name: string, { person: whose, archived }: Holding, owner: WorldRecord | undefined): WorldRecord {
    const { manifest, file, config } = this.parts;
    const spec = manifest.collections[name];
    const template = file.records[name];
    if (spec === undefined || template === undefined) throw new Error(`The world has no record of "${name}".`);
    this.#number += 1;
    const within = this.#withinFor(name);
    const parent = owner?.members ?? {};
    const [listing = {}] = Object.values(within);
    const scope: Scope = { n: this.#number, person: whose as unknown as JsonObject, owner: parent, listing };
    const past = archived === name ? archivedIn(file, name) : undefined;
    const raw = filled({ ...template, ...past?.record }, scope) as JsonObject;
    const set = { config, parent, ...within };
    const members = membersOf(raw, spec, set);
    const key = spec.key.map((field) => members[field] as string | number);
    return { collection: name, raw, members, key, person: whose, owner, within, shownBy: past?.shownBy };
  }

  /** Records go round the items of the listings that their collection is asked through. */
  #withinFor(name: string): JsonObject {
    const spec = this.parts.manifest.collections[name];
    const names = [...(spec?.find ?? []), ...Object.values(spec?.of ?? {})].flatMap((each) => each.for);
    const last = names.at(-1);
    const items = last === undefined ? [] : (this.#listings.get(last) ?? []);
    const item = items[this.#number % Math.max(1, items.length)];
    return last === undefined || item === undefined ? {} : { [last]: item.item, ...item.within };
  }

  #itemsOf(name: string): readonly ListingItem[] {
    const { manifest, file } = this.parts;
    const { for: [over] = [], periods } = manifest.listings[name] ?? {};
    if (periods !== undefined) return periodsUntil(new Date(START), periods).map((item) => ({ item, within: {} }));
    const outer = over === undefined ? [{}] : this.#itemsOf(over).map(({ item, within }) => ({ ...within, [over]: item }));
    const templates = file.listings[name] ?? [];
    return outer.flatMap((within, index) =>
      templates.map((template) => ({ item: filled(template, { n: index, ...within }), within })),
    );
  }
}

function archivedIn(
  { archived }: WorldFile,
  name: string,
): Exclude<WorldFile['archived'], string | undefined>[string] | undefined {
  return typeof archived === 'object' ? archived[name] : undefined;
}

/** Collections, each after those whose records can own its own. */
function ownersFirst({ collections }: Manifest): readonly string[] {
  const placed = new Set<string>();
  const place = (name: string): void => {
    Object.keys(collections[name]?.of ?? {}).forEach(place);
    placed.add(name);
  };
  Object.keys(collections).forEach(place);
  return [...placed];
}

/** A template of a world with values in its holes: one that is a single hole keeps the value's type, and is null without one. */
function filled(template: JsonValue, scope: Scope): JsonValue {
  if (typeof template === 'string') return filledText(template, scope);
  if (Array.isArray(template)) return (template as readonly JsonValue[]).map((each) => filled(each, scope));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, inner]) => [name, filled(inner, scope)]));
}

function filledText(text: string, scope: Scope): JsonValue {
  const parts = parseTemplate(text);
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object') return valueAt(scope, only.path) ?? null;
  return parts.map((part) => (typeof part === 'string' ? part : textOf(valueAt(scope, part.path)))).join('');
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The fields of a record by their names: what the documentation of manifests says of `record`, `lift` and `set`. */
export function membersOf(
  raw: JsonObject,
  { record, lift, set }: Pick<Manifest['collections'][string], 'record' | 'lift' | 'set'>,
  scope: Scope,
): JsonObject {
  const unwrapped = (record === undefined ? raw : valueOf(raw, record)) as JsonObject;
  const plain = Object.entries(unwrapped).filter(([name]) => !lift.includes(name));
  const lifted = lift.flatMap((group) => Object.entries((unwrapped[group] ?? {}) as JsonObject));
  const added = Object.entries(set).map(
    ([name, text]) => [name, fill(parseTemplate(text), { ...scope, digest: digestOf(raw) }, (value) => value)] as const,
  );
  const names = new Set(plain.map(([name]) => name));
  return Object.fromEntries([...plain, ...lifted.filter(([name]) => !names.has(name)), ...added]);
}

/** The texts of a field in which identifiers stand. */
export function textsAt({ members }: WorldRecord, field: string, at: string | undefined): readonly string[] {
  const value = members[field] ?? null;
  const found = at === undefined ? [value] : valuesAt(value, at);
  return found
    .flatMap((each) => (Array.isArray(each) ? (each as readonly JsonValue[]) : [each]))
    .filter((each) => typeof each === 'string' || typeof each === 'number')
    .map(String)
    .filter((text) => text !== '');
}

/** Somebody who is only in a world to own a number of records of one collection. */
export function ownerOf(collection: string, count: number): Holding {
  return { person: person({ email: `owner.of.${count}@example.org` }), counts: { [collection]: count } };
}
