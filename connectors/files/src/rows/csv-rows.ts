import { Readable } from 'node:stream';
import { ConnectorError } from '@habeas/connector-sdk';
import { CsvError, parse } from 'csv-parse';
import type { TableConfig } from '../config.js';
import { columnNames, named } from './header.js';
import type { FileItem } from './row.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Characters of one row, beyond which a quote was never closed. */
const MOST_CHARACTERS = 20_000_000;

/** The rows of a CSV file. Throws `contract` with the line where a row has more cells than the header, or a quote is out of place. */
export async function* csvRows(
  text: AsyncIterable<string>,
  { delimiter, headerLine }: TableConfig,
  file: string,
): AsyncGenerator<FileItem, void, undefined> {
  const { start, rest } = await untilLine(text, headerLine);
  const parser = parse({
    bom: true,
    delimiter: delimiter ?? delimiterOf(start),
    from_line: headerLine,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_CHARACTERS,
    info: true,
  });
  let names: readonly string[] | undefined;
  try {
    for await (const { record, info } of Readable.from(rest).compose(parser) as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (names === undefined) {
        names = columnNames(record);
        yield { columns: names };
      } else yield { position: info.lines, values: named(names, record, `${file}, line ${String(info.lines)}`) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw brokenCsv(error, file);
    throw error;
  }
}

function brokenCsv(error: CsvError, file: string): ConnectorError {
  const line: unknown = error['lines'];
  const where = typeof line === 'number' ? `, line ${String(line)}` : '';
  return new ConnectorError('contract', `${file}${where}: this is no CSV: a quote does not stand where one may.`, {
    remedy: 'Export the file again, or name its delimiter.',
    cause: error,
  });
}

/** The header's line and what came with it, and the whole text again. */
async function untilLine(text: AsyncIterable<string>, line: number): Promise<{ start: string; rest: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  let read = '';
  while (read.split('\n').length <= line) {
    const next = await iterator.next();
    if (next.done === true) break;
    read += next.value;
  }
  const start = read.split('\n')[line - 1] ?? '';
  return { start, rest: continued(read, iterator) };
}

async function* continued(read: string, iterator: AsyncIterator<string>): AsyncGenerator<string, void, undefined> {
  yield read;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
}

/** The delimiter that the header has most of, outside quotes. */
function delimiterOf(header: string): string {
  const bare = header.replaceAll(/"[^"]*"/gu, '');
  return DELIMITERS.reduce((most, next) => (bare.split(next).length > bare.split(most).length ? next : most));
}
