import { ConnectorError } from '../../src/index.js';
import type { LoadedWorld, World, WorldTable, WorldValue } from '../../src/testing/index.js';

/** A row by column. A map, since a column may be called `__proto__`. */
export type Row = ReadonlyMap<string, WorldValue>;

/** A world kept in memory, which can be refused, damaged, held and counted like a real database. */
export class MemoryDatabase {
  readonly password = 'open sesame';
  private readonly tables: Map<string, WorldTable>;
  private readonly denied = new Set<string>();
  private readonly held = new Map<string, Promise<void>>();
  private readonly lost = new Set<string>();
  private cuts = 0;
  private active = 0;

  constructor(world: World) {
    this.tables = new Map(world.tables.map((table) => [table.name, table]));
  }

  /** The columns of a table that exist, or `undefined` where it does not. */
  columns(name: string): WorldTable | undefined {
    const table = this.tables.get(name);
    if (table === undefined) return undefined;
    return { ...table, columns: table.columns.filter(({ name: column }) => !this.lost.has(`${name}.${column}`)) };
  }

  isDenied(name: string): boolean {
    return this.denied.has(name);
  }

  all(): readonly WorldTable[] {
    return [...this.tables.values()];
  }

  /** The rows of a table, one after the other, as a statement would give them. */
  async *rows(name: string, columns: readonly string[], signal: AbortSignal): AsyncGenerator<Row> {
    const { cuts } = this;
    this.active += 1;
    try {
      await abortable(this.held.get(name), signal);
      const table = this.readable(name, columns);
      for (const values of table.rows) {
        if (signal.aborted) throw new ConnectorError('aborted', 'The search was cancelled.');
        if (this.cuts > cuts) throw new ConnectorError('transient', 'The connection was lost.');
        yield new Map(table.columns.map(({ name: column }, index) => [column, values[index] ?? null]));
      }
    } finally {
      this.active -= 1;
    }
  }

  private readable(name: string, columns: readonly string[]): WorldTable {
    const table = this.tables.get(name);
    if (table === undefined) throw new ConnectorError('not-found', `There is no table "${name}".`, { collection: name });
    if (this.denied.has(name)) throw new ConnectorError('permission', `Table "${name}" may not be read.`, { collection: name });
    const gone = columns.find((column) => !this.columns(name)?.columns.some((existing) => existing.name === column));
    if (gone !== undefined)
      throw new ConnectorError('contract', `Table "${name}" has no column "${gone}".`, { collection: name });
    return table;
  }

  /** What an administrator can do to it. */
  loaded(): LoadedWorld {
    const does = (act: () => unknown): Promise<void> => {
      act();
      return Promise.resolve();
    };
    return {
      config: { database: this, password: this.password },
      badConfig: { database: this, password: 'guessed' },
      secrets: [this.password],
      deny: (table) => does(() => this.denied.add(table)),
      dropColumn: (table, column) => does(() => this.lost.add(`${table}.${column}`)),
      dropTable: (table) => does(() => this.tables.delete(table)),
      killConnections: () => does(() => (this.cuts += 1)),
      hold: (table) => Promise.resolve(this.hold(table)),
      activeStatements: () => Promise.resolve(this.active),
      attemptWrite: () => Promise.resolve('refused'),
      drop: () =>
        does(() => {
          this.tables.clear();
        }),
    };
  }

  private hold(table: string): () => Promise<void> {
    let release: () => void = () => undefined;
    this.held.set(table, new Promise<void>((resolve) => (release = resolve)));
    return () => {
      release();
      return Promise.resolve();
    };
  }
}

async function abortable(waiting: Promise<void> | undefined, signal: AbortSignal): Promise<void> {
  const aborted = (): ConnectorError => new ConnectorError('aborted', 'The search was cancelled.');
  if (signal.aborted) throw aborted();
  if (waiting === undefined) return;
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(aborted());
    });
  });
  await Promise.race([waiting, stopped]);
}
