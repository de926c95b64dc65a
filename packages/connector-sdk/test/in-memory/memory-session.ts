import type {
  CollectionHealth,
  CollectionSpec,
  DescribedCollection,
  Item,
  Located,
  Match,
  PlannedCost,
  ReadRequest,
  Session,
  SourceHealth,
  SubjectQuery,
} from '../../src/index.js';
import { locateIn } from './memory-locate.js';
import { readCollection } from './memory-read.js';
import type { MemoryRows } from './memory-rows.js';

/** The contract over a database in memory, done the plain way: every search scans, every path is walked row by row. */
export class MemorySession implements Session {
  constructor(private readonly rows: MemoryRows) {}

  get collections(): readonly CollectionSpec[] {
    return this.rows.map.names.map((name) => this.rows.map.describe(name));
  }

  check(): Promise<SourceHealth> {
    const collections = this.rows.map.names.map((name) => this.healthOf(name));
    return Promise.resolve({ system: 'Memory 1.0', readOnly: 'proved', collections, advice: [] });
  }

  private healthOf(collection: string): CollectionHealth {
    const { database, map } = this.rows;
    const table = map.table(collection);
    const ill = (status: CollectionHealth['status'], errorClass: 'permission' | 'not-found' | 'contract'): CollectionHealth => ({
      collection,
      status,
      problems: [{ errorClass, message: `Table "${table}" is ${status}.`, remedy: 'Mend the data map or the database.' }],
    });
    const columns = database.columns(table)?.columns.map(({ name }) => name);
    if (columns === undefined) return ill('absent', 'not-found');
    if (database.isDenied(table)) return ill('denied', 'permission');
    if (map.mapped(collection).some((column) => !columns.includes(column))) return ill('drifted', 'contract');
    return { collection, status: 'ok', problems: [] };
  }

  plan({ identifiers }: SubjectQuery): Promise<PlannedCost> {
    const kinds = new Set<string>(identifiers.map(({ kind }) => kind));
    const collections = this.collections
      .filter(({ personal }) => personal === 'subject')
      .map(({ name, lookups }) => ({
        collection: name,
        lookups: lookups.filter(({ kind }) => kinds.has(kind)),
        paths: Object.entries(this.rows.map.collection(name).references)
          .filter(([, { as }]) => as === 'owned')
          .map(([reference, { to }]) => `${to} > ${name} (${reference})`),
        calls: 1,
      }));
    return Promise.resolve({ collections });
  }

  async *describe(): AsyncIterable<DescribedCollection> {
    for (const { name, key, columns } of this.rows.database.all()) {
      await Promise.resolve();
      const fields = columns.map((column) => ({
        name: column.name,
        nativeType: column.type,
        type: 'string' as const,
        nullable: true,
      }));
      yield { name, key, fields, references: [], indexes: [] };
    }
  }

  async *locate({ identifiers }: SubjectQuery): AsyncIterable<Match | Located> {
    const kinds = new Set<string>(identifiers.map(({ kind }) => kind));
    for (const { name, lookups, personal } of this.collections) {
      const isSearchable = personal === 'subject' && lookups.some(({ kind }) => kinds.has(kind));
      if (isSearchable) yield* locateIn(this.rows, name, identifiers);
    }
  }

  read(request: ReadRequest): AsyncIterable<Item> {
    return readCollection(this.rows, request);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
