/** A WebAuthn credential that a member of staff proves with that it is them (security R28). Its private key never leaves the authenticator. */
export interface Passkey {
  /** SHA-256 of the credential's id, lower-case hexadecimal: so no credential belongs to two accounts. */
  readonly id: string;
  readonly staff: string;
  /** What its owner calls it. */
  readonly name: string;
  /** The credential's id as authenticators know it, base64url. */
  readonly credential: string;
  /** A COSE key (RFC 9052), base64url. */
  readonly publicKey: string;
  /** How its browser said that it is reached: a hint for the next browser, nothing that anything is decided by. */
  readonly transports: readonly string[];
  /** The signature counter of its last use; 0 where the authenticator does not count. */
  readonly counter: number;
  readonly createdAt: Date;
  readonly lastUsedAt?: Date;
}

/** What an answer to a challenge is to do. */
export type ChallengePurpose = 'enrol' | 'prove' | 'step-up';

/** A text that one answer has to sign. A session has one at a time. */
export interface PasskeyChallenge {
  /** The id of the session that asked. */
  readonly session: string;
  readonly purpose: ChallengePurpose;
  /** 256 random bits, base64url. */
  readonly challenge: string;
  readonly expiresAt: Date;
}

/** A passkey as a browser has to know it to ask its authenticators for it. */
export type KnownPasskey = Pick<Passkey, 'credential' | 'transports'>;

/** See {@link KnownPasskey}. */
export function knownAs({ credential, transports }: Passkey): KnownPasskey {
  return { credential, transports };
}

/** So many characters of a passkey's id name it in the trail. */
const NAMED_BY = 16;

/** A passkey, as the trail names it. */
export function namedInTrail({ id }: Pick<Passkey, 'id'>): string {
  return id.slice(0, NAMED_BY);
}
