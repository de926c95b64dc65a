import { type CarriageNotes, fileId, type JsonObject, type JsonValue, type RecordKey } from '@habeas/connector-sdk';
import type { SqlRow, SqlValue } from '../database.js';
import { oncePer } from '../once.js';
import type { Conform } from '../value/conform.js';
import { keyPart } from '../value/key-codec.js';
import { conformOf } from './field-conform.js';
import type { Selected, Selection } from './selection.js';

type MutableRow = Record<string, SqlValue>;

/** What follows from a selection, and is the same for all reads. */
interface RowShape {
  readonly keyAliases: readonly string[];
  /** The fields whose values are not carried just as they arrive. */
  readonly changing: readonly Selected[];
  readonly files: readonly Selected[];
  /** Whether every field arrives under its own name. */
  readonly isNamed: boolean;
  /** A record whose fields are null. A field called `__proto__` is one like any other. */
  readonly empty: JsonObject;
}

const shapeOf = oncePer(({ collection: { key }, fields, rules }: Selection): RowShape => ({
  keyAliases: key.map((field) => fields.find((each) => each.field === field)?.alias ?? field.name),
  changing: fields.filter(({ field }) => conformOf(field, rules, () => undefined) !== undefined),
  files: fields.filter(({ field }) => field.type === 'file'),
  isNamed: fields.every(({ name, alias }) => name === alias),
  empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
}));

/** Turns rows into keys and data. Made once for a statement, so that only the columns that need it are looked at. */
export class RowReader {
  readonly #selection: Selection;
  readonly #shape: RowShape;
  readonly #conforms: readonly { readonly alias: string; readonly conform: Conform }[];
  readonly #asItIs: boolean;

  /** `asItIs`: rows hold nothing beside the selected fields, and become the data themselves. */
  constructor(selection: Selection, { notes, asItIs }: { readonly notes: CarriageNotes; readonly asItIs: boolean }) {
    this.#selection = selection;
    this.#shape = shapeOf(selection);
    this.#conforms = this.#shape.changing.flatMap(({ name, alias, field }) => {
      const conform = conformOf(field, selection.rules, (kind) => {
        notes.add(name, kind);
      });
      return conform === undefined ? [] : [{ alias, conform }];
    });
    this.#asItIs = asItIs && this.#shape.isNamed;
  }

  /** The row's key, or `undefined` where a part of it is null. To be asked before {@link data}. */
  key(row: SqlRow): RecordKey | undefined {
    const { keyAliases } = this.#shape;
    const [only] = keyAliases;
    if (only !== undefined && keyAliases.length === 1) {
      const part = keyPart(row[only] ?? null);
      return part === undefined ? undefined : [part]; // a list that grows takes room for seventeen
    }
    const parts: RecordKey[number][] = [];
    for (const alias of keyAliases) {
      const part = keyPart(row[alias] ?? null);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    return parts;
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
    for (const { name, alias } of this.#shape.files) own[alias] = this.#fileReference(own[alias] ?? null, key, name);
    return this.#asItIs ? (own as JsonObject) : this.#renamed(own);
  }

  #fileReference(bytes: SqlValue, key: RecordKey, field: string): JsonValue {
    return bytes === null ? null : { file: fileId(this.#selection.collection.name, key, field), bytes: Number(bytes) };
  }

  /** Copies of one empty record take their values in place, which costs half of what building an object does. */
  #renamed(row: MutableRow): JsonObject {
    const data: Record<string, JsonValue> = { ...this.#shape.empty };
    for (const { name, alias } of this.#selection.fields) data[name] = row[alias] as JsonValue;
    return data;
  }
}
