import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Product } from './column-types.js';
import { withoutValues } from './store-fault.js';

/** One product's way to transactions. */
export interface Engine {
  readonly product: Product;
  readonly dataSource: DataSource;
  /**
   * Runs `work` in one transaction that has written to disk when the promise resolves. What the database undid because of
   * another transaction, or because it was gone, is tried again while its patience lasts.
   */
  run<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T>;
  /** Waits for what runs, and closes. */
  close(): Promise<void>;
}

/** The database has undone a transaction, or has not begun it: it may be run again. */
export class Undone extends Error {
  override readonly name = 'Undone';
  readonly code = 'UNDONE';

  constructor(readonly reason: unknown) {
    super('The transaction was undone.');
  }
}

/** Whether an error says that a transaction may be run again. */
export function isUndone(error: unknown): error is Undone {
  return (error as { readonly code?: unknown } | undefined)?.code === 'UNDONE';
}

/** Runs an attempt until it is not undone, with pauses of up to a quarter of a second, and no longer than `patienceMs`. */
export async function persevere<T>(patienceMs: number, attempt: () => Promise<T>): Promise<T> {
  const end = performance.now() + patienceMs;
  for (let longest = 8; ; longest = Math.min(longest * 2, 250)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isUndone(error)) throw withoutValues(error);
      if (performance.now() >= end) throw withoutValues(error.reason);
    }
    await pause(randomInt(1, longest));
  }
}
