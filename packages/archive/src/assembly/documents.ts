import { ArchiveError } from '../archive-error.js';
import type { Bag } from '../bag/bag.js';
import type { ArchiveDocument, ArchiveOptions, MadeTables } from '../options.js';

const FOLDER = 'data/report';
const NAME = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/u;

/** A file for people that is in the archive. */
export interface WrittenDocument extends Pick<ArchiveDocument, 'title'> {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Writes the files for people, each as it comes. Throws `ArchiveError` for a name that is none, or that comes twice. */
export async function addDocuments(
  bag: Bag,
  { documents, signal }: ArchiveOptions,
  made: MadeTables,
): Promise<readonly WrittenDocument[]> {
  const written = new Map<string, WrittenDocument>();
  for await (const { name, title, content } of documents?.(made) ?? []) {
    signal?.throwIfAborted();
    if (!NAME.test(name) || written.has(name)) {
      throw new ArchiveError('options', 'a document needs a name of its own, of lower-case letters, digits, dots and hyphens');
    }
    const file = await bag.addPayload(`${FOLDER}/${name}`, content);
    written.set(name, { ...file, title });
  }
  return [...written.values()];
}
