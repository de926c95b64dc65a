import type { Transaction } from '../ports/store.js';
import type { ArchiveChecker } from '../ports/transmission-ports.js';
import type { Desk, Viewer } from '../request/desk.js';
import { Refused } from '../request/refused.js';
import { MOST_KEPT, type ReceivedTransmission } from './received-transmission.js';
import { noteReceived, withoutFile } from './received-files.js';
import type { TransmissionReceipt } from './transmission.js';

/** For how long what did not arrive whole is waited for. */
const ARRIVAL_MS = 2 * 24 * 60 * 60_000;
const DAY_MS = 86_400_000;

/** What transmissions are received with. */
export interface ReceivingHouse {
  readonly desk: Pick<Desk, 'store' | 'vault' | 'ids'>;
  readonly checker: ArchiveChecker;
  /** SHA-256 of a stream, lower-case hexadecimal, once it is consumed. */
  readonly hashing: () => { readonly update: (part: Uint8Array) => void; readonly digest: () => string };
}

/** What a sender, who has proved who they are, says that it sends, and how it is kept here. */
export interface OfferedTransmission extends TransmissionReceipt {
  readonly sender: string;
  /** What the sender calls it: opaque. */
  readonly offered: string;
  readonly keepDays: number;
}

/**
 * Takes in an archive of another controller: sealed as it comes, under a key of its own, and acknowledged once all of it is there, is what
 * was announced, and can be read as an archive. The same one sent again is acknowledged again, and not kept twice. Throws `Refused`:
 * `STALE_KEY` where another archive came under this id before, `INVALID_INPUT` for bytes that are not those or no sound archive,
 * `LIMITED` while too many are kept. What the stream throws is thrown on; nothing is kept then.
 */
export async function receiveTransmission(
  house: ReceivingHouse,
  viewer: Viewer,
  offer: OfferedTransmission,
  content: AsyncIterable<Uint8Array>,
): Promise<TransmissionReceipt> {
  const begun = await begin(house, viewer, offer);
  const { controller, id, dataKey } = begun;
  if (begun.state !== 'arriving' || dataKey === undefined) return { bytes: begun.bytes, sha256: begun.sha256 };
  const key = { controller, request: id, dataKey };
  const blob = `received/${String(begun.attempts)}`;
  await house.desk.vault.put(key, blob, announced(house, offer, content));
  const fault = await house.checker.faultOf(house.desk.vault.read(key, blob), offer.bytes);
  if (fault !== undefined) {
    await refuse(house, viewer, { begun, blob, fault });
    throw new Refused('INVALID_INPUT', `This is no archive that can be read (${fault}).`, 'Make it anew, and send that.');
  }
  const kept = await house.desk.store.transact((transaction) => keep(transaction, house, { viewer, begun, blob, offer }));
  if (kept.blob !== blob) await house.desk.vault.remove(key, blob);
  return { bytes: kept.bytes, sha256: kept.sha256 };
}

/** The entry for it: a new one, or that of an earlier try. */
async function begin(
  { desk }: ReceivingHouse,
  { controller }: Viewer,
  { sender, offered, bytes, sha256, keepDays }: OfferedTransmission,
): Promise<ReceivedTransmission> {
  const id = desk.ids.next('rcv');
  const now = await desk.store.transact((transaction) => Promise.resolve(transaction.now));
  const keepUntil = new Date(now.getTime() + ARRIVAL_MS + keepDays * DAY_MS);
  const dataKey = await desk.vault.createKey({ controller, request: id }, keepUntil);
  return desk.store.transact(async ({ received, now: begunAt }) => {
    const known = await received.lockOffered(controller, sender, offered);
    if (known === undefined) {
      if ((await received.kept(controller)).length >= MOST_KEPT) throw tooMany();
      const arriving: ReceivedTransmission = {
        ...{ id, controller, sender, offered, bytes, sha256, dataKey, begunAt, attempts: 1 },
        ...{ state: 'arriving', isStored: true, expiresAt: new Date(begunAt.getTime() + ARRIVAL_MS) },
      };
      await received.add(arriving);
      return arriving;
    }
    const again = againOf(known, { bytes, sha256 });
    await received.change(again);
    return again;
  });
}

function againOf(known: ReceivedTransmission, { bytes, sha256 }: TransmissionReceipt): ReceivedTransmission {
  const isSame = known.bytes === bytes && known.sha256 === sha256;
  if (known.receivedAt !== undefined && isSame) return known;
  if (known.state !== 'arriving' || !isSame) {
    throw new Refused('STALE_KEY', 'Another archive came under this id before.', 'Send each archive under an id of its own.');
  }
  return { ...known, attempts: known.attempts + 1 };
}

/** The stream as it was announced: not one byte more or less, and none another. */
async function* announced(
  { hashing }: ReceivingHouse,
  { bytes, sha256 }: TransmissionReceipt,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = hashing();
  let total = 0;
  for await (const part of content) {
    total += part.byteLength;
    if (total > bytes) throw notAnnounced();
    hash.update(part);
    yield part;
  }
  if (total !== bytes || hash.digest() !== sha256) throw notAnnounced();
}

interface Arrived {
  readonly viewer: Viewer;
  readonly begun: ReceivedTransmission;
  readonly blob: string;
  readonly offer: OfferedTransmission;
}

async function keep(
  transaction: Transaction,
  { desk }: ReceivingHouse,
  { viewer, begun, blob, offer }: Arrived,
): Promise<ReceivedTransmission> {
  const { received, now } = transaction;
  const current = await received.lock(begun.controller, begun.id);
  // The same came twice at once, and the other one was first; or it was deleted meanwhile
  if (current?.state !== 'arriving') return { ...begun, ...current };
  const expiresAt = new Date(now.getTime() + offer.keepDays * DAY_MS);
  const kept: ReceivedTransmission = { ...current, state: 'kept', blob, receivedAt: now, expiresAt };
  await received.change(kept);
  await noteReceived(transaction, kept, { desk, viewer, verb: 'receive' });
  return kept;
}

/** What cannot be read is not kept: its key goes at once, and its file after it. */
async function refuse(
  { desk }: ReceivingHouse,
  viewer: Viewer,
  { begun, blob, fault }: { readonly begun: ReceivedTransmission; readonly blob: string; readonly fault: string },
): Promise<void> {
  const { controller, id } = begun;
  await desk.vault.remove({ controller, request: id }, blob);
  await desk.store.transact(async (transaction) => {
    const current = await transaction.received.lock(controller, id);
    if (current?.state !== 'arriving') return;
    await transaction.received.change({ ...withoutFile(current, 'deleted'), expiresAt: transaction.now });
    await noteReceived(transaction, current, { desk, viewer, verb: 'refuse', details: { fault } });
  });
}

function notAnnounced(): Refused {
  return new Refused('INVALID_INPUT', 'These are not the bytes that were announced.', 'Send the same archive again.');
}

function tooMany(): Refused {
  return new Refused('LIMITED', 'Too many archives are kept here.', 'Try again later.');
}
