import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { ByteRange } from '@habeas/core';
import { fillings } from '../primitive/fillings.js';
import { systemCode, VaultError } from '../vault-error.js';
import { conflict, missing, unavailable } from './blob-fault.js';
import { lawfulRange } from './blob-name.js';

const FILE_MODE = 0o600;
const READ_BYTES = 256 * 1024;
const WRITE_BYTES = 256 * 1024;

const CODES = {
  'blob-full': new Set(['ENOSPC', 'EDQUOT', 'EFBIG']),
  'blob-conflict': new Set(['ENOTDIR', 'EEXIST']),
} as const;

/** Writes a new file, mode 0600, and returns once its bytes are on disk. */
export async function writeDurably(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const buffer = Buffer.allocUnsafeSlow(WRITE_BYTES);
  const handle = await open(path, 'wx', FILE_MODE);
  try {
    for await (const fill of fillings(buffer, content)) await writeFully(handle, buffer.subarray(0, fill));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The bytes of a file; `blob-missing` where that is a folder or a link to somewhere else. */
export async function* readBlobFile(path: string, range?: ByteRange): AsyncGenerator<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw missing();
    const { start, end } = lawfulRange(range ?? { start: 0, end: found.size }, found.size);
    for (let at = start; at < end;) {
      const buffer = Buffer.allocUnsafeSlow(Math.min(READ_BYTES, end - at));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) throw unavailable('a blob became shorter while it was read');
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** A failed system call as what the store promises to throw. */
export function faultOf(error: unknown): VaultError {
  if (error instanceof VaultError) return error;
  const code = systemCode(error) ?? '';
  if (CODES['blob-full'].has(code)) return new VaultError('blob-full', 'there is no space left for the blob', { cause: error });
  if (CODES['blob-conflict'].has(code)) return conflict();
  return unavailable('the folder of the blobs cannot be used', error);
}

async function writeFully(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
}
