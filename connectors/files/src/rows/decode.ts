import type { TableConfig } from '../config.js';

const MARKS: readonly (readonly [string, string])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];
/** The bytes of the longest mark. */
const MARK_BYTES = 3;

/**
 * The text of a file, piece by piece, in the encoding that its mark says, else in the one that is configured, else UTF-8.
 * Bytes that are no text of that encoding become U+FFFD, which the engine notes.
 */
export async function* textOf(
  chunks: AsyncIterable<Uint8Array>,
  encoding: TableConfig['encoding'],
): AsyncGenerator<string, void, undefined> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of withWholeMark(chunks)) {
    decoder ??= new TextDecoder(markedEncoding(chunk) ?? encoding ?? 'utf-8');
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield rest;
}

/** The same bytes; the first chunk has the mark, however short the ones are that it is made of. */
async function* withWholeMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let start: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of chunks) {
    if (start === undefined) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < MARK_BYTES) continue;
    yield start;
    start = undefined;
  }
  if (start !== undefined && start.length > 0) yield start;
}

function markedEncoding(start: Uint8Array): string | undefined {
  const digits = Buffer.from(start.subarray(0, MARK_BYTES)).toString('hex');
  return MARKS.find(([mark]) => digits.startsWith(mark))?.[1];
}
