import { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { Refused } from '../request/refused.js';
import { isVouchedFor } from './account-text.js';
import { heldSession, isWhole, type LiveSession, liveSession, rotateSession } from './live-session.js';
import { requireFreshProof } from './principal.js';
import { newRecoveryCodes } from './recovery-codes.js';
import type { NewSession, StaffDesk } from './staff-desk.js';
import { sealTotp } from './totp-secret.js';
import { afterSuccess } from './tries.js';
import { note, refusedCredentials, staffActor } from './verdict.js';

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
  /** Ten codes for when the authenticator is lost. They are not shown again. */
  readonly recoveryCodes: readonly Secret<string>[];
}

/**
 * Offers a TOTP secret: to somebody whose account has none yet and whose password was right, or to somebody who has just proved
 * the one that it replaces. Throws `Refused` with `REFUSED` or `STEP_UP_REQUIRED`.
 */
export async function beginEnrolTotp(desk: StaffDesk, secret: Secret<string>): Promise<TotpOffer> {
  const id = desk.crypto.sha256Hex(secret.reveal());
  const { account } = await desk.store.transact(async (transaction) =>
    entitled(await liveSession(transaction, id), transaction.now),
  );
  const uri = desk.crypto.newTotp(isVouchedFor(account) ? account.displayName : account.login);
  const content = JSON.stringify([uri.reveal(), desk.clock.now().getTime() + ENROLMENT_MS]);
  return { uri, ticket: await desk.crypto.seal(ticketPlace(id), new Secret(content)) };
}

/**
 * Takes the secret into use once its first code is right: the session is rotated and whole, every other session of the account
 * ends, and there are ten new recovery codes. Throws `Refused` with `INVALID_INPUT` for a wrong code or a stale offer, else as
 * {@link beginEnrolTotp} does.
 */
export async function confirmEnrolTotp(
  desk: StaffDesk,
  secret: Secret<string>,
  given: { readonly ticket: string; readonly code: Secret<string> },
): Promise<Enrolment> {
  const id = desk.crypto.sha256Hex(secret.reveal());
  const seen = await desk.store.transact(async (transaction) => entitled(await liveSession(transaction, id), transaction.now));
  const uri = await offered(desk, id, given.ticket);
  const totpSecret = await sealTotp(desk, seen.account.id, uri);
  return desk.store.transact(async (transaction) => {
    const held = entitled(await heldSession(transaction, id), transaction.now);
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
  const { shown, kept } = newRecoveryCodes(desk.crypto);
  const { id } = account;
  await transaction.staff.change({ ...afterSuccess(account), ...totp, recoveryCodes: kept });
  await transaction.sessions.removeOf(id);
  const details = { replaced: account.totpSecret !== undefined };
  await note(transaction, desk, { action: 'staff.enrol-totp', actor: staffActor(id), object: { type: 'staff', id }, details });
  return { session: await rotateSession(transaction, desk, session), recoveryCodes: shown };
}

function entitled(live: LiveSession | undefined, now: Date): LiveSession {
  if (live === undefined) throw refusedCredentials();
  const isFirst = live.account.totpSecret === undefined;
  if (!isWhole(live.session) && !isFirst) throw refusedCredentials();
  if (isWhole(live.session)) requireFreshProof(live.session, now);
  return live;
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
