import type { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { beginSearch } from '../request/begin-search.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, OnceKey, Viewer } from '../request/desk.js';
import { type AfterOpening, type NewRequest, openRequestAnd } from '../request/open-request.js';
import { Refused } from '../request/refused.js';
import { keptClaim, newClaimCode } from './claim-code.js';

/** A request that was handed over, and what its subject has to be told. */
export interface HandedOver {
  readonly request: DataRequest;
  /** What the subject needs beside the link. It is told once, and kept nowhere. */
  readonly claimCode: Secret<string>;
}

/**
 * Takes a request over from a controller's own website or help desk, to be fulfilled with nobody touching it where nothing is
 * doubtful (OUT-08): opened, and searched at once where something of it is proved. The same call with the same key opens nothing
 * again and gives a new claim code, which is the one that counts. Throws `Refused` as `openRequest` does, and with `WRONG_STATE` where
 * the link has gone out already, or the controller has no pages to download from.
 */
export async function handOver(desk: Desk, viewer: Viewer, given: NewRequest, onceKey: OnceKey): Promise<HandedOver> {
  const { crypto, addressOf } = desk.delivery;
  if (addressOf(viewer.controller, '') === undefined) throw noPages();
  const claimCode = newClaimCode(crypto);
  const hash = await crypto.hashPassword(claimCode);
  const also: AfterOpening = async (transaction, opened, isNew) => {
    const claim = await keptClaim(crypto, opened.id, hash);
    if (!isNew) return reclaimed(transaction, opened, claim);
    await transaction.deliveries.add({ controller: opened.controller, request: opened.id, claim, isAutomatic: true });
    return opened.state === 'ready' ? beginSearch(transaction, opened, { event: 'start', viewer, desk }) : opened;
  };
  const request = await openRequestAnd(desk, viewer, given, { onceKey, also });
  desk.wake();
  return { request, claimCode };
}

async function reclaimed({ deliveries }: Transaction, request: DataRequest, claim: string): Promise<DataRequest> {
  const delivery = await deliveries.lock(request.controller, request.id);
  if (delivery === undefined || delivery.link !== undefined) {
    throw new Refused('WRONG_STATE', 'This request was answered already.', 'An officer can give its subject a new claim code.');
  }
  await deliveries.change({ ...delivery, claim });
  return request;
}

function noPages(): Refused {
  const remedy = 'Its register has to say who it is and how it is reached.';
  return new Refused('WRONG_STATE', 'This controller has no pages on which its subjects could download.', remedy);
}
