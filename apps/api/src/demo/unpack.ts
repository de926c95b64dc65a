import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/** Unpacks an archive that was verified into the folder it stands in, and returns the folder that it made there. */
export async function unpack(archive: string): Promise<string> {
  const folder = dirname(archive);
  const zip = await openPromise(archive);
  let top = '';
  for await (const entry of zip.eachEntry()) {
    top ||= entry.fileName.split('/', 1)[0] ?? '';
    const target = join(folder, entry.fileName);
    await mkdir(dirname(target), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
  }
  return join(folder, top);
}
