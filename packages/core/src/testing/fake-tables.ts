import {
  type CollectionSpec,
  type FoundIdentifier,
  type Identifier,
  type JsonObject,
  type Lookup,
  type RecordKey,
  recordId,
  toIdentifiers,
  type Via,
} from '@habeas/connector-sdk';
import type { Root } from '../reading/root-set.js';
import type { FakeCollection, FakeScript } from './fake-script.js';

/** The tables of a scripted source, as a session sees them. */
export class FakeTables {
  constructor(private readonly script: FakeScript) {}

  get specs(): readonly CollectionSpec[] {
    return Object.entries(this.script.collections).map(([name, collection]) => ({
      name,
      personal: 'subject',
      key: keyFields(collection),
      fields: Object.keys(collection.rows[0] ?? {}).map((field) => ({
        name: field,
        type: field === collection.file ? 'file' : 'string',
        thirdParty: collection.thirdParty?.includes(field) ?? false,
        freeText: collection.freeText?.includes(field) ?? false,
      })),
      withheld: [],
      lookups: lookupsOf(collection),
      ownedBy: this.#ownersOf(collection),
      gaps: [],
      ...collection.spec,
    }));
  }

  collection(name: string): FakeCollection {
    return this.script.collections[name] ?? { rows: [] };
  }

  key(name: string, row: JsonObject): RecordKey {
    return keyFields(this.collection(name)).map((field) => row[field] as string | number);
  }

  /** Every identifier on a row. */
  identifiers(name: string, row: JsonObject): readonly FoundIdentifier[] {
    return Object.entries(this.collection(name).identifiers!).flatMap(([field, { kind, namespace, part }]) => {
      const options = {
        ...(namespace === undefined ? {} : { namespace }),
        ...(this.script.phoneRegion === undefined ? {} : { phoneRegion: this.script.phoneRegion }),
      };
      return toIdentifiers(kind, textOf(row[field]), options).map((identifier: Identifier) => ({
        identifier,
        field: `${name}.${field}`,
        ...(part === undefined ? {} : { part }),
      }));
    });
  }

  /** How a row belongs to any of the roots: as one itself, or through its owners. */
  via(name: string, row: JsonObject, roots: readonly Root[]): readonly Via[] {
    const id = recordId(this.key(name, row));
    const isRoot = roots.some(({ collection, key }) => collection === name && recordId(key) === id);
    const self = isRoot ? [{ root: { collection: name, recordId: id }, path: [] }] : [];
    const { owner } = this.collection(name);
    if (owner === undefined) return self;
    const owners = this.collection(owner.collection).rows.filter(
      (each) => recordId(this.key(owner.collection, each)) === textOf(row[owner.field]),
    );
    const step = `${name}.${owner.collection}`;
    const above = owners.flatMap((each) => this.via(owner.collection, each, roots));
    return [...self, ...above.map(({ root, path }) => ({ root, path: [...path, step] }))];
  }

  #ownersOf({ owner }: FakeCollection): readonly string[] {
    return owner === undefined ? [] : [owner.collection, ...this.#ownersOf(this.collection(owner.collection))];
  }
}

/** A value as text; nothing for null and for a field that is not there. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function keyFields({ key }: FakeCollection): readonly string[] {
  return key ?? ['id'];
}

function lookupsOf({ identifiers = {} }: FakeCollection): readonly Lookup[] {
  return Object.entries(identifiers).map(([field, { kind, namespace, mode = 'index' }]) => ({
    kind,
    field,
    mode,
    ...(namespace === undefined ? {} : { namespace }),
  }));
}
