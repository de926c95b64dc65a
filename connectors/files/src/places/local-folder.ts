import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ConnectorError } from '@habeas/connector-sdk';
import { isShown, type FilePlace, type TableFile } from './file-place.js';

/** A folder of this machine. Throws `not-found` where there is none. */
export function localFolder(folder: string, signal: AbortSignal): FilePlace {
  return {
    async files() {
      try {
        const home = await realpath(folder);
        const names = (await readdir(home)).filter(isShown).sort();
        const files = await Promise.all(names.map((name) => fileAt(home, name, signal)));
        return files.flatMap((file) => (file === undefined ? [] : [file]));
      } catch (cause) {
        throw new ConnectorError('not-found', 'The folder does not exist, or cannot be read.', { cause });
      }
    },
    close: () => Promise.resolve(),
  };
}

async function fileAt(home: string, name: string, signal: AbortSignal): Promise<TableFile | undefined> {
  const path = await realpath(join(home, name));
  const about = await stat(path);
  if (!about.isFile() || !path.startsWith(join(home, '/'))) return undefined;
  return {
    name,
    bytes: about.size,
    chunks: () => createReadStream(path, { signal }) as AsyncIterable<Uint8Array>,
    localPath: () => Promise.resolve(path),
  };
}
