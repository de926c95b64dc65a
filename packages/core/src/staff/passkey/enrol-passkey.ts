import type { Secret } from '@habeas/connector-sdk';
import type { Transaction } from '../../ports/store.js';
import { Refused } from '../../request/refused.js';
import { properName } from '../account-text.js';
import { entitledToEnrol } from '../entitled-to-enrol.js';
import type { Enrolment } from '../enrol-totp.js';
import { heldSession, type LiveSession, rotateSession } from '../live-session.js';
import { newRecoveryCodes } from '../recovery-codes.js';
import type { StaffAccount } from '../staff.js';
import type { StaffDesk } from '../staff-desk.js';
import { afterSuccess } from '../tries.js';
import { decided, note, staffActor, type Verdict } from '../verdict.js';
import { giveChallenge, noChallenge, takeChallenge } from './challenges.js';
import { knownAs, type KnownPasskey, namedInTrail } from './passkey.js';
import type { MadePasskey, NewCredential, PasskeyDesk } from './passkey-verifier.js';

/** So many have to be enough for one person: each is a way in. */
const MOST = 10;

/** What an authenticator is asked to make a passkey for. */
export interface PasskeyOffer {
  readonly challenge: string;
  readonly account: Pick<StaffAccount, 'id' | 'login' | 'displayName'>;
  /** Those that the account has: an authenticator is not enrolled twice. */
  readonly known: readonly KnownPasskey[];
}

/** A passkey that was made, and what it is to be called. */
export interface NamedPasskey {
  readonly name: string;
  readonly made: MadePasskey;
}

/**
 * Offers to enrol a passkey: to somebody whose account has no second factor yet and whose password was right, or to somebody who
 * has just proved one. Throws `Refused` with `REFUSED` or `STEP_UP_REQUIRED`, and with `WRONG_STATE` where there are ten.
 */
export function beginEnrolPasskey(desk: StaffDesk, secret: Secret<string>): Promise<PasskeyOffer> {
  const id = desk.crypto.sha256Hex(secret.reveal());
  return desk.store.transact(async (transaction) => {
    const { session, account } = await entitledToEnrol(transaction, await heldSession(transaction, id));
    const known = await transaction.passkeys.of(account.id);
    if (known.length >= MOST) throw new Refused('WRONG_STATE', `An account has ${MOST} passkeys at most.`, 'Remove one first.');
    const challenge = await giveChallenge(transaction, desk, session, 'enrol');
    const { login, displayName } = account;
    return { challenge, account: { id: account.id, login, displayName }, known: known.map(knownAs) };
  });
}

/**
 * Takes a passkey into use: the session is rotated and whole, and every other session of the account ends. With the first second
 * factor there are ten recovery codes, and also where none are left. Throws `Refused` with `INVALID_INPUT` for an answer that
 * proves nothing, comes too late or a second time, or brings a credential that is enrolled already; else as
 * {@link beginEnrolPasskey} does.
 */
export async function confirmEnrolPasskey(desk: PasskeyDesk, secret: Secret<string>, given: NamedPasskey): Promise<Enrolment> {
  const id = desk.crypto.sha256Hex(secret.reveal());
  const name = properName(given.name, 'The name of a passkey');
  return decided(desk.store, async (transaction) => {
    const live = await entitledToEnrol(transaction, await heldSession(transaction, id));
    const made = await madeFor(transaction, desk, live, given.made);
    return 'refused' in made ? made : { granted: await enrol(transaction, desk, live, { name, ...made.granted }) };
  });
}

type Enrolled = NewCredential & Pick<MadePasskey, 'transports'>;

/** The credential of the answer. A refusal leaves the challenge used up. */
async function madeFor(
  transaction: Transaction,
  desk: PasskeyDesk,
  { session }: LiveSession,
  made: MadePasskey,
): Promise<Verdict<Enrolled>> {
  const challenge = await takeChallenge(transaction, session, 'enrol');
  if (challenge === undefined) return { refused: noChallenge() };
  const credential = await desk.verifier.registered(made, challenge);
  if (credential === undefined) {
    const remedy = 'Begin again, with an authenticator that asks for a PIN, a finger or a face.';
    return { refused: new Refused('INVALID_INPUT', 'This is not a passkey for this site that has verified its owner.', remedy) };
  }
  const isKnown = (await transaction.passkeys.get(desk.crypto.sha256Hex(credential.credential))) !== undefined;
  if (isKnown)
    return { refused: new Refused('INVALID_INPUT', 'This passkey is enrolled already.', 'Take another authenticator.') };
  return { granted: { ...credential, transports: made.transports } };
}

async function enrol(
  transaction: Transaction,
  desk: PasskeyDesk,
  { session, account }: LiveSession,
  passkey: Enrolled & { readonly name: string },
): Promise<Enrolment> {
  const codes = account.recoveryCodes.length === 0 ? newRecoveryCodes(desk.crypto) : undefined;
  const id = desk.crypto.sha256Hex(passkey.credential);
  await transaction.passkeys.add({ ...passkey, id, staff: account.id, createdAt: transaction.now });
  await transaction.staff.change({ ...afterSuccess(account), ...(codes === undefined ? {} : { recoveryCodes: codes.kept }) });
  await transaction.sessions.removeOf(account.id);
  const object = { type: 'staff', id: account.id } as const;
  const details = { passkey: namedInTrail({ id }) };
  await note(transaction, desk, { action: 'staff.enrol-passkey', actor: staffActor(account.id), object, details });
  return { session: await rotateSession(transaction, desk, session), recoveryCodes: codes?.shown ?? [] };
}
