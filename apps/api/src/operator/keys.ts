import { InvalidInputError } from '@habeas/connector-sdk';
import { FileKeyring, kekIdOf } from '@habeas/vault';
import type { DurableStore } from '../persistence/index.js';
import { noteOperation } from './note-operation.js';
import { configOf, NOT_WELL, type Operation, type OperatorDesk, WELL, withStore } from './operation.js';
import { openAll, rewrapAll, type WrapCounts } from './rewrap.js';

/** How long after a rotation a key may still be on its way into the store, in milliseconds. */
const ON_ITS_WAY_MS = 10 * 60_000;
const ROTATION = 'keys.rotate-epochs';

/** `keys list`: every key that wraps data keys, and how many it wraps. */
export const listKeys: Operation = withKeys(async ({ say }, keys, store) => {
  const { rootId, keks, firstKeptWeek } = await keys.verify();
  const counts = await countsOf(store);
  say(`root key ${rootId}`);
  for (const kek of keks) say(`${kek.padEnd(12)} wraps ${String(counts.get(kek) ?? 0)}`);
  const missing = [...counts].filter(([kek]) => !keks.includes(kek));
  for (const [kek, count] of missing) say(`${kek.padEnd(12)} is not in the keyring, and ${String(count)} wraps name it`);
  if (firstKeptWeek !== undefined) say(`destroyed: every week before ${firstKeptWeek}`);
  return WELL;
});

/** `keys verify`: opens every key, and every data key in the store. */
export const verifyKeys: Operation = withKeys(async ({ say }, keys, store) => {
  await keys.verify();
  return told(say, await openAll(store, keys));
});

/** `keys rotate-root`: a new root key, at once for everything. */
export const rotateRoot: Operation = withKeys(async ({ say }, keys, store) => {
  await noteOperation(store, { action: 'keys.rotate-root', object: { type: 'key', id: 'root' } });
  await keys.rotateRoot();
  say('There is a new root key. Copy the keyring into its backup, and destroy the copies with the old one.');
  return WELL;
});

/** `keys rotate-epochs`: a new key for every week, then every data key under it. */
export const rotateEpochs: Operation = withKeys(async ({ say }, keys, store) => {
  await noteOperation(store, { action: ROTATION, object: { type: 'key', id: 'epochs' } });
  await keys.rotateEpochs();
  say('There is a new key for every week. Copy the keyring into its backup now.');
  return told(say, await rewrapAll(store, keys));
});

/** `keys rewrap`: goes on where a rotation was interrupted. */
export const rewrapKeys: Operation = withKeys(async ({ say }, keys, store) => told(say, await rewrapAll(store, keys)));

/** `keys retire [ID …]`: destroys old keys that wrap nothing any more; without names, all of them. */
export const retireKeys: Operation = withKeys(async ({ say, names }, keys, store) => {
  const { keks } = await keys.verify();
  const unknown = names.filter((name) => !keks.includes(name));
  if (unknown.length > 0) throw refused(`the keyring has no key ${unknown.join(', ')}`, 'see npm run operate -- keys list');
  await demandSettled(store);
  const counts = await countsOf(store);
  const old = keks.filter((kek) => isOld(kek, keks));
  const wanted = names.length > 0 ? names : old;
  const inUse = wanted.filter((kek) => (counts.get(kek) ?? 0) > 0 || !old.includes(kek));
  if (inUse.length > 0) throw refused(`these still wrap data keys: ${inUse.join(', ')}`, 'run keys rewrap first');
  for (const kek of wanted) {
    await noteOperation(store, { action: 'keys.retire', object: { type: 'key', id: kek } });
    await keys.retire(kek);
    say(`${kek} is destroyed`);
  }
  if (wanted.length === 0) say('There is no old key.');
  return WELL;
});

type KeyWork = (desk: OperatorDesk, keys: FileKeyring, store: DurableStore) => Promise<number>;

function withKeys(work: KeyWork): Operation {
  return (desk) => {
    const { keyring, store: url } = configOf(desk);
    return withStore(url, async (store) => work(desk, await FileKeyring.open(keyring), store));
  };
}

function told(say: OperatorDesk['say'], { good, moved, destroyed, broken }: WrapCounts): number {
  say(`${String(good + moved)} data keys open${moved > 0 ? `, ${String(moved)} of them are under another key now` : ''}`);
  if (destroyed > 0) say(`${String(destroyed)} are of weeks that are over: their keys are destroyed`);
  for (const [code, count] of Object.entries(broken)) say(`${String(count)} DO NOT OPEN: ${code}`);
  return Object.keys(broken).length === 0 ? WELL : NOT_WELL;
}

async function countsOf(store: DurableStore): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for await (const page of store.wraps.pages()) {
    for (const { wrapped } of page) counts.set(kekIdOf(wrapped), (counts.get(kekIdOf(wrapped)) ?? 0) + 1);
  }
  return counts;
}

/** A data key that was made before the rotation may be stored after it: by then its wrap would name the old key again. */
async function demandSettled(store: DurableStore): Promise<void> {
  const since = await store.transact(async ({ audit, now }) => {
    const { items } = await audit.page('*', { action: ROTATION }, { first: 1 });
    return items[0] === undefined ? Infinity : now.getTime() - items[0].item.at.getTime();
  });
  if (since >= ON_ITS_WAY_MS) return;
  throw refused('the last rotation is less than ten minutes ago, and what began before it may still use the old keys', 'wait');
}

function isOld(kek: string, keks: readonly string[]): boolean {
  const [epoch, generation] = kek.split('.');
  return keks.some((other) => other.split('.')[0] === epoch && Number(other.split('.')[1]) > Number(generation));
}

function refused(what: string, remedy: string): InvalidInputError {
  return new InvalidInputError([{ file: 'keyring', what, remedy }]);
}
