import { randomUUID } from 'node:crypto';
import { link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from '../vault-error.js';
import { syncFolder } from './sync-folder.js';

/** Writes a new file, and resolves once its content is on the disk. Rejects where there is one of that name. */
export async function writeDurably(path: string, text: string, mode: number): Promise<void> {
  const handle = await open(path, 'wx', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Makes a file, whole or not at all, and resolves once it is there for good; with false where one of that name is there already, which
 * is left as it is. Its folder has to exist.
 */
export async function createDurably(path: string, text: string, mode: number): Promise<boolean> {
  const unfinished = `${path}.${randomUUID()}.next`;
  try {
    await writeDurably(unfinished, text, mode);
    const isNew = await linked(unfinished, path);
    // Of the other one too: whoever made it may have been killed before it was there for good
    await syncFolder(dirname(path));
    return isNew;
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}
