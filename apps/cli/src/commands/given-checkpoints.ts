import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInputError } from '@habeas/connector-sdk';
import { type Checkpoint, type NoteVerifierKey, openCheckpoint, parseVerifierKey } from '@habeas/vault';

const SUFFIX = '.checkpoint';

/**
 * The checkpoints in files and folders, each signed with one of the keys. A key is given as it is, or as a file that holds it.
 * Throws `InvalidInputError` where one cannot be read, or none of the keys has signed it: what is not signed says nothing.
 */
export async function givenCheckpoints(places: readonly string[], keys: readonly string[]): Promise<readonly Checkpoint[]> {
  if (places.length === 0) return [];
  if (keys.length === 0) throw fault('--key', 'it is missing, and a checkpoint says nothing without it', KEY_REMEDY);
  const verifiers = await givenKeys(keys);
  const files = (await Promise.all(places.map(filesAt))).flat();
  return Promise.all(files.map((file) => checkpointIn(file, verifiers)));
}

/** Public keys of a trail, each as it is or as a file that holds it. Throws `InvalidInputError` where one is none. */
export function givenKeys(keys: readonly string[]): Promise<readonly NoteVerifierKey[]> {
  return Promise.all(keys.map(verifierOf));
}

const KEY_REMEDY = 'give the public key as the service printed it: npm run operate -- trail-key';

async function verifierOf(given: string): Promise<NoteVerifierKey> {
  const text = given.includes('+') ? given : (await textOf(given)).trim();
  const key = parseVerifierKey(text);
  if (key === undefined) throw fault('--key', 'this is no public key of a trail', KEY_REMEDY);
  return key;
}

async function filesAt(place: string): Promise<readonly string[]> {
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [place];
  const names = (await readdir(place)).filter((name) => name.endsWith(SUFFIX)).sort();
  if (names.length === 0) throw fault(place, 'there is no checkpoint in this folder', `their names end in ${SUFFIX}`);
  return names.map((name) => join(place, name));
}

async function checkpointIn(file: string, verifiers: readonly NoteVerifierKey[]): Promise<Checkpoint> {
  const note = await textOf(file);
  const [checkpoint] = verifiers.map((key) => openCheckpoint(note, key)).filter((opened) => opened !== undefined);
  if (checkpoint !== undefined) return checkpoint;
  const what = 'it is no checkpoint, or was not signed with this key';
  throw fault(file, what, 'give every key that the trail has had; else it was forged or damaged');
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw fault(file, 'it cannot be read', 'check the path');
  }
}

function fault(file: string, what: string, remedy: string): InvalidInputError {
  return new InvalidInputError([{ file, what, remedy }]);
}
