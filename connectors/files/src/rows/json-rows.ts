import { Readable, type Duplex } from 'node:stream';
import { ConnectorError, parseFaithfulJson, type JsonObject, type JsonValue } from '@habeas/connector-sdk';
import { parser } from 'stream-json';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import type { TableConfig } from '../config.js';
import { isSystemError, type FileRow } from './row.js';

/** Characters of one line, beyond which the file is no JSON Lines. */
const MOST_CHARACTERS = 50_000_000;

/** The rows of a document that is, or at `records` holds, a list of records. Numbers keep their digits. Throws `contract` for any other. */
export async function* jsonRows(
  text: AsyncIterable<string>,
  { records }: TableConfig,
  file: string,
): AsyncGenerator<FileRow, void, undefined> {
  const start = { isFound: false };
  const tokens = Readable.from(text).compose<Duplex>(parser.asStream({ packValues: true }));
  const picked = records === undefined ? tokens : tokens.compose<Duplex>(pick.asStream({ filter: records }));
  const list = Readable.from(noticed(picked, start)).compose<Duplex>(streamArray.asStream({ numberAsString: true }));
  let position = 0;
  try {
    for await (const { value } of list as AsyncIterable<{ value: JsonValue }>) {
      position += 1;
      yield rowOf(value, position, file);
    }
  } catch (error) {
    throw error instanceof ConnectorError || isSystemError(error) ? error : brokenJson(file, position + 1, error);
  }
  if (!start.isFound)
    throw new ConnectorError('contract', `${file}: nothing stands at "${records ?? '.'}".`, { remedy: 'Mend records.' });
}

/** An empty list is one; that there is no list is another thing. */
async function* noticed(tokens: AsyncIterable<unknown>, start: { isFound: boolean }): AsyncGenerator<unknown, void, undefined> {
  for await (const token of tokens) {
    start.isFound = true;
    yield token;
  }
}

/** The rows of a file with a JSON document in each line. Empty lines are left out. */
export async function* jsonLineRows(text: AsyncIterable<string>, file: string): AsyncGenerator<FileRow, void, undefined> {
  let position = 0;
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MOST_CHARACTERS) throw brokenJson(file, position + 1, undefined);
    for (const line of lines) {
      position += 1;
      yield* lineRow(line, position, file);
    }
  }
  yield* lineRow(rest, position + 1, file);
}

function* lineRow(line: string, position: number, file: string): Iterable<FileRow> {
  if (line.trim() === '') return;
  const value = parseFaithfulJson(line);
  if (value === undefined) throw brokenJson(file, position, undefined);
  yield rowOf(value, position, file);
}

function rowOf(value: JsonValue, position: number, file: string): FileRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw brokenJson(file, position, undefined);
  const cells = Object.entries(value as JsonObject).map(([name, each]) => [name, cellOf(each)] as const);
  return { position, values: new Map(cells) };
}

/** Lists and groups are kept as JSON: the data map gives such a column the type json. */
function cellOf(value: JsonValue): string | null {
  if (value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function brokenJson(file: string, position: number, cause: unknown): ConnectorError {
  return new ConnectorError('contract', `${file}: record ${String(position)} is no JSON group of a list.`, {
    remedy: 'The file has to be a list of groups, or have a group in each line; name the place of the list in records.',
    cause,
  });
}
