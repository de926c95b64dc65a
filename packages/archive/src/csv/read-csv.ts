/** A table that is not what RFC 4180 and our dialect say. `row` counts records from 1; 0 is the header. */
export class TableSyntaxError extends Error {
  override readonly name = 'TableSyntaxError';

  constructor(
    readonly row: number,
    message: string,
  ) {
    super(message);
  }
}

const LONGEST_ROW = 128 * 1024 * 1024;

/**
 * Reads a CSV table, strictly: UTF-8, `,`, CRLF behind every row, quotes only around whole cells and doubled within. Gives
 * batches of rows of cells as they stand there, the header first; `unguardCell` makes texts of them. Throws
 * {@link TableSyntaxError}, also for a row of more than 128 Mi characters.
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly (readonly string[])[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const reader = new RowReader();
  for await (const chunk of chunks) {
    const rows = reader.take(decode(() => decoder.decode(chunk, { stream: true }), reader.row));
    if (rows.length > 0) yield rows;
  }
  const last = reader.end(decode(() => decoder.decode(), reader.row));
  if (last.length > 0) yield last;
}

function decode(step: () => string, row: number): string {
  try {
    return step();
  } catch {
    throw new TableSyntaxError(row, 'the text is not UTF-8');
  }
}

/** Keeps what is left of a row until its end comes. */
class RowReader {
  row = 0;
  #rest = '';
  /** How long the rest must be before it is worth looking at again: a long cell is not scanned anew for every chunk. */
  #enough = 0;

  take(text: string): readonly (readonly string[])[] {
    this.#rest += text;
    if (this.#rest.length < this.#enough) return [];
    const rows: (readonly string[])[] = [];
    let start = 0;
    for (let end = this.#rest.indexOf('\n'); end >= 0; end = this.#rest.indexOf('\n', start)) {
      const found = this.#rowAt(start, end);
      if (found === undefined) break;
      rows.push(found.cells);
      this.row += 1;
      start = found.end;
    }
    this.#rest = this.#rest.slice(start);
    this.#enough = this.#rest.length * 2;
    if (this.#rest.length > LONGEST_ROW) throw new TableSyntaxError(this.row, 'the row is too long');
    return rows;
  }

  end(text: string): readonly (readonly string[])[] {
    this.#enough = 0;
    const rows = this.take(text);
    if (this.#rest !== '') throw new TableSyntaxError(this.row, 'the last row has no end');
    return rows;
  }

  #rowAt(start: number, lineEnd: number): { readonly cells: readonly string[]; readonly end: number } | undefined {
    const line = this.#rest.slice(start, lineEnd);
    if (line.includes('"')) return this.#quotedRowAt(start);
    if (!line.endsWith('\r') || line.indexOf('\r') < line.length - 1)
      throw new TableSyntaxError(this.row, 'a row ends without CRLF');
    return { cells: line.slice(0, -1).split(','), end: lineEnd + 1 };
  }

  /** Cell by cell; `undefined` where the row goes on beyond what is there. */
  #quotedRowAt(start: number): { readonly cells: readonly string[]; readonly end: number } | undefined {
    const cells: string[] = [];
    let at = start;
    for (;;) {
      const cell = this.#rest[at] === '"' ? this.#quotedCellAt(at) : this.#plainCellAt(at);
      if (cell === undefined) return undefined;
      cells.push(cell.text);
      at = cell.end;
      if (this.#rest[at] === ',') at += 1;
      else if (this.#rest.startsWith('\r\n', at)) return { cells, end: at + 2 };
      else if (at + 1 >= this.#rest.length) return undefined;
      else
        throw new TableSyntaxError(
          this.row,
          'text stands behind a closing quote, or a line break or quote in a cell without quotes',
        );
    }
  }

  #quotedCellAt(start: number): { readonly text: string; readonly end: number } | undefined {
    let from = start + 1;
    for (;;) {
      const quote = this.#rest.indexOf('"', from);
      if (quote < 0 || quote + 1 >= this.#rest.length) return undefined;
      if (this.#rest[quote + 1] !== '"') {
        return { text: this.#rest.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
      }
      from = quote + 2;
    }
  }

  #plainCellAt(start: number): { readonly text: string; readonly end: number } | undefined {
    PLAIN_END.lastIndex = start;
    const end = PLAIN_END.exec(this.#rest)?.index;
    return end === undefined ? undefined : { text: this.#rest.slice(start, end), end };
  }
}

const PLAIN_END = /[",\r\n]/g;
