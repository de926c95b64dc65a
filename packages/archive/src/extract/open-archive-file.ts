import type { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise } from 'yauzl';
import { type ArchiveBytes, WindowedReader } from './archive-bytes.js';

/** One file of an archive, as it was written. */
export interface ArchivedFile {
  /** In bytes, unpacked. */
  readonly size: number;
  /** Opens it, unpacked. The stream fails where it is not as large as it should be. */
  open(): Promise<Readable>;
}

/**
 * Finds one file of an archive that this package wrote, by its path below the top folder, in memory that grows neither with the
 * archive nor with the file; `undefined` where there is none. Only for archives that nobody else can change: what comes from
 * elsewhere is for `verifyArchive`. Rejects with what the reading of the bytes throws, and where they are no ZIP file.
 */
export async function openArchiveFile(bytes: ArchiveBytes, path: string): Promise<ArchivedFile | undefined> {
  const zip = await fromRandomAccessReaderPromise(new WindowedReader(bytes), bytes.size, { autoClose: false });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.slice(entry.fileName.indexOf('/') + 1) !== path) continue;
    return { size: entry.uncompressedSize, open: () => zip.openReadStreamPromise(entry) };
  }
  return undefined;
}
