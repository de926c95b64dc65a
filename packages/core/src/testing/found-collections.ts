import type { CollectionSpec, FieldSpec, FoundFile, JsonObject, SourceRecord } from '@habeas/connector-sdk';
import type { Account, CollectionFindings, Findings, SourceDescription } from '../findings/findings.js';

/** One collection as found, in memory. */
export interface FoundCollection {
  readonly source?: string;
  readonly spec: CollectionSpec;
  readonly records?: readonly SourceRecord[];
  readonly files?: readonly FoundFile[];
}

/** A collection with these fields; the first is its key. */
export function collectionOf(name: string, fields: readonly FieldSpec[], more: Partial<CollectionSpec> = {}): CollectionSpec {
  return {
    name,
    personal: 'subject',
    key: fields.slice(0, 1).map(({ name: key }) => key),
    fields,
    withheld: [],
    lookups: [],
    ownedBy: [],
    gaps: [],
    ...more,
  };
}

/** A record by its key and data; without a root it is one itself. */
export function recordOf(
  collection: string,
  key: number,
  data: JsonObject,
  root?: { readonly collection: string; readonly recordId: string },
): SourceRecord {
  const own = { collection, recordId: String(key) };
  return { key: [key], data, via: [root === undefined ? { root: own, path: [] } : { root, path: [`${collection}.owner`] }] };
}

export function sourceOf(id: string): SourceDescription {
  return { id, title: id, connector: { id: 'fake', version: '1' } };
}

/** Findings of these collections, one record in a batch. */
export function foundFindings(collections: readonly FoundCollection[]): Findings {
  async function* all(): AsyncGenerator<CollectionFindings> {
    await Promise.resolve();
    for (const { source = 'crm', spec, records = [], files = [] } of collections) {
      yield {
        source: sourceOf(source),
        collection: spec,
        records: () => streamed(records.map((record) => [record])),
        files: () => streamed(files),
      };
    }
  }
  return { collections: all, matches: () => [], account: () => ({ complete: true }) as Account };
}

async function* streamed<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

/** Consumes findings; what came, by collection. */
export async function consumed(findings: Findings): Promise<
  readonly {
    readonly collection: string;
    readonly fields: readonly string[];
    readonly data: readonly JsonObject[];
    readonly files: readonly string[];
    readonly found: CollectionFindings;
  }[]
> {
  const came = [];
  for await (const found of findings.collections()) {
    const data: JsonObject[] = [];
    const files: string[] = [];
    for await (const batch of found.records()) data.push(...batch.map((record) => record.data));
    for await (const file of found.files()) files.push(file.id);
    const { name, fields } = found.collection;
    came.push({ collection: name, fields: fields.map((field) => field.name), data, files, found });
  }
  return came;
}
