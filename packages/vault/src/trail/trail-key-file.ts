import { open } from 'node:fs/promises';
import { createDurably } from '../primitive/durable-file.js';
import { systemCode, VaultError } from '../vault-error.js';
import { NoteSignerKey } from './note-key.js';

const OTHERS = 0o077;

/**
 * The key that checkpoints of the trail are signed with, from its file; made there, mode 0600, where there is none, under the name
 * that `nameNew` gives. Of several processes that make one at once, one wins and all get its key. Rejects with
 * `trail-key-permissions`, `trail-key-format` or `trail-key-io`; a file that is there is never replaced.
 */
export async function openTrailKey(path: string, nameNew: () => string): Promise<NoteSignerKey> {
  const found = await readTrailKey(path);
  if (found !== undefined) return found;
  const made = NoteSignerKey.generate(nameNew());
  if (await write(path, `${made.print()}\n`)) return made;
  const theirs = await readTrailKey(path);
  if (theirs === undefined) throw fault('io', 'the key of the trail was made and removed again at once');
  return theirs;
}

/** The key in a file; `undefined` where there is no file. Rejects as {@link openTrailKey}. */
export async function readTrailKey(path: string): Promise<NoteSignerKey | undefined> {
  const text = await readPrivate(path);
  if (text === undefined) return undefined;
  const key = NoteSignerKey.parse(text.trimEnd());
  if (key === undefined) throw fault('format', 'this is no key of a trail; restore it from its own backup');
  return key;
}

async function readPrivate(path: string): Promise<string | undefined> {
  try {
    const handle = await open(path, 'r');
    try {
      if (((await handle.stat()).mode & OTHERS) === 0) return await handle.readFile('utf8');
      throw fault('permissions', 'the key of the trail must be readable by its owner alone: chmod 600');
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error instanceof VaultError ? error : fault('io', 'the key of the trail cannot be read', error);
  }
}

/** False where somebody else was first. */
async function write(path: string, text: string): Promise<boolean> {
  try {
    return await createDurably(path, text, 0o600);
  } catch (error) {
    throw fault('io', 'the key of the trail cannot be written', error);
  }
}

function fault(what: 'format' | 'io' | 'permissions', message: string, cause?: unknown): VaultError {
  return new VaultError(`trail-key-${what}`, message, cause === undefined ? undefined : { cause });
}
