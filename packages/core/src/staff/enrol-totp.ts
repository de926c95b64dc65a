import { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { Refused } from '../request/refused.js';
import { isVouchedFor } from './account-text.js';
import { entitledToEnrol } from './entitled-to-enrol.js';
import { heldSession, type LiveSession, liveSession, rotateSession } from './live-session.js';
import { newRecoveryCodes } from './recovery-codes.js';
import type { NewSession, StaffDesk } from './staff-desk.js';
import { sealTotp } from './totp-secret.js';
import { afterSuccess } from './tries.js';
import { note, staffActor } from './verdict.js';

/** How long somebody has to scan a secret and type its first code. */
const ENROLMENT_MS = 15 * 60_000;

/** A TOTP secret that is not in use yet. */
export interface TotpOffer {
  /** An `otpauth:` URI for an authenticator. */
  readonly uri: Secret<string>;
  /** The same, sealed for this session: it comes back with the first code, and the store never has it before. */
  readonly ticket: string;
}

/** What comes of an enrolment. */
export interface Enrolment {
  readonly session: NewSession;
  /** Ten codes for when the authenticator is lost, which are not shown again; none where the account has some that are good. */
  readonly recoveryCodes: readonly Secret<string>[];
}

/**
 * Offers a TOTP secret: to somebody whose account has no second factor yet and whose password was right, or to somebody who has
 * just proved one. It replaces a secret that there is. Throws `Refused` with `REFUSED` or `STEP_UP_REQUIRED`.
 */
export async function beginEnrolTotp(desk: StaffDesk, secret: Secret<string>): Promise<TotpOffer> {
  const id = desk.crypto.sha256Hex(secret.reveal());
  const { account } = await desk.store.transact(async (transaction) =>
    entitledToEnrol(transaction, await liveSession(transaction, id)),
  );
  const uri = desk.crypto.newTotp(isVouchedFor(account) ? account.displayName : account.login);
  const content = JSON.stringify([uri.reveal(), desk.clock.now().getTime() + ENROLMENT_MS]);
  return { uri, ticket: await desk.crypto.seal(ticketPlace(id), new Secret(content)) };
}

/**
 * Takes the secret into use once its first code is right: the session is rotated and whole, every other session of the account
 * ends, and there are ten new recovery codes, unless the secret joins a passkey whose codes are still good. Throws `Refused` with `INVALID_INPUT` for a wrong code or a stale offer, else as
 * {@link beginEnrolTotp} does.
 */
export async function confirmEnrolTotp(
  desk: StaffDesk,
  secret: Secret<string>,
  given: { readonly ticket: string; readonly code: Secret<string> },
): Promise<Enrolment> {
  const id = desk.crypto.sha256Hex(secret.reveal());
  const seen = await desk.store.transact(async (transaction) => entitledToEnrol(transaction, await liveSession(transaction, id)));
  const uri = await offered(desk, id, given.ticket);
  const totpSecret = await sealTotp(desk, seen.account.id, uri);
  return desk.store.transact(async (transaction) => {
    const held = await entitledToEnrol(transaction, await heldSession(transaction, id));
    const totpStep = desk.crypto.verifyTotp(uri, given.code, transaction.now);
    if (totpStep === undefined) {
      throw new Refused('INVALID_INPUT', 'This is not the code of this secret now.', 'Check the clock of your authenticator.');
    }
    return enrol(transaction, desk, held, { totpSecret, totpStep });
  });
}

async function enrol(
  transaction: Transaction,
  desk: StaffDesk,
  { session, account }: LiveSession,
  totp: { readonly totpSecret: string; readonly totpStep: number },
): Promise<Enrolment> {
  const { id } = account;
  const replaced = account.totpSecret !== undefined;
  const codes = replaced || account.recoveryCodes.length === 0 ? newRecoveryCodes(desk.crypto) : undefined;
  await transaction.staff.change({ ...afterSuccess(account), ...totp, recoveryCodes: codes?.kept ?? account.recoveryCodes });
  await transaction.sessions.removeOf(id);
  const details = { replaced };
  await note(transaction, desk, { action: 'staff.enrol-totp', actor: staffActor(id), object: { type: 'staff', id }, details });
  return { session: await rotateSession(transaction, desk, session), recoveryCodes: codes?.shown ?? [] };
}

async function offered(desk: StaffDesk, session: string, ticket: string): Promise<Secret<string>> {
  const content = await desk.crypto.open(ticketPlace(session), ticket);
  const [uri, until] = JSON.parse(content?.reveal() ?? '["",0]') as [string, number];
  if (desk.clock.now().getTime() < until) return new Secret(uri);
  throw new Refused('INVALID_INPUT', 'This offer of a secret is not valid any more.', 'Begin again.');
}

function ticketPlace(session: string): string {
  return `session/${session}/totp-offer`;
}
