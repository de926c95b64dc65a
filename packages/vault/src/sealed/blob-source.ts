import type { BlobStore } from '@habeas/core';
import { missing } from '../blob/blob-fault.js';
import type { SealedSource } from './open-sealed.js';

/** A blob as what {@link openSealed} reads from. Rejects with `blob-missing`. */
export async function blobSource(store: BlobStore, name: string): Promise<SealedSource> {
  const stat = await store.stat(name);
  if (stat === undefined) throw missing();
  return { size: stat.size, read: (start, end) => store.open(name, { start, end }) };
}
