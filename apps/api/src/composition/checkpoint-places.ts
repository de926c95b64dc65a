import { createHash, randomUUID } from 'node:crypto';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { S3BlobStore } from '@habeas/vault';
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
      if (!(await stat(folder)).isDirectory()) throw new Error('The folder of checkpoints is none.');
      const unfinished = join(folder, `.${randomUUID()}`);
      try {
        await writeDurably(unfinished, note);
        await link(unfinished, join(folder, name)).catch(async (error: unknown) => {
          if ((await readFile(join(folder, name), 'utf8').catch(() => undefined)) !== note) throw error;
        });
        await toDisk(folder);
      } finally {
        await rm(unfinished, { force: true });
      }
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

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o644);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function toDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
