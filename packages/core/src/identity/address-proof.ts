/**
 * The proof that somebody still owes: that they read an address which they gave, or one that stands on record. By a code that was sent to it; one
 * for each request at most.
 */
export interface AddressProof {
  readonly controller: string;
  readonly request: string;
  /** The identifier that it proves, by its position in the request, from 1. {@link ON_RECORD}: one of the contacts on record. */
  readonly identifier: number;
  /** The hashes of the codes that are good now, one for each address, sealed under the key of the installation. */
  readonly code: string;
  readonly sentAt: Date;
  /** How many codes were sent. */
  readonly sent: number;
  /** How many wrong ones were tried since the last was sent, and in all. */
  readonly failures: number;
  readonly failuresInAll: number;
}

/** A browser in which a request was made, or that has shown its claim code: it may follow the request. */
export interface FollowSession {
  /** SHA-256 of the secret in its cookie, lower-case hexadecimal. */
  readonly id: string;
  readonly controller: string;
  readonly request: string;
  readonly expiresAt: Date;
}

/** In the place of a position: the contacts on record, in the order in which they are kept with the request. */
export const ON_RECORD = 0;
/** So many contacts on record are written to at most. */
export const MOST_CONTACTS = 3;
/** How long a code is good (NIST SP 800-63B §5.1.3; security R52). */
export const CODE_MINUTES = 10;
/** How many wrong codes one code survives, and one request. */
export const TRIES_PER_CODE = 5;
export const TRIES_PER_REQUEST = 20;
/** How many codes are sent for one request, and how far apart: nobody's mailbox is filled by it. */
export const MOST_CODES = 5;
export const BETWEEN_CODES_MS = 60_000;
/** How long a browser may follow a request before it has to show the claim code again. */
export const FOLLOW_MS = 60 * 60_000;
