import type { LimitEntry } from '../limits/limit-entry.js';

/** What was done how often that is limited. */
export interface LimitRows {
  /** Held until the transaction ends, also where there is none: two transactions never both see the last place free. */
  lock(entry: string): Promise<LimitEntry | undefined>;
  /** Replaces what was kept under its entry. */
  put(entry: LimitEntry): Promise<void>;
  removeExpired(before: Date): Promise<void>;
}
