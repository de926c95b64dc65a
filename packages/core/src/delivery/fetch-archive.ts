import type { Secret } from '@habeas/connector-sdk';
import type { NewAuditEntry } from '../audit/audit-entry.js';
import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import { isReleased } from './issue-link.js';
import { isWhole, withSent } from './sent-bytes.js';
import {
  type ChosenPacking,
  type DownloadSession,
  type FetchedFile,
  MOST_DOWNLOADS,
  SESSION_MS,
  type SentBytes,
} from './delivery.js';
import { type DeliveryDesk, SUBJECT } from './link-tries.js';
import type { Packing } from './packing.js';
import { isReadable, type ShownLink, usableLink, type UsableLink } from './usable-link.js';
import { wantedLock, type WantedLock } from './wanted-lock.js';

/** The cookie of a browser, and the link it goes with. */
export interface DownloadPass extends ShownLink {
  readonly cookie: Secret<string>;
}

/** What a browser that was let in may fetch. */
export interface OpenDownload {
  readonly request: DataRequest;
  readonly link: string;
  readonly packing: Packing;
  /** The archive as it was chosen to be packed. Missing while it is being locked, and while that is awaited. */
  readonly file?: FetchedFile;
  /** Why it is offered locked, and whether that is still to be done: until then, or until somebody chooses otherwise, there is no file. */
  readonly lock?: WantedLock['because'];
  readonly isLockAwaited: boolean;
  /** Whether its report can be read as it is ({@link isReadable}). */
  readonly isReadable: boolean;
  /** How many downloads may still reach their end. */
  readonly left: number;
  readonly until: Date;
}

/** What this browser may fetch; `undefined` where its time is over, or the link is worth nothing any more. Changes nothing (security R51). */
export function viewDownload(desk: DeliveryDesk, pass: DownloadPass): Promise<OpenDownload | undefined> {
  return desk.store.transact(async (transaction) => {
    const usable = await passedLink(transaction, desk, pass);
    if (usable === undefined) return undefined;
    const { request, link } = usable;
    return {
      request,
      link: link.id,
      ...fetched(usable),
      isReadable: isReadable(usable),
      left: MOST_DOWNLOADS - link.completed,
      until: link.expiresAt,
    };
  });
}

/** What a browser that was let in has before it, held until the transaction ends. */
export async function passedLink(
  transaction: Transaction,
  { delivery: { crypto } }: Pick<DeliveryDesk, 'delivery'>,
  pass: DownloadPass,
): Promise<UsableLink | undefined> {
  const session = await transaction.downloads.lock(crypto.sha256Hex(pass.cookie.reveal()));
  if (session?.link !== pass.link || session.expiresAt <= transaction.now) return undefined;
  return usableLink(transaction, pass);
}

type Fetched = Pick<OpenDownload, 'packing' | 'file' | 'lock' | 'isLockAwaited'>;

/** As what it is fetched. Nothing of a file that ought to be locked is handed out before somebody has said so (SPC-03). */
function fetched({ archive, request, delivery: { packing: chosen } }: UsableLink): Fetched {
  const wanted = wantedLock(request);
  const lock = wanted === undefined ? {} : { lock: wanted.because };
  if (wanted !== undefined && chosen === undefined) return { packing: wanted.packing, ...lock, isLockAwaited: true };
  return { ...packed(archive, chosen), ...lock, isLockAwaited: false };
}

function packed(archive: FetchedFile, chosen: ChosenPacking | undefined): Pick<OpenDownload, 'packing' | 'file'> {
  if (chosen === undefined || chosen.packing === 'zip') return { packing: 'zip', file: archive };
  const { packing, file } = chosen;
  return file === undefined ? { packing } : { packing, file };
}

/** Whether what is being sent may go on: the link was not taken back, nor replaced, and the answer is still there (security R53). */
export function mayGoOn(
  { store }: Pick<DeliveryDesk, 'store'>,
  { request, link }: Pick<OpenDownload, 'request' | 'link'>,
): Promise<boolean> {
  return store.transact(async ({ deliveries, requests }) => {
    const now = await deliveries.get(request.controller, request.id);
    if (now?.link?.id !== link || now.link.isRevoked) return false;
    const current = await requests.get(request.controller, request.id);
    return current !== undefined && isReleased(current);
  });
}

/** What was sent to a browser: up to where, and whether the answer reached its end. */
export interface SentAnswer {
  readonly sent: SentBytes;
  readonly isFinished: boolean;
  /** Of the whole file. */
  readonly bytes: number;
}

/**
 * Notes what was sent. With the answer by which the browser has got every byte, a download is complete; one that was cut off costs nothing
 * (security R53). The browser is let in for as long again: a large archive over a slow line takes its time.
 */
export function noteSent(desk: DeliveryDesk, pass: DownloadPass, { sent, isFinished, bytes }: SentAnswer): Promise<void> {
  return desk.store.transact(async (transaction) => {
    const { downloads } = transaction;
    const session = await downloads.lock(desk.delivery.crypto.sha256Hex(pass.cookie.reveal()));
    if (session?.link !== pass.link) return;
    const all = withSent(session.sent, sent);
    const isDone = isFinished && isWhole(all, bytes);
    const expiresAt = new Date(transaction.now.getTime() + SESSION_MS);
    await downloads.change({ ...session, expiresAt, sent: isDone ? [] : all });
    if (isDone) await complete(desk, transaction, session);
  });
}

/** Counts a download; one by a link that was replaced meanwhile counts for nobody. */
async function complete(desk: DeliveryDesk, { deliveries, audit }: Transaction, session: DownloadSession): Promise<void> {
  const delivery = await deliveries.lock(session.controller, session.request);
  if (delivery?.link?.id !== session.link) return;
  const completed = delivery.link.completed + 1;
  await deliveries.change({ ...delivery, link: { ...delivery.link, completed } });
  await audit.add(entryOf(desk, session, completed));
}

function entryOf({ ids }: DeliveryDesk, { controller, request, link }: DownloadSession, completed: number): NewAuditEntry {
  return {
    id: ids.next('aud'),
    controller,
    actor: SUBJECT,
    action: 'delivery.complete',
    object: { type: 'request', id: request },
    outcome: 'done',
    details: { link, completed },
  };
}
