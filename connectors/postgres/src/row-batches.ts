import type { SqlRow } from '@habeas/sql-engine';
import type { PoolClient } from 'pg';
import type Cursor from 'pg-cursor';

/** The most rows in one batch. */
export const BATCH_SIZE = 500;
/** The first fetch is small: nobody knows yet how large the rows are, and most results are. */
const FIRST_FETCH = 16;
/** A fetch is a round trip, so it brings several batches, as long as it stays light. */
const LARGEST_FETCH = 4_000;
const FETCH_BYTES = 2 * 1024 * 1024;

/** The rows of a cursor in batches. One fetch is made ahead while the reader is busy with the one before; no more. */
export class RowBatches {
  #rows: readonly SqlRow[] = [];
  #at = 0;
  #ahead: Promise<readonly SqlRow[]> | undefined;
  #size = FIRST_FETCH;
  #bytesBefore: number;

  constructor(
    private readonly cursor: Cursor,
    private readonly client: PoolClient,
  ) {
    this.#bytesBefore = bytesRead(client);
    this.#fetchAhead();
  }

  /** Whether everything has come from the server: what waits for the reader needs no connection any more. */
  get isThrough(): boolean {
    return this.#ahead === undefined;
  }

  /** The next batch, or `undefined` after the last. Rejects with the driver's error. */
  async next(): Promise<readonly SqlRow[] | undefined> {
    if (this.#at >= this.#rows.length) await this.#refill();
    if (this.#rows.length === 0) return undefined;
    const batch = this.#rows.slice(this.#at, this.#at + BATCH_SIZE);
    this.#at += BATCH_SIZE;
    return batch;
  }

  async #refill(): Promise<void> {
    const asked = this.#size;
    this.#rows = (await this.#ahead) ?? [];
    this.#at = 0;
    this.#ahead = undefined;
    if (this.#rows.length < asked) return;
    this.#adapt();
    this.#fetchAhead();
  }

  #fetchAhead(): void {
    this.#ahead = this.cursor.read(this.#size) as Promise<readonly SqlRow[]>;
    this.#ahead.catch(() => undefined); // told to whoever asks for the batch
  }

  /** As many rows as a fetch may weigh, growing step by step. */
  #adapt(): void {
    const now = bytesRead(this.client);
    const perRow = Math.max(1, (now - this.#bytesBefore) / this.#rows.length);
    this.#bytesBefore = now;
    this.#size = Math.max(1, Math.min(LARGEST_FETCH, this.#size * 4, Math.floor(FETCH_BYTES / perRow)));
  }
}

function bytesRead(client: PoolClient): number {
  return (client.connection.stream as unknown as { readonly bytesRead: number }).bytesRead;
}
