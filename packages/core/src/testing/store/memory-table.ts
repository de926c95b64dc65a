/** What a transaction has changed, and how that is undone. */
export class MemoryJournal {
  readonly #undo: (() => void)[] = [];

  note(undo: () => void): void {
    this.#undo.push(undo);
  }

  keep(): void {
    this.#undo.length = 0;
  }

  rollBack(): void {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }
}

/** Rows by key, in the order they were added. Rows are copied and frozen when they are put: a database keeps no references either. */
export class MemoryTable<T extends object> {
  readonly #rows = new Map<string, T>();

  constructor(private readonly journal: MemoryJournal) {}

  get(key: string): T | undefined {
    return this.#rows.get(key);
  }

  /** Throws where the key exists, as a primary key does. */
  add(key: string, row: T): void {
    if (this.#rows.has(key)) throw new Error('There is a row with this key already.');
    this.put(key, row);
  }

  put(key: string, row: T): void {
    this.#restoreLater(key);
    this.#rows.set(key, frozen(row) as T);
  }

  remove(key: string): void {
    this.#restoreLater(key);
    this.#rows.delete(key);
  }

  removeWhere(matches: (row: T) => boolean): void {
    for (const [key, row] of [...this.#rows]) if (matches(row)) this.remove(key);
  }

  where(matches: (row: T) => boolean): T[] {
    return [...this.#rows.values()].filter(matches);
  }

  get size(): number {
    return this.#rows.size;
  }

  #restoreLater(key: string): void {
    const before = this.#rows.get(key);
    this.journal.note(() => {
      if (before === undefined) this.#rows.delete(key);
      else this.#rows.set(key, before);
    });
  }
}

/** One key of several parts. */
export function keyOf(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts);
}

/** -1, 0 or 1 by the first of the parts that differ. */
export function compareParts(left: readonly (string | number)[], right: readonly (string | number)[]): number {
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other !== undefined && part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

function frozen(value: unknown): unknown {
  if (value instanceof Date) return new Date(value);
  if (Array.isArray(value)) return Object.freeze(value.map(frozen));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.freeze(Object.fromEntries(entries.map(([name, each]) => [name, frozen(each)])));
}
