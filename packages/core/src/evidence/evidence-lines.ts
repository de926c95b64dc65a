import type { FoundFile, JsonObject, SourceRecord, Via } from '@habeas/connector-sdk';

/** A file as evidence keeps it: its bytes in the line, or in a blob of its own. */
export type KeptFile = Omit<FoundFile, 'open'> & ({ readonly base64: string } | { readonly blob: string });

/** One line of a segment: how the next records were reached, a record, or a file. */
export type EvidenceLine =
  | { readonly via: readonly Via[] }
  | { readonly key: SourceRecord['key']; readonly data: JsonObject }
  | { readonly file: KeptFile };

/** Writes records as lines. How they were reached stands once before those that share it: a million records may. */
export class RecordLines {
  #via: readonly Via[] | undefined;

  lines({ key, data, via }: SourceRecord): string {
    const line = `${JSON.stringify({ key, data })}\n`;
    if (via === this.#via) return line;
    this.#via = via;
    return `${JSON.stringify({ via })}\n${line}`;
  }

  /** A new segment begins: it can be read without the one before. */
  restart(): void {
    this.#via = undefined;
  }
}

/** The lines of a segment, from its bytes. */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<EvidenceLine, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of bytes) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const lines = text.split('\n');
    rest = lines.splice(-1).join('');
    for (const line of lines) yield JSON.parse(line) as EvidenceLine;
  }
  if (rest + decoder.decode() !== '') throw new Error('A segment of evidence ends within a line.');
}
