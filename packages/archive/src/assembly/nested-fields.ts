import type { JsonValue } from '@habeas/connector-sdk';
import type { Scratch } from '../output/spool.js';
import { ChildTable } from '../table/child-table.js';
import { JsonShape, type ShapeSchema } from '../table/json-shape.js';
import type { TableFormat } from '../table/table-writer.js';
import type { ArchiveTable } from './archive-table.js';

/** A JSON Schema (2020-12) for the nested fields of a table's records. */
export interface RecordSchema {
  readonly $schema: string;
  readonly title: string;
  readonly type: 'object';
  readonly properties: Readonly<Record<string, ShapeSchema>>;
}

/** The nested values of one collection: unfolded into child tables for CSV, described by their shape for JSON. */
export class NestedFields {
  readonly #children = new Map<string, ChildTable>();
  readonly #shapes = new Map<string, JsonShape>();

  constructor(
    private readonly format: TableFormat,
    private readonly scratch: Scratch,
  ) {}

  /** The child tables that have rows, by field. */
  get children(): readonly (readonly [field: string, child: ChildTable])[] {
    return [...this.#children].filter(([, child]) => child.rows > 0);
  }

  /** Takes a value of a field of type `json`. */
  take(field: string, record: string, value: Exclude<JsonValue, null>): void {
    if (this.format === 'json') entryOf(this.#shapes, field, () => new JsonShape()).see(value);
    else if (typeof value === 'object') entryOf(this.#children, field, () => new ChildTable(this.scratch)).take(record, value);
  }

  /** Empties what nested values left in memory. */
  async flush(): Promise<void> {
    for (const child of this.#children.values()) await child.flush();
  }

  /** Of the fields in which something nested was seen. Absent where there is none, and in CSV. */
  schema({ name }: Pick<ArchiveTable, 'name'>): RecordSchema | undefined {
    const shapes = [...this.#shapes].filter(([, shape]) => shape.isNested);
    if (shapes.length === 0) return undefined;
    const properties = Object.fromEntries(shapes.map(([field, shape]) => [field, shape.schema()]));
    return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: name, type: 'object', properties };
  }
}

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  map.set(key, fresh);
  return fresh;
}
