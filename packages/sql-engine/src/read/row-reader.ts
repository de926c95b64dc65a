import { type CarriageNotes, fileId, type JsonObject, type JsonValue, type RecordKey } from '@habeas/connector-sdk';
import type { BoundCollection } from '../binding/bound-map.js';
import type { SqlRow, SqlValue } from '../database.js';
import type { Conform } from '../value/conform.js';
import { keyPart } from '../value/key-codec.js';
import { conformOf } from './field-conform.js';
import type { Selected, SelectionRules } from './selection.js';

type MutableRow = Record<string, SqlValue>;

/** Turns rows into keys and data. Made once for a statement, so that only the columns that need it are looked at. */
export class RowReader {
  readonly #keyAliases: readonly string[];
  readonly #conforms: readonly { readonly alias: string; readonly conform: Conform }[];
  readonly #files: readonly Selected[];
  readonly #collection: string;
  readonly #selected: readonly Selected[];
  readonly #asItIs: boolean;
  readonly #empty: JsonObject;

  /** `asItIs`: rows hold nothing beside the selected fields, and become the data themselves. */
  constructor(
    { name, key }: BoundCollection,
    selected: readonly Selected[],
    options: { readonly rules: SelectionRules; readonly notes: CarriageNotes; readonly asItIs: boolean },
  ) {
    this.#collection = name;
    this.#selected = selected;
    this.#keyAliases = key.map((field) => selected.find((each) => each.field === field)?.alias ?? field.name);
    this.#files = selected.filter(({ field }) => field.type === 'file');
    this.#conforms = selected.flatMap((each) => {
      const conform = conformOf(each.field, options.rules, (kind) => {
        options.notes.add(each.name, kind);
      });
      return conform === undefined ? [] : [{ alias: each.alias, conform }];
    });
    this.#asItIs = options.asItIs && selected.every(({ name: field, alias }) => field === alias);
    this.#empty = this.#asItIs ? {} : emptyRecord(selected);
  }

  /** The row's key, or `undefined` where a part of it is null. To be asked before {@link data}. */
  key(row: SqlRow): RecordKey | undefined {
    const parts = this.#keyAliases.map((alias) => keyPart(row[alias] ?? null));
    return parts.includes(undefined) ? undefined : (parts as RecordKey);
  }

  /** The row's data. The row is used up: nobody else holds it, and a million copies cost what reading costs. */
  data(row: SqlRow, key: RecordKey): JsonObject {
    const own = row as MutableRow;
    for (const { alias, conform } of this.#conforms) {
      const value = own[alias];
      if (value === null || value === undefined) continue;
      const carried = conform(value);
      if (carried !== value) own[alias] = carried; // most are what they were, and writing costs more than looking
    }
    for (const { name, alias } of this.#files) own[alias] = this.#fileReference(own[alias] ?? null, key, name);
    return this.#asItIs ? (own as JsonObject) : this.#renamed(own);
  }

  #fileReference(bytes: SqlValue, key: RecordKey, field: string): JsonValue {
    return bytes === null ? null : { file: fileId(this.#collection, key, field), bytes: Number(bytes) };
  }

  /** Copies of one empty record take their values in place, which costs half of what building an object does. */
  #renamed(row: MutableRow): JsonObject {
    const data: Record<string, JsonValue> = { ...this.#empty };
    for (const { name, alias } of this.#selected) data[name] = row[alias] as JsonValue;
    return data;
  }
}

/** A record whose fields are null. A field called `__proto__` is one like any other. */
function emptyRecord(selected: readonly Selected[]): JsonObject {
  return Object.fromEntries(selected.map(({ name }) => [name, null]));
}
