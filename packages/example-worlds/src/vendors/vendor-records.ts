import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import type { HeldRecord } from '@habeas/rest-engine/fake-vendor';
import type { RecordName, Root } from '../world/source-builder.js';

/** A kind of record at a vendor: its collection in the connector's manifest, and the fields of its key. */
export interface VendorPlace {
  readonly collection: string;
  readonly key: readonly string[];
}

/** A record at a vendor that identifiers lead to, and all that hangs from it. */
export interface VendorRoot extends Root {
  readonly held: HeldRecord;
}

/** Collects what a vendor holds, as `SourceBuilder` does the rows of a database, and notes for each record what it hangs from. */
export class VendorRecords {
  readonly #records: HeldRecord[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(readonly source: string) {}

  /** All records, owners first. */
  get records(): readonly HeldRecord[] {
    return this.#records;
  }

  /** The next number of a series: 1, 2, 3 … */
  next(series: string): number {
    const number = (this.#numbers.get(series) ?? 0) + 1;
    this.#numbers.set(series, number);
    return number;
  }

  /** A record that identifiers lead to. */
  root(where: VendorPlace, raw: JsonObject): VendorRoot {
    return { ...this.#name(where, raw), owned: [], held: this.#hold({ collection: where.collection, raw }) };
  }

  /** A record that hangs from another. `set` is what the manifest takes of its key from the owner. */
  owned(owner: VendorRoot, where: VendorPlace, raw: JsonObject, set: JsonObject = {}): VendorRoot {
    const name = this.#name(where, { ...raw, ...set });
    owner.owned.push(name);
    const held = this.#hold({ collection: where.collection, raw, owner: owner.held });
    return { ...name, owned: [], held };
  }

  #hold(record: HeldRecord): HeldRecord {
    this.#records.push(record);
    return record;
  }

  #name({ collection, key }: VendorPlace, members: JsonObject): RecordName {
    const values = key.map((field) => textOf(members[field]));
    return { source: this.source, collection, recordId: values.length === 1 ? values.join('') : JSON.stringify(values) };
  }
}

function textOf(value: JsonValue | undefined): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new TypeError('a part of a key is a text or a number');
}
