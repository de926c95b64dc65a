import type { JsonObject } from '@habeas/connector-sdk';
import type { RequestKey } from '../ports/request-vault.js';
import type { Transaction } from '../ports/store.js';
import type { Desk, Viewer } from '../request/desk.js';
import { notFound } from '../request/refused.js';
import type { ReceivedTransmission } from './received-transmission.js';

/** Who does something with what was received, and what. */
export interface ReceivedNote {
  readonly desk: Pick<Desk, 'ids'>;
  readonly viewer: Viewer;
  readonly verb: 'receive' | 'refuse' | 'download' | 'delete' | 'expire';
  readonly details?: JsonObject;
}

/** An entry of the trail about what was received. */
export function noteReceived(
  { audit }: Transaction,
  { controller, id, sender, offered, bytes, sha256 }: ReceivedTransmission,
  { desk, viewer, verb, details = {} }: ReceivedNote,
): Promise<void> {
  return audit.add({
    id: desk.ids.next('aud'),
    controller,
    actor: viewer.actor,
    action: `received.${verb}`,
    object: { type: 'received-transmission', id },
    outcome: 'done',
    details: { sender, offered, bytes, sha256, ...details },
  });
}

/** What is left of it in the store when its archive goes: its key is gone at once, its files are to be removed. */
export function withoutFile(
  { dataKey: _dataKey, blob: _blob, ...received }: ReceivedTransmission,
  state: 'deleted' | 'expired',
): ReceivedTransmission {
  return { ...received, state };
}

/** What other controllers have sent and is still there, latest last. */
export function viewReceived(desk: Pick<Desk, 'store'>, { controller }: Viewer): Promise<readonly ReceivedTransmission[]> {
  return desk.store.transact(({ received }) => received.kept(controller));
}

/** A received archive that somebody may have. */
export interface FetchedReceived {
  readonly received: ReceivedTransmission;
  readonly key: RequestKey;
  readonly blob: string;
}

/** Lets somebody fetch a received archive, once the trail says who. Throws `Refused` with `NOT_FOUND` where there is none, or none any more. */
export function fetchReceived(desk: Pick<Desk, 'store' | 'ids'>, viewer: Viewer, id: string): Promise<FetchedReceived> {
  return desk.store.transact(async (transaction) => {
    const received = await transaction.received.lock(viewer.controller, id);
    const { blob, dataKey } = received ?? {};
    const isThere = received?.state === 'kept' && transaction.now < received.expiresAt;
    if (!isThere || blob === undefined || dataKey === undefined) throw notFound('received transmission');
    await noteReceived(transaction, received, { desk, viewer, verb: 'download' });
    return { received, blob, key: { controller: viewer.controller, request: id, dataKey } };
  });
}

/** Deletes a received archive: its key at once, its file after it. Throws `Refused` with `NOT_FOUND` where there is none any more. */
export async function deleteReceived(
  desk: Pick<Desk, 'store' | 'vault' | 'ids'>,
  viewer: Viewer,
  id: string,
): Promise<ReceivedTransmission> {
  const deleted = await desk.store.transact(async (transaction) => {
    const kept = await transaction.received.lock(viewer.controller, id);
    if (kept?.state !== 'kept') throw notFound('received transmission');
    const gone = { ...withoutFile(kept, 'deleted'), expiresAt: transaction.now };
    await transaction.received.change(gone);
    await noteReceived(transaction, kept, { desk, viewer, verb: 'delete' });
    return gone;
  });
  return removeFiles(desk, deleted);
}

/** Lets everything go whose time is over, of all controllers, and what an end that was killed has left. Says how many there were. */
export async function expireReceived(desk: Pick<Desk, 'store' | 'vault' | 'ids'>): Promise<number> {
  const over = await desk.store.transact(({ received, now }) => received.over(now));
  for (const { controller, id } of over) {
    const gone = await desk.store.transact(async (transaction) => {
      const current = await transaction.received.lock(controller, id);
      if (current === undefined || !current.isStored) return undefined;
      if (current.dataKey === undefined) return current;
      const expired = withoutFile(current, 'expired');
      await transaction.received.change(expired);
      const viewer = { actor: { kind: 'system', id: 'house' }, controller } as const;
      await noteReceived(transaction, current, { desk, viewer, verb: 'expire' });
      return expired;
    });
    if (gone !== undefined) await removeFiles(desk, gone);
  }
  return over.length;
}

async function removeFiles(
  { store, vault }: Pick<Desk, 'store' | 'vault'>,
  gone: ReceivedTransmission,
): Promise<ReceivedTransmission> {
  const { controller, id } = gone;
  await vault.remove({ controller, request: id });
  const empty = { ...gone, isStored: false };
  await store.transact(({ received }) => received.change(empty));
  return empty;
}
