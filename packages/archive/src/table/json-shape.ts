import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import type { Cell } from './column.js';

const DEEPEST = 8;
const MOST_PROPERTIES = 200;

/** What values had in common, in the words of JSON Schema 2020-12 that this package uses; `{}` allows anything. */
export interface ShapeSchema {
  readonly type?: readonly string[];
  readonly properties?: Readonly<Record<string, ShapeSchema>>;
  readonly items?: ShapeSchema;
}

/**
 * Learns what nested values look like as they go by, in bounded memory: beyond eight levels, and beyond 200 names in one
 * object, anything is allowed.
 */
export class JsonShape {
  readonly #types = new Set<string>();
  readonly #properties = new Map<string, JsonShape>();
  #items: JsonShape | undefined;

  constructor(private readonly depth = 1) {}

  /** Whether a value had values in it. */
  get isNested(): boolean {
    return this.#types.has('object') || this.#types.has('array');
  }

  see(value: JsonValue): void {
    this.#types.add(typeOf(value));
    if (typeof value !== 'object' || value === null || this.depth >= DEEPEST) return;
    if (Array.isArray(value))
      for (const item of value as readonly JsonValue[]) (this.#items ??= new JsonShape(this.depth + 1)).see(item);
    else for (const [name, property] of Object.entries(value as JsonObject)) this.#property(name)?.see(property);
  }

  schema(): ShapeSchema {
    const properties = Object.fromEntries([...this.#properties].sort(byName).map(([name, shape]) => [name, shape.schema()]));
    return {
      type: [...new Set([...this.#types, 'null'])].sort(), // sources have no value in one record and one in the next
      ...(this.#properties.size === 0 ? {} : { properties }),
      ...(this.#items === undefined ? {} : { items: this.#items.schema() }),
    };
  }

  #property(name: string): JsonShape | undefined {
    const known = this.#properties.get(name);
    if (known !== undefined || this.#properties.size >= MOST_PROPERTIES) return known;
    const fresh = new JsonShape(this.depth + 1);
    this.#properties.set(name, fresh);
    return fresh;
  }
}

/** Whether a value is as the schema says; `null` always is. */
export function hasShape(value: Cell, { type, properties, items }: ShapeSchema): boolean {
  if (value === undefined || value === null) return true;
  if (type !== undefined && !hasType(value, type)) return false;
  if (typeof value !== 'object') return true;
  if (Array.isArray(value)) return items === undefined || (value as readonly JsonValue[]).every((item) => hasShape(item, items));
  return Object.entries(properties ?? {}).every(
    ([name, schema]) => !Object.hasOwn(value, name) || hasShape((value as JsonObject)[name], schema),
  );
}

function hasType(value: JsonValue, types: readonly string[]): boolean {
  const type = typeOf(value);
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
