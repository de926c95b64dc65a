import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../vault-error.js';

/** The names of the blobs below a folder that begin with a prefix, in ascending order; `path` is the folder's own name with its `/`. */
export async function* namesBelow(root: string, path: string, prefix: string): AsyncGenerator<string> {
  const found = (await entriesOf(root, path))
    .filter((entry) => !entry.name.startsWith('.'))
    .map((entry) => ({ folder: entry.isDirectory(), name: `${path}${entry.name}${entry.isDirectory() ? '/' : ''}` }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { folder, name } of found) {
    if (!folder && name.startsWith(prefix)) yield name;
    // Nothing below a folder matches unless one of the two begins with the other.
    if (folder && (name.startsWith(prefix) || prefix.startsWith(name))) yield* namesBelow(root, name, prefix);
  }
}

async function entriesOf(root: string, path: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(join(root, path), { withFileTypes: true });
  } catch (error) {
    // Removed with its last blob since it was seen; but the store's own folder has to be there.
    if (systemCode(error) === 'ENOENT' && path !== '') return [];
    throw error;
  }
}
