import { existsSync } from 'node:fs';
import { appendFile, readFile, rename, rm } from 'node:fs/promises';
import { InvalidInputError } from '@habeas/connector-sdk';
import { type NoteVerifierKey, openTrailKey, parseVerifierKey, printVerifierKey, readTrailKey } from '@habeas/vault';
import { trailKeyFile } from '../composition/open-keys.js';
import type { ServiceConfig } from '../config/service-config.js';
import { type KnownCheckpoints, RENEWAL } from '../persistence/index.js';
import { exportTrail as writeTrail } from './export-trail.js';
import { noteOperation } from './note-operation.js';
import { configOf, type Operation, type OperatorDesk, required, storeUrlOf, WELL, withStore } from './operation.js';

/** `export-trail`: the whole trail as JSON lines, to be verified without the service. */
export const exportTrail: Operation = async (desk) => {
  await writeTrail(storeUrlOf(desk), required('out', desk.options.out));
  return WELL;
};

/** `trail-key`: the public key that checkpoints are verified with, for an auditor to keep. */
export const showTrailKey: Operation = async (desk) => {
  const key = await readTrailKey(trailKeyFile(configOf(desk)));
  if (key === undefined) throw noKey(configOf(desk));
  desk.say(printVerifierKey(key.verifier));
  return WELL;
};

/**
 * `renew-trail-key`: another key from now on. Needed after a restore that lost entries: a log must not sign two histories with one
 * key (c2sp.org/tlog-checkpoint). The old public key is kept beside, the private one is destroyed.
 */
export const renewTrailKey: Operation = async (desk) => {
  const config = configOf(desk);
  const path = trailKeyFile(config);
  const old = await readTrailKey(path);
  if (old === undefined) throw noKey(config);
  return withStore(config.store, async (store) => {
    const next = `${path}.renewed`;
    await rm(next, { force: true });
    const renewed = await openTrailKey(next, () => config.checkpoints.origin);
    const details = { previous: printVerifierKey(old.verifier), key: printVerifierKey(renewed.verifier) };
    await noteOperation(store, { action: RENEWAL, object: { type: 'key', id: renewed.verifier.id }, details });
    await appendFile(earlierKeys(path), `${details.previous}\n`, { mode: 0o600 });
    await rename(next, path);
    desk.say(`${details.key}\nRestart the service, and give this key to whoever verifies the trail; they keep the old one, too.`);
    return WELL;
  });
};

/** What the checkpoints of an installation are verified with: the keys that were given, else its own, present and earlier. */
export async function knownCheckpoints(desk: OperatorDesk): Promise<KnownCheckpoints | undefined> {
  const { key, checkpoint = [], store } = desk.options;
  const notes = await Promise.all(checkpoint.map((file) => readFile(file, 'utf8')));
  if (key !== undefined) return { keys: key.map(givenKey), notes };
  if (store !== undefined && notes.length === 0) return undefined;
  const keys = store === undefined ? await ownKeys(configOf(desk)) : [];
  if (keys.length === 0 && notes.length > 0) throw fault('--key', 'it is missing, and a checkpoint says nothing without it');
  return keys.length === 0 ? undefined : { keys, notes };
}

async function ownKeys(config: ServiceConfig): Promise<readonly NoteVerifierKey[]> {
  const path = trailKeyFile(config);
  const own = await readTrailKey(path);
  const earlier = existsSync(earlierKeys(path)) ? await readFile(earlierKeys(path), 'utf8') : '';
  const keys = earlier
    .split('\n')
    .filter((line) => line !== '')
    .map(givenKey);
  return own === undefined ? keys : [own.verifier, ...keys];
}

function earlierKeys(path: string): string {
  return `${path}.earlier`;
}

function givenKey(text: string): NoteVerifierKey {
  const key = parseVerifierKey(text);
  if (key === undefined) throw fault('--key', 'this is no public key of a trail');
  return key;
}

function noKey(config: ServiceConfig): InvalidInputError {
  return fault(trailKeyFile(config), 'there is no key of the trail yet; the service makes it at its first start');
}

function fault(file: string, what: string): InvalidInputError {
  return new InvalidInputError([{ file, what, remedy: 'see npm run operate -- trail-key' }]);
}
