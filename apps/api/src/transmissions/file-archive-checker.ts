import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyHandle } from '@habeas/archive';
import type { ArchiveChecker } from '@habeas/core';

const MEBIBYTE = 1024 * 1024;
/** What one byte of an archive may unpack to, over all of it: tables of text come to ten or twenty. */
const MOST_UNPACKED = 200;
const MOST_ENTRIES = 100_000;

/**
 * Looks at archives of strangers as `habeas verify` does. A ZIP file can only be read from its end, so it lies in a file of this folder
 * meanwhile: one without a name, for this account alone, that is gone with the process whatever ends it.
 */
export class FileArchiveChecker implements ArchiveChecker {
  constructor(private readonly folder: string) {}

  async faultOf(content: AsyncIterable<Uint8Array>, bytes: number): Promise<string | undefined> {
    const handle = await nameless(this.folder);
    try {
      for await (const part of content) await handle.writeFile(part);
      const limits = { entries: MOST_ENTRIES, bytes: bytes * MOST_UNPACKED + 16 * MEBIBYTE };
      const { verification } = await verifyHandle(handle, { limits, mostProblems: 1 });
      return verification.ok ? undefined : (verification.problems[0]?.code ?? 'unknown');
    } finally {
      await handle.close();
    }
  }
}

async function nameless(folder: string): Promise<FileHandle> {
  const path = join(folder, `.arrived-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  return handle;
}
