import type { Secret } from '@habeas/connector-sdk';
import type { NewAuditEntry } from '../audit/audit-entry.js';
import type { Transaction } from '../ports/store.js';
import { isWhole, withSent } from './sent-bytes.js';
import { type DownloadSession, MOST_DOWNLOADS, SESSION_MS, type SentBytes } from './delivery.js';
import { type DeliveryDesk, SUBJECT } from './open-download.js';
import { type ShownLink, usableLink, type UsableLink } from './usable-link.js';

/** The cookie of a browser, and the link it goes with. */
export interface DownloadPass extends ShownLink {
  readonly cookie: Secret<string>;
}

/** What a browser that was let in may fetch. */
export interface OpenDownload extends Pick<UsableLink, 'request' | 'archive'> {
  readonly link: string;
  /** How many downloads may still reach their end. */
  readonly left: number;
  readonly until: Date;
}

/** What this browser may fetch; `undefined` where its time is over, or the link is worth nothing any more. Changes nothing (security R51). */
export function viewDownload(desk: DeliveryDesk, pass: DownloadPass): Promise<OpenDownload | undefined> {
  return desk.store.transact(async (transaction) => {
    const session = await transaction.downloads.lock(desk.delivery.crypto.sha256Hex(pass.cookie.reveal()));
    if (session?.link !== pass.link || session.expiresAt <= transaction.now) return undefined;
    const usable = await usableLink(transaction, pass);
    if (usable === undefined) return undefined;
    const { request, archive, link } = usable;
    return { request, archive, link: link.id, left: MOST_DOWNLOADS - link.completed, until: link.expiresAt };
  });
}

/** Whether what is being sent may go on: the link was not taken back, nor replaced, and the answer is still there (security R53). */
export function mayGoOn(
  { store }: Pick<DeliveryDesk, 'store'>,
  { request, link }: Pick<OpenDownload, 'request' | 'link'>,
): Promise<boolean> {
  return store.transact(async ({ deliveries, requests }) => {
    const now = await deliveries.get(request.controller, request.id);
    if (now?.link?.id !== link || now.link.isRevoked) return false;
    return (await requests.get(request.controller, request.id))?.state === 'released';
  });
}

/** What was sent to a browser: up to where, and whether the answer reached its end. */
export interface SentAnswer {
  readonly sent: SentBytes;
  readonly isFinished: boolean;
  /** Of the whole archive. */
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
