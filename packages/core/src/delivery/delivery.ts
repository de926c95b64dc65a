import type { ArchiveFile } from '../request/data-request.js';
import type { Packing } from './packing.js';

/** How the answer to one request reaches its subject: by a link, and a code that was told when the request was filed (security R50 to R53). */
export interface Delivery {
  readonly controller: string;
  readonly request: string;
  /** The hash of the claim code, sealed under the key of the installation: the store alone does not let anybody guess it. */
  readonly claim: string;
  /** Whether the answer goes out by itself where the gate is open (OUT-08). */
  readonly isAutomatic: boolean;
  /** Wrong claim codes in a row of those who wanted to follow the request, and until when none is looked at after too many. */
  readonly finds: number;
  readonly findsWaitUntil?: Date;
  /** The link that is worth something; every earlier one is not. Missing before the release. */
  readonly link?: DownloadLink;
  /** What its archive is locked with. Missing where nobody has chosen: then it is the plain ZIP, or nothing yet (see `wantedLock`). */
  readonly packing?: ChosenPacking;
}

/** What an archive was chosen to be packed as, and how far that is. */
export interface ChosenPacking {
  readonly id: string;
  readonly packing: Packing;
  /** How often its subject has chosen. */
  readonly choices: number;
  /** Sealed under the key of the request, until the archive is locked with it: then nothing holds it any more. */
  readonly passphrase?: string;
  /** The locked archive, once it is there. */
  readonly file?: FetchedFile;
}

/** A file in the vault as it is fetched. */
export type FetchedFile = Pick<ArchiveFile, 'blob' | 'bytes' | 'sha256'>;

/** What a subject is sent. */
export interface DownloadLink {
  readonly id: string;
  /** SHA-256 of its secret, lower-case hexadecimal. */
  readonly secretHash: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly isRevoked: boolean;
  /** How many downloads reached their end. */
  readonly completed: number;
  /** Wrong claim codes in the whole life of the link. */
  readonly failures: number;
  /** After several wrong codes: until when none is looked at. */
  readonly waitUntil?: Date;
}

/** A browser that has proved that the download is its subject's. */
export interface DownloadSession {
  /** SHA-256 of the secret in its cookie, lower-case hexadecimal. */
  readonly id: string;
  readonly controller: string;
  readonly request: string;
  readonly link: string;
  readonly expiresAt: Date;
  /** What of the archive was sent since it last was sent whole: disjoint, in order. */
  readonly sent: readonly SentBytes[];
}

/** The bytes from `start`, up to and without `end`. */
export interface SentBytes {
  readonly start: number;
  readonly end: number;
  /** Of which file. Missing for the archive as it is. */
  readonly file?: string;
}

/** How many downloads of one link may reach their end (security R53). */
export const MOST_DOWNLOADS = 5;
/** So many wrong codes, and none is looked at for a while. */
export const CODES_IN_A_ROW = 5;
/** So many wrong codes in the life of a link, and it is worth nothing any more: 2 · 10⁻⁷ for eight digits (security R52). */
export const MOST_FAILURES = 20;
/** How often a subject may choose how their archive is packed. */
export const MOST_CHOICES = 10;
/** How long no code is looked at. */
export const WAIT_MS = 10 * 60_000;
/** How long a browser is let in (security R51). */
export const SESSION_MS = 30 * 60_000;
