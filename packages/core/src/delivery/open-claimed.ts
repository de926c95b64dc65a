import type { Secret } from '@habeas/connector-sdk';
import { newShortCode } from './short-code.js';
import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, OnceKey, Viewer } from '../request/desk.js';
import { type AfterOpening, type NewRequest, openRequestAnd } from '../request/open-request.js';
import { Refused } from '../request/refused.js';
import { keptClaim } from './claim-code.js';

/** A request, and what its subject has to be told. */
export interface ClaimedRequest {
  readonly request: DataRequest;
  /** What the subject needs beside the link. It is told once, and kept nowhere. */
  readonly claimCode: Secret<string>;
}

/** How a request is opened whose subject gets a claim code. */
export interface ClaimedOpening {
  readonly onceKey: OnceKey;
  /** Whether its answer goes out by itself where the gate is open. */
  readonly isAutomatic: boolean;
  /** What else happens in the same transaction. */
  readonly also: AfterOpening;
}

/**
 * Opens a request whose subject gets a claim code. The same call with the same key opens nothing again and gives a new code, which is the
 * one that counts. Throws `Refused` as `openRequest` does, and with `WRONG_STATE` where the link has gone out already, or the controller
 * has no pages to download from.
 */
export async function openClaimed(
  desk: Desk,
  viewer: Viewer,
  given: NewRequest,
  { onceKey, isAutomatic, also }: ClaimedOpening,
): Promise<ClaimedRequest> {
  const { crypto, addressOf } = desk.delivery;
  if (addressOf(viewer.controller, '') === undefined) throw noPages();
  const code = await newShortCode(crypto);
  const request = await openRequestAnd(desk, viewer, given, {
    onceKey,
    also: async (transaction, opened, isNew) => {
      const claim = await keptClaim(crypto, opened.id, code);
      const { controller, id } = opened;
      if (isNew) await transaction.deliveries.add({ controller, request: id, claim, isAutomatic, finds: 0 });
      else await reclaim(transaction, opened, claim);
      return also(transaction, opened, isNew);
    },
  });
  desk.wake();
  return { request, claimCode: code.code };
}

async function reclaim({ deliveries }: Transaction, request: DataRequest, claim: string): Promise<void> {
  const delivery = await deliveries.lock(request.controller, request.id);
  if (delivery === undefined || delivery.link !== undefined) {
    throw new Refused('WRONG_STATE', 'This request was answered already.', 'An officer can give its subject a new claim code.');
  }
  await deliveries.change({ ...delivery, claim });
}

function noPages(): Refused {
  const remedy = 'Its register has to say who it is and how it is reached.';
  return new Refused('WRONG_STATE', 'This controller has no pages on which its subjects could download.', remedy);
}
