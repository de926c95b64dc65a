import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDurably, S3BlobStore, VaultError } from '@habeas/vault';
import type { S3Config } from '../config/s3-config.js';

/** A place outside of the store that keeps checkpoints, so that whoever holds the store cannot rewrite the trail unseen. */
export interface CheckpointPlace {
  /** The same for the same place. */
  readonly id: string;
  /** Resolves once the file is there for good. Rejects where there is another one of that name: none is ever replaced. */
  put(name: string, note: string): Promise<void>;
}

/** A folder that exists, such as a mount of another machine: one that is not there is a fault, and is not made. */
export function directoryPlace(folder: string): CheckpointPlace {
  return {
    id: idOf('directory', folder),
    put: async (name, note) => {
      const path = join(folder, name);
      if (await createDurably(path, note, 0o644)) return;
      if ((await readFile(path, 'utf8')) !== note)
        throw new VaultError('blob-conflict', 'there is another checkpoint of that name');
    },
  };
}

/** A prefix of a bucket, one with object lock at best. */
export function s3Place(s3: S3Config): CheckpointPlace {
  return {
    id: idOf('s3', [s3.endpoint, s3.bucket, s3.prefix].join('\n')),
    put: async (name, note) => {
      const bucket = await S3BlobStore.open(s3);
      await bucket.put(name, bytesOf(note));
    },
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one piece
async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

function idOf(kind: string, place: string): string {
  return `${kind}-${createHash('sha256').update(place).digest('hex').slice(0, 16)}`;
}
