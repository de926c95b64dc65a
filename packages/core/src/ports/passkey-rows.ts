import type { Passkey, PasskeyChallenge } from '../staff/passkey/passkey.js';

/** Passkeys of staff. */
export interface PasskeyRows {
  /** Throws where the id exists. */
  add(passkey: Passkey): Promise<void>;
  get(id: string): Promise<Passkey | undefined>;
  change(passkey: Passkey): Promise<void>;
  remove(id: string): Promise<void>;
  /** Those of one account, oldest first. */
  of(staff: string): Promise<readonly Passkey[]>;
  removeOf(staff: string): Promise<void>;
}

/** What sessions have been asked to sign. */
export interface ChallengeRows {
  /** Replaces the session's challenge, if it has one. */
  put(challenge: PasskeyChallenge): Promise<void>;
  /** The session's challenge, which is gone then. */
  take(session: string): Promise<PasskeyChallenge | undefined>;
  removeExpired(before: Date): Promise<void>;
}
