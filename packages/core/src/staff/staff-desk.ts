import type { Secret } from '@habeas/connector-sdk';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Store } from '../ports/store.js';
import type { Factor } from './factors.js';
import type { StaffCrypto } from './staff-crypto.js';

/** What the use cases around staff access work with. */
export interface StaffDesk {
  readonly store: Store;
  readonly ids: Ids;
  /** For what never lies in the store; everything else goes by the time of the store. */
  readonly clock: Clock;
  readonly crypto: StaffCrypto;
  /** Goes into each password hash and lies outside the store: a stolen store alone cannot be guessed against. */
  readonly pepper?: Secret<string>;
}

/** A session that was just begun or rotated. Whoever has the secret is the person: it is given once. */
export interface NewSession {
  readonly secret: Secret<string>;
  readonly expiresAt: Date;
  /** What is still missing before anything else can be done with it. */
  readonly needs?: 'second-factor' | 'enrolment';
  /** With what the missing second factor can be proved. */
  readonly factors?: readonly Factor[];
}

/** A code that works once, for whoever it is handed to. */
export interface OneTimeCode {
  readonly code: Secret<string>;
  readonly expiresAt: Date;
}
