import { fileId, recordId, type CarriageNote, type JsonObject, type JsonValue } from '../../src/index.js';
import type { MemoryDatabase, Row } from './memory-database.js';
import { refersTo, type MemoryField, type MemoryMap } from './memory-map.js';
import { convert } from './memory-values.js';

/** What a session needs beside its database and map. */
export interface MemoryOptions {
  readonly batchSize: number;
  readonly signal: AbortSignal;
  readonly phoneRegion: string | undefined;
}

/** What of a row could not be carried. */
export type Loss = Pick<CarriageNote, 'field' | 'kind'>;

/** The rows of collections, and what they hold. */
export class MemoryRows {
  constructor(
    readonly database: MemoryDatabase,
    readonly map: MemoryMap,
    readonly options: MemoryOptions,
  ) {}

  of(collection: string): AsyncIterable<Row> {
    return this.database.rows(this.map.table(collection), this.map.mapped(collection), this.options.signal);
  }

  id(collection: string, row: Row): string {
    return recordId(this.map.keyOf(collection, row));
  }

  values(collection: string, row: Row): { data: JsonObject; losses: readonly Loss[] } {
    const data = Object.create(null) as Record<string, JsonValue>;
    const losses: Loss[] = [];
    for (const field of this.map.fields(collection)) {
      const { value, note } = this.value(collection, row, field);
      data[field.name] = value;
      if (note !== undefined) losses.push({ field: field.name, kind: note });
    }
    return { data, losses };
  }

  private value(collection: string, row: Row, { name, column, spec, described }: MemoryField): ReturnType<typeof convert> {
    const value = row.get(column) ?? null;
    if (described.type !== 'file' || !(value instanceof Uint8Array)) return convert(value, described.type, spec?.charset);
    return { value: { file: fileId(collection, this.map.keyOf(collection, row), name), bytes: value.length } };
  }

  async context(collection: string, row: Row): Promise<JsonObject> {
    const context: Record<string, JsonValue> = {};
    for (const { name, path } of this.map.shown(collection)) context[name] = await this.follow(collection, row, path);
    return context;
  }

  private async follow(collection: string, row: Row, path: readonly string[]): Promise<JsonValue> {
    const [step = '', ...rest] = path;
    if (rest.length === 0) return this.values(collection, row).data[step] ?? null;
    const { to, on } = this.map.collection(collection).references[step] ?? { to: '', on: {} };
    for await (const other of this.of(to)) {
      if (refersTo(row, on, other)) return this.follow(to, other, rest);
    }
    return null;
  }
}
