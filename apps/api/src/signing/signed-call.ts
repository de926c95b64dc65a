import { Secret } from '@habeas/connector-sdk';
import { type Desk, Refused, spendOnce, type Viewer } from '@habeas/core';
import type { Signer, SignerConfig } from '../config/signer-config.js';
import { isSignedBy, type SignedMessage } from './standard-webhook.js';

/** How far the clock of a caller may be from ours. */
const SKEW_SECONDS = 5 * 60;
const LONGEST_ID = 100;
/** What a call is looked at with whose controller has no signer, or is none: the answer takes as long. */
const NOBODY: readonly Signer[] = [{ id: 'nobody', secrets: [new Secret(`whsec_${'A'.repeat(32)}`)] }];

/** A call as it came. */
export interface SignedCall {
  readonly controller: string;
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly body: Uint8Array;
}

/** What signed calls are looked at with. */
export interface SigningHouse {
  readonly desk: Pick<Desk, 'store' | 'clock'>;
  readonly signers: SignerConfig;
}

/**
 * Who has signed a call: within five minutes, with a key of the controller, and for the first time. Throws `Refused` with `REFUSED`
 * otherwise, and does not say why: a forged call, a late one, one that was sent before and one for no such controller are answered alike.
 */
export async function signerOf({ desk, signers }: SigningHouse, call: SignedCall): Promise<Viewer> {
  const known = signers.get(call.controller) ?? NOBODY;
  const message: SignedMessage = { id: call.id, timestamp: Number(call.timestamp), body: call.body };
  const [signer] = known.filter(({ secrets }) => isSignedBy(secrets, message, call.signature));
  if (signer === undefined || !isTimely(call, desk.clock.now()) || known === NOBODY) throw refused();
  if (!(await spendOnce(desk, call.controller, `signed ${signer.id} ${call.id}`))) throw refused();
  return { actor: { kind: 'service', id: `signer:${signer.id}` }, controller: call.controller };
}

function isTimely({ id, timestamp }: SignedCall, now: Date): boolean {
  const isWritten = /^\d{1,12}$/u.test(timestamp) && id.length > 0 && id.length <= LONGEST_ID;
  return isWritten && Math.abs(now.getTime() / 1_000 - Number(timestamp)) <= SKEW_SECONDS;
}

function refused(): Refused {
  return new Refused('REFUSED', 'This call is not signed as it has to be.', 'See docs/requests.md on signed calls.');
}
