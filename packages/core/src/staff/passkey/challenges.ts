import type { Transaction } from '../../ports/store.js';
import { Refused } from '../../request/refused.js';
import type { StaffDesk } from '../staff-desk.js';
import type { StaffSession } from '../staff.js';
import type { ChallengePurpose } from './passkey.js';

/** As long as a browser lets somebody look for their key. */
const VALID_MS = 5 * 60_000;

/** Gives a session a challenge for this purpose. One that it had is worth nothing any more. The account has to be held. */
export async function giveChallenge(
  { challenges, now }: Transaction,
  { crypto }: StaffDesk,
  session: StaffSession,
  purpose: ChallengePurpose,
): Promise<string> {
  const challenge = crypto.randomSecret().reveal();
  await challenges.removeExpired(now);
  await challenges.put({ session: session.id, purpose, challenge, expiresAt: new Date(now.getTime() + VALID_MS) });
  return challenge;
}

/**
 * The session's challenge, which is used up by this, whatever comes of the answer: the caller commits. `undefined` where there is
 * none for this purpose, or its time is over. The account has to be held.
 */
export async function takeChallenge(
  { challenges, now }: Transaction,
  session: StaffSession,
  purpose: ChallengePurpose,
): Promise<string | undefined> {
  const taken = await challenges.take(session.id);
  return taken?.purpose === purpose && now < taken.expiresAt ? taken.challenge : undefined;
}

/** The answer to an answer that nothing was asked for. */
export function noChallenge(): Refused {
  return new Refused('INVALID_INPUT', 'This challenge is not valid any more.', 'Begin again.');
}
