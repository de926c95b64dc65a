import {
  ConnectorError,
  type CollectionSpec,
  type DataMap,
  type DataMapCollection,
  type DataMapField,
  type FieldSpec,
  type Lookup,
} from '../../src/index.js';
import type { MemoryDatabase, Row } from './memory-database.js';
import { fieldTypeOf } from './memory-values.js';

/** A field of a collection and the column it stands for. */
export interface MemoryField {
  readonly name: string;
  readonly column: string;
  readonly spec: DataMapField | undefined;
  readonly described: FieldSpec;
}

/** An owned reference as seen from the owner. */
export interface Child {
  readonly collection: string;
  readonly reference: string;
  readonly on: Readonly<Record<string, string>>;
}

/** A data map over a {@link MemoryDatabase}, as the database is when it is first asked. */
export class MemoryMap {
  private readonly found = new Map<string, unknown>();

  constructor(
    private readonly map: DataMap,
    private readonly database: MemoryDatabase,
  ) {}

  get names(): readonly string[] {
    return Object.keys(this.map.collections);
  }

  private once<T>(name: string, find: () => T): T {
    if (!this.found.has(name)) this.found.set(name, find());
    return this.found.get(name) as T;
  }

  collection(name: string): DataMapCollection {
    const found = this.map.collections[name];
    if (found === undefined) throw new ConnectorError('contract', `There is no collection "${name}".`, { collection: name });
    return found;
  }

  table(name: string): string {
    return this.collection(name).table ?? name;
  }

  key(name: string): readonly string[] {
    return this.once(`key ${name}`, () => this.collection(name).key ?? this.database.columns(this.table(name))?.key ?? []);
  }

  keyOf(name: string, row: Row): readonly (string | number)[] {
    return this.key(name).map((column) => row.get(column) as string | number);
  }

  /** The columns that the map speaks of. */
  mapped(name: string): readonly string[] {
    const { fields, references } = this.collection(name);
    const columns = Object.entries(fields).map(([field, { column }]) => column ?? field);
    return [...new Set([...columns, ...Object.values(references).flatMap(({ on }) => Object.keys(on)), ...this.key(name)])];
  }

  fields(name: string): readonly MemoryField[] {
    return this.once(`fields ${name}`, () => this.findFields(name));
  }

  private findFields(name: string): readonly MemoryField[] {
    const { fields } = this.collection(name);
    const columns = this.database.columns(this.table(name))?.columns ?? [];
    const known = new Set(this.mapped(name));
    const described = new Map(Object.entries(fields).map(([field, spec]) => [spec.column ?? field, { field, spec }]));
    return columns.flatMap(({ name: column, type }) => {
      const found = described.get(column);
      if (found?.spec.secret === true) return [];
      const field = found?.field ?? column;
      const fieldType = found?.spec.type ?? fieldTypeOf(type);
      const unclassified = known.has(column) ? {} : { unclassified: true };
      return [{ name: field, column, spec: found?.spec, described: { name: field, type: fieldType, ...unclassified } }];
    });
  }

  /** The fields that the context references of a collection show, with the way to each. */
  shown(name: string): readonly { name: string; context: string; path: readonly string[] }[] {
    return Object.entries(this.collection(name).references)
      .filter(([, { as }]) => as === 'context')
      .flatMap(([reference, { show }]) =>
        show.map((field) => ({ name: `${reference}.${field}`, context: reference, path: [reference, ...field.split('.')] })),
      );
  }

  children(owner: string): readonly Child[] {
    return this.once(`children ${owner}`, () => this.findChildren(owner));
  }

  private findChildren(owner: string): readonly Child[] {
    return this.names.flatMap((collection) =>
      Object.entries(this.collection(collection).references)
        .filter(([, { as, to }]) => as === 'owned' && to === owner)
        .map(([reference, { on }]) => ({ collection, reference, on })),
    );
  }

  describe(name: string): CollectionSpec {
    return this.once(`spec ${name}`, () => this.findSpec(name));
  }

  private findSpec(name: string): CollectionSpec {
    const { personal, reason, gaps } = this.collection(name);
    const context = this.shown(name).map(({ name: field, context: from }): FieldSpec => ({
      name: field,
      type: 'string',
      context: from,
    }));
    return {
      name,
      personal,
      ...(reason === undefined ? {} : { reason }),
      key: this.key(name),
      fields: [...this.fields(name).map(({ described }) => described), ...context],
      withheld: Object.entries(this.collection(name).fields).flatMap(([field, { secret }]) => (secret ? [field] : [])),
      lookups: this.lookups(name),
      ownedBy: [...this.ancestors(name)].filter((ancestor) => ancestor !== name),
      gaps,
    };
  }

  /** The identifier fields by which a collection is found: its own, and those of rows that say whose they are. */
  lookups(name: string): readonly Lookup[] {
    const own = this.identifying(name, 'self');
    const below = this.children(name).flatMap(({ collection }) => this.identifying(collection, 'owner'));
    return [...own, ...below];
  }

  private identifying(name: string, of: 'self' | 'owner'): readonly Lookup[] {
    return Object.entries(this.collection(name).fields).flatMap(([field, { identifier }]) => {
      if (identifier?.of !== of || !['email', 'phone', 'id'].includes(identifier.kind)) return [];
      const namespace = 'namespace' in identifier ? identifier.namespace : undefined;
      return [
        { kind: identifier.kind, field: `${name}.${field}`, mode: 'index', ...(namespace === undefined ? {} : { namespace }) },
      ];
    });
  }

  private ancestors(name: string): ReadonlySet<string> {
    const found = new Set<string>();
    const pending = [name];
    for (const next of pending) {
      for (const { as, to } of Object.values(this.collection(next).references)) {
        if (as !== 'owned' || found.has(to)) continue;
        found.add(to);
        pending.push(to);
      }
    }
    return found;
  }
}

/** Whether two rows hold the same values in the columns of a reference. */
export function refersTo(child: Row, on: Readonly<Record<string, string>>, owner: Row): boolean {
  return Object.entries(on).every(([own, other]) => {
    const value = child.get(own) ?? null;
    return value !== null && value === (owner.get(other) ?? null);
  });
}
