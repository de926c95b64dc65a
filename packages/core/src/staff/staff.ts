/**
 * What a member of staff or a program may do in one controller (security R29).
 *
 * - `dpo` decides: releases, refuses, shreds; `handler` opens requests and starts their work; `reviewer` decides about matches
 * - `connector_admin` sees sources and their health, never results; `auditor` reads the trail, nothing else
 * - `service` is a program that files requests and follows them
 */
export type Role = 'dpo' | 'handler' | 'reviewer' | 'connector_admin' | 'auditor' | 'service';

/** A role in one controller. */
export interface Grant {
  readonly controller: string;
  readonly role: Role;
}

/** A member of staff. */
export interface StaffAccount {
  readonly id: string;
  /** What they type to sign in; unique, lower-case. For accounts of an identity provider: the issuer, a space, SHA-256 of the subject. */
  readonly login: string;
  readonly displayName: string;
  readonly grants: readonly Grant[];
  /** An argon2id hash in PHC format; missing where an identity provider vouches for the person. */
  readonly passwordHash?: string;
  /** The TOTP secret, sealed; missing until it is set up. */
  readonly totpSecret?: string;
  /** The last TOTP time step that was used: a code works once. */
  readonly totpStep?: number;
  /** SHA-256 of the recovery codes that are left, lower-case hexadecimal. */
  readonly recoveryCodes: readonly string[];
  /** Failed sign-ins in a row, and until when further ones are refused. */
  readonly failures: number;
  readonly lockedUntil?: Date;
  readonly disabledAt?: Date;
  readonly createdAt: Date;
}

/**
 * A browser's session (security R24). The store has its hash, the browser the secret. The one-time codes of set-up and of new
 * passwords lie in the same rows: their `staff` is no account, so that none of them is ever taken for a session.
 */
export interface StaffSession {
  /** SHA-256 of the session's secret, lower-case hexadecimal. */
  readonly id: string;
  readonly staff: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** Eight hours after its begin, whatever is done; fifteen minutes while the second factor is missing. */
  readonly expiresAt: Date;
  /** When the person last proved with a second factor that it is still them. A session without it can do nothing else. */
  readonly steppedUpAt?: Date;
  /** SHA-256 of the session at the identity provider that it came from, with its issuer: the provider may end it. */
  readonly providerSession?: string;
}

/** A program's credential (security R26). */
export interface ServiceToken {
  /** Public part: the token itself is `hbs_<id>_<secret>`. */
  readonly id: string;
  readonly controller: string;
  readonly name: string;
  /** SHA-256 of the secret, lower-case hexadecimal. */
  readonly secretHash: string;
  /** What it may do, by the names of permissions. */
  readonly scopes: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt?: Date;
  readonly revokedAt?: Date;
}
