import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreRefused, withoutValues } from './store-fault.js';
import { storePlace } from './store-url.js';

/**
 * Copies a store in SQLite into a new file while it is used, as it stands at one moment, and resolves when the copy is whole
 * and on disk. Throws `StoreRefused` where the file exists, and for a store on a server: that is what `mysqldump` is for.
 */
export async function backupStore(url: string, file: string): Promise<void> {
  const place = storePlace(url);
  if (place.product !== 'sqlite')
    throw new StoreRefused('A store on a server is backed up by the server’s own tools (mysqldump).');
  if (await exists(file)) throw new StoreRefused('The file of the backup exists already. Name a new one.');
  const unfinished = `${file}.unfinished`;
  await rm(unfinished, { force: true });
  try {
    copy(place.path, unfinished);
    await toDisk(unfinished);
    await rename(unfinished, file);
    await toDisk(dirname(file));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw withoutValues(error);
  }
}

function copy(path: string, file: string): void {
  const database = new Database(path, { fileMustExist: true });
  try {
    database.prepare('VACUUM INTO ?').run(file);
  } finally {
    database.close();
  }
  const check = new Database(file, { readonly: true });
  try {
    if (check.pragma('integrity_check', { simple: true }) !== 'ok')
      throw new StoreRefused('The copy is damaged. Check the disk, then try again.');
  } finally {
    check.close();
  }
}

/** SQLite does not wait for the disk here. The owner alone reads the copy, as the store itself. */
async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    if ((await handle.stat()).isFile()) await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
