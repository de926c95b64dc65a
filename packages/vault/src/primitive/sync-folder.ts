import { open } from 'node:fs/promises';

/** Makes a new, renamed or removed entry of a folder survive a crash of the machine. Rejects where the system cannot. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
