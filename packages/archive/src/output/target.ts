import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { ArchiveError } from '../archive-error.js';

/** Where an archive's bytes go. Exactly one of `commit` and `discard` ends it. */
export interface Target {
  /** Takes the bytes in order and honours back-pressure: the caller leaves them alone until it resolves. */
  write(bytes: Uint8Array): Promise<void>;
  /** Makes the archive appear under its name, on disk for good. */
  commit(): Promise<void>;
  /** Leaves nothing that looks like an archive. Never throws. */
  discard(reason: unknown): Promise<void>;
}

/** A file that carries the name `<path>.partial` until it is whole, or a stream that is ended only when all went well. */
export async function openTarget(out: string | Writable): Promise<Target> {
  return typeof out === 'string' ? openFileTarget(out) : openStreamTarget(out);
}

async function openFileTarget(path: string): Promise<Target> {
  const partial = `${path}.partial`;
  const handle = await open(partial, 'w', 0o600).catch((cause: unknown) => {
    throw new ArchiveError('output', 'the archive cannot be written: its folder is missing or not writable', { cause });
  });
  return {
    write: (bytes) => writeFully(handle, bytes),
    async commit() {
      await handle.sync();
      await handle.close();
      await rename(partial, path);
      await syncFolder(dirname(path));
    },
    async discard() {
      await handle.close().catch(() => undefined);
      await rm(partial, { force: true });
    },
  };
}

async function writeFully(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
}

/** Without it a crash of the machine may undo the rename. Some file systems have no such call: then nothing is lost but this. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
}

function openStreamTarget(stream: Writable): Target {
  let failure: unknown;
  stream.on('error', (error) => (failure ??= error));
  const settled = (step: (done: (error?: Error | null) => void) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const fail = (cause?: unknown): void => {
        reject(new ArchiveError('output', 'the stream the archive is written to failed', { cause: cause ?? failure }));
      };
      if (failure !== undefined || stream.destroyed) {
        fail();
        return;
      }
      const onClose = (): void => {
        fail();
      };
      stream.once('close', onClose);
      step((error) => {
        stream.off('close', onClose);
        if (error) fail(error);
        else resolve();
      });
    });
  return {
    write: (bytes) =>
      settled((done) => {
        stream.write(bytes, done);
      }),
    commit: () =>
      settled((done) => {
        stream.end(done);
      }),
    discard(reason) {
      stream.destroy(reason instanceof Error ? reason : undefined);
      return Promise.resolve();
    },
  };
}
