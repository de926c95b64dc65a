import type { JsonObject } from '@habeas/connector-sdk';
import { TableSyntaxError } from '../csv/read-csv.js';

const LINE_FEED = 0x0a;
const LONGEST_LINE = 512 * 1024 * 1024;

/**
 * Reads a JSON table as we write it: one array, one object per line. Gives batches of records; throws
 * {@link TableSyntaxError} for anything else, also for a line of more than 512 MiB.
 */
export async function* readJsonRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly JsonObject[]> {
  const parser = new LineParser();
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const batch: JsonObject[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      const line = Buffer.concat([...rest, chunk.subarray(start, end)]);
      rest = [];
      length = 0;
      start = end + 1;
      const record = parser.take(line);
      if (record !== undefined) batch.push(record);
    }
    rest.push(Buffer.from(chunk.subarray(start)));
    length += chunk.length - start;
    if (length > LONGEST_LINE) throw new TableSyntaxError(parser.rows, 'the line is too long');
    if (batch.length > 0) yield batch;
  }
  parser.end(length);
}

/** Knows which line may come next: `[`, records with commas between them, `]`. */
class LineParser {
  rows = 0;
  #state: 'start' | 'rows' | 'last' | 'end' = 'start';
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  take(line: Uint8Array): JsonObject | undefined {
    const text = this.#decode(line);
    if (this.#state === 'start' && text === '[') this.#state = 'rows';
    else if (text === ']' && (this.#state === 'last' || (this.#state === 'rows' && this.rows === 0))) this.#state = 'end';
    else if (this.#state === 'rows') return this.#record(text);
    else throw new TableSyntaxError(this.rows, 'the lines do not make one array');
    return undefined;
  }

  end(left: number): void {
    if (this.#state !== 'end' || left > 0) throw new TableSyntaxError(this.rows, 'the array has no end, or something behind it');
  }

  #record(line: string): JsonObject {
    const more = line.endsWith(',');
    this.rows += 1;
    if (!more) this.#state = 'last';
    const value = this.#parse(more ? line.slice(0, -1) : line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
    throw new TableSyntaxError(this.rows, 'the line is no object');
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw new TableSyntaxError(this.rows, 'the line is no JSON');
    }
  }

  #decode(line: Uint8Array): string {
    try {
      return this.#decoder.decode(line);
    } catch {
      throw new TableSyntaxError(this.rows, 'the text is not UTF-8');
    }
  }
}
