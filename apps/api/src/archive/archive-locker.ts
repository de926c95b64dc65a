import { createHash } from 'node:crypto';
import { lockArchive } from '@habeas/archive';
import type { ArchiveLocker, LockedArchive, LockedContent } from '@habeas/core';

/** Locks archives as `@habeas/archive` does, and says what came out. */
export const archiveLocker: ArchiveLocker = {
  lock(content: AsyncIterable<Uint8Array>, how: LockedArchive): LockedContent {
    const hash = createHash('sha256');
    let bytes = 0;
    let sha256: string | undefined;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const part of lockArchive(content, how)) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
      sha256 = hash.digest('hex');
    };
    return {
      content: counted(),
      result: () => {
        if (sha256 === undefined) throw new Error('The locked archive is not finished.');
        return { bytes, sha256 };
      },
    };
  },
};
