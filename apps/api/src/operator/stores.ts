import { existsSync } from 'node:fs';
import { InvalidInputError } from '@habeas/connector-sdk';
import { backupStore, type StoreVerdict, verifyStore } from '../persistence/index.js';
import { checkInstallation } from './check-installation.js';
import { noteOperation } from './note-operation.js';
import { configOf, NOT_WELL, type Operation, type OperatorDesk, required, storeUrlOf, WELL, withStore } from './operation.js';
import { knownCheckpoints } from './trail.js';

/** `backup`: a whole copy of a SQLite store while it is used, then verified. */
export const backup: Operation = async (desk) => {
  const file = required('out', desk.options.out);
  await backupStore(storeUrlOf(desk), file);
  return told(desk, await verifyStore(`sqlite:${file}`, undefined, await knownCheckpoints(desk)));
};

/** `verify-store`: pages, schema, the chain of the trail, and its checkpoints where their keys are known. */
export const verify: Operation = async (desk) =>
  told(desk, await verifyStore(storeUrlOf(desk), undefined, await knownCheckpoints(desk)));

/**
 * `restore`: puts a backup of a SQLite store in the place of one that is gone, and checks the whole installation. Refuses to replace
 * a store that is there. A store on a server is loaded by the server's own tools; `check` does the rest.
 */
export const restore: Operation = async (desk) => {
  const from = required('from', desk.options.from);
  const { store: url } = configOf(desk);
  demandNoStore(url);
  const verdict = await verifyStore(`sqlite:${from}`, undefined, await knownCheckpoints(desk));
  if (!verdict.isGood && !isOfOlderVersion(verdict)) return told(desk, verdict);
  await backupStore(`sqlite:${from}`, url.slice('sqlite:'.length));
  const entries = verdict.trail?.holds === true ? { entries: verdict.trail.entries } : {};
  await withStore(url, (store) =>
    noteOperation(store, { action: 'store.restore', object: { type: 'store', id: 'store' }, details: entries }),
  );
  desk.say(
    'The store is restored. What it has not: everything since the backup; see docs/operations.md for what follows from that.',
  );
  return checkInstallation(desk);
};

/** `check`: whether store, trail, keyring and blobs are whole and belong together; with `--deep`, by opening every archive. */
export const check: Operation = (desk) => checkInstallation(desk);

function demandNoStore(url: string): void {
  const what = url.startsWith('sqlite:')
    ? existsSync(url.slice('sqlite:'.length)) && 'there is a store already, and it is never replaced'
    : 'a store on a server is loaded by its own tools (mysql < backup.sql)';
  if (what === false) return;
  const remedy = url.startsWith('sqlite:')
    ? 'move it away, with its -wal and -shm, if it is to be replaced'
    : 'then: operate -- check';
  throw new InvalidInputError([{ file: 'service.yaml', path: 'store', what, remedy }]);
}

/** It lacks migrations and nothing else: this version brings it up when it opens it. */
function isOfOlderVersion({ damage, unknown, pending }: StoreVerdict): boolean {
  return damage.length === 0 && unknown.length === 0 && pending.length > 0;
}

function told({ say }: OperatorDesk, verdict: StoreVerdict): number {
  say(JSON.stringify(verdict, undefined, 2));
  return verdict.isGood ? WELL : NOT_WELL;
}
