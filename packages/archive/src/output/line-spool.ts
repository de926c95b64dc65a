import type { JsonValue } from '@habeas/connector-sdk';
import type { Scratch, Spool } from './spool.js';

const BATCH_TEXT = 64 * 1024;
const LINE_FEED = 0x0a;

/** Rows that are written first and read back later, as JSON lines in a {@link Spool}. */
export class LineSpool<Row extends JsonValue> {
  readonly #spool: Spool;
  #pending = '';
  #rows = 0;

  constructor(scratch: Scratch) {
    this.#spool = scratch.spool();
  }

  get rows(): number {
    return this.#rows;
  }

  /** Takes a row. What was taken stays in memory until {@link LineSpool.flush}. */
  add(row: Row): void {
    this.#pending += `${JSON.stringify(row)}\n`;
    this.#rows += 1;
  }

  /** Moves what was taken out of the way. */
  async flush(): Promise<void> {
    const pending = this.#pending;
    this.#pending = '';
    if (pending !== '') await this.#spool.append(Buffer.from(pending));
  }

  /** All rows in order, in batches. */
  async *batches(): AsyncGenerator<readonly Row[]> {
    await this.flush();
    let rest: Buffer[] = [];
    let batch: Row[] = [];
    let size = 0;
    for await (const chunk of this.#spool.read()) {
      let start = 0;
      for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
        const line = Buffer.concat([...rest, chunk.subarray(start, end)]).toString();
        rest = [];
        start = end + 1;
        batch.push(JSON.parse(line) as Row);
        size += line.length;
      }
      rest.push(Buffer.from(chunk.subarray(start)));
      if (size < BATCH_TEXT) continue;
      yield batch;
      batch = [];
      size = 0;
    }
    if (batch.length > 0) yield batch;
  }
}
