import { Secret } from '@habeas/connector-sdk';
import type { NewAuditEntry } from '../audit/audit-entry.js';
import type { Transaction } from '../ports/store.js';
import { keepChange, lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { Refused } from '../request/refused.js';
import { keyOf } from '../request/sealed-files.js';
import { requireFreshProof } from '../staff/principal.js';
import { type Delivery, MOST_CHOICES } from './delivery.js';
import type { DeliveryCrypto } from './delivery-house.js';
import { type DownloadPass, passedLink } from './fetch-archive.js';
import { isReleased } from './issue-link.js';
import { SUBJECT } from './link-tries.js';
import type { Packing } from './packing.js';
import { wantedLock } from './wanted-lock.js';

/** What the keys of packing steps begin with; the id of what was chosen follows. */
export const PACK_KEY = 'pack-';
/** Thirty digits are 99 bits, in any keyboard's layout: neither format makes guessing expensive enough for less. */
const DIGITS = 30;

/** What its archive was chosen to be packed as, and what it opens with. */
export interface PackedChoice {
  readonly request: DataRequest;
  /** Told once, and kept nowhere once the archive is locked. Missing for the plain ZIP. */
  readonly passphrase?: Secret<string>;
}

/**
 * - `chosen`: with what it opens with, which is told this once
 * - `later`: it is being locked just now, or was chosen too often; `gone`: as for every link that is worth nothing
 */
export type OwnChoice =
  | { readonly outcome: 'chosen'; readonly packing: Packing; readonly passphrase?: Secret<string> }
  | { readonly outcome: 'later' | 'gone' };

/**
 * Lets an officer choose how a released archive is packed, and tell its subject the passphrase by another way than the link goes. Throws
 * `Refused` with `STEP_UP_REQUIRED` without a fresh proof, and with `WRONG_STATE` where there is nothing to fetch by a link.
 */
export async function choosePacking(desk: Desk, viewer: Viewer, id: string, packing: Packing): Promise<PackedChoice> {
  const passphrase = newPassphrase(desk.delivery.crypto, packing);
  const request = await desk.store.transact(async (transaction) => {
    requireFreshProof(viewer, transaction.now);
    const locked = await lockRequest(transaction, viewer, id);
    const delivery = await transaction.deliveries.lock(locked.controller, id);
    if (delivery === undefined || !isReleased(locked)) throw nothingToPack();
    await keepChoice(transaction, desk, locked, { delivery, packing, passphrase, choices: 0 });
    return keepChange(transaction, locked, { desk, viewer, action: 'delivery.pack', details: noted(locked, packing) });
  });
  desk.wake();
  return { request, ...(passphrase === undefined ? {} : { passphrase }) };
}

/** The same for a browser that was let in, ten times at most: each locks the archive anew. The plain one can always be had. */
export async function chooseOwnPacking(desk: Desk, pass: DownloadPass, packing: Packing): Promise<OwnChoice> {
  const passphrase = newPassphrase(desk.delivery.crypto, packing);
  const outcome = await desk.store.transact(async (transaction) => {
    const usable = await passedLink(transaction, desk, pass);
    if (usable === undefined) return 'gone';
    const { delivery, request } = usable;
    if (packing !== 'zip' && isBusy(delivery)) return 'later';
    const choices = (delivery.packing?.choices ?? 0) + 1;
    await keepChoice(transaction, desk, request, { delivery, packing, passphrase, choices });
    await transaction.audit.add({
      id: desk.ids.next('aud'),
      controller: request.controller,
      actor: SUBJECT,
      action: 'delivery.pack',
      object: { type: 'request', id: request.id },
      outcome: 'done',
      details: noted(request, packing),
    });
    return 'chosen';
  });
  desk.wake();
  return outcome === 'chosen' ? { outcome, packing, ...(passphrase === undefined ? {} : { passphrase }) } : { outcome };
}

/** For the trail: also which lock was wanted, so that it tells where somebody has chosen to do without. */
function noted(request: DataRequest, packing: Packing): NewAuditEntry['details'] {
  const wanted = wantedLock(request);
  return wanted === undefined ? { packing } : { packing, wanted: wanted.packing, because: wanted.because };
}

function isBusy({ packing: chosen }: Delivery): boolean {
  if (chosen === undefined) return false;
  return chosen.passphrase !== undefined || chosen.choices >= MOST_CHOICES;
}

/** Five at a time, as people copy digits. */
function newPassphrase(crypto: DeliveryCrypto, packing: Packing): Secret<string> | undefined {
  if (packing === 'zip') return undefined;
  return new Secret(
    crypto
      .randomDigits(DIGITS)
      .reveal()
      .replaceAll(/.{5}(?=.)/gu, '$&-'),
  );
}

interface Choice {
  readonly delivery: Delivery;
  readonly packing: Packing;
  readonly passphrase: Secret<string> | undefined;
  readonly choices: number;
}

async function keepChoice(
  transaction: Transaction,
  desk: Pick<Desk, 'ids' | 'vault'>,
  request: DataRequest,
  { delivery, packing, passphrase, choices }: Choice,
): Promise<void> {
  const id = desk.ids.next('pck');
  const chosen = { id, packing, choices };
  if (passphrase === undefined) {
    await transaction.deliveries.change({ ...delivery, packing: chosen });
    return;
  }
  const sealed = await desk.vault.seal(keyOf(request), passphraseField(id), passphrase.reveal());
  await transaction.deliveries.change({ ...delivery, packing: { ...chosen, passphrase: sealed } });
  await transaction.steps.add({
    ...{ id: desk.ids.next('stp'), controller: request.controller, request: request.id },
    ...{ key: `${PACK_KEY}${id}`, kind: 'pack', workflowVersion: request.workflowVersion, dueAt: transaction.now },
  });
}

/** Where a passphrase is sealed. */
export function passphraseField(id: string): string {
  return `passphrase ${id}`;
}

function nothingToPack(): Refused {
  const remedy = 'Release it first, and give its subject a claim code.';
  return new Refused('WRONG_STATE', 'Nothing of this request is fetched by a link.', remedy);
}
