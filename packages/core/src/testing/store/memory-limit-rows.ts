import type { LimitEntry } from '../../limits/limit-entry.js';
import type { LimitRows } from '../../ports/limit-rows.js';
import { type MemoryJournal, MemoryTable } from './memory-table.js';

/** Limits in memory. */
export class MemoryLimitRows implements LimitRows {
  readonly #entries: MemoryTable<LimitEntry>;

  constructor(journal: MemoryJournal) {
    this.#entries = new MemoryTable(journal);
  }

  lock(entry: string): Promise<LimitEntry | undefined> {
    return Promise.resolve(this.#entries.get(entry));
  }

  put(entry: LimitEntry): Promise<void> {
    this.#entries.put(entry.entry, entry);
    return Promise.resolve();
  }

  removeExpired(before: Date): Promise<void> {
    this.#entries.removeWhere(({ expiresAt }) => expiresAt < before);
    return Promise.resolve();
  }
}
