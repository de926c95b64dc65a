import type { Secret } from '@habeas/connector-sdk';
import type { LimitHouse } from '../limits/limit.js';
import type { StaffCrypto } from '../staff/staff-crypto.js';

/** The cryptography of links and claim codes. */
export interface DeliveryCrypto extends Pick<
  StaffCrypto,
  'hashPassword' | 'verifyPassword' | 'sha256Hex' | 'randomSecret' | 'isEqual' | 'seal' | 'open'
> {
  /** So many random decimal digits. */
  randomDigits(count: number): Secret<string>;
}

/** What deliveries work with. */
export interface DeliveryHouse {
  readonly crypto: DeliveryCrypto;
  /**
   * Where a controller's subjects open this link: `https://privacy.example.org/ask/club/d/lnk_1`. Its secret is no part of it yet.
   * Nothing where the controller has no pages for its subjects: then no link goes out.
   */
  readonly addressOf: (controller: string, link: string) => string | undefined;
  /** Where a controller's subjects find their request again, with its reference and their claim code. Nothing as above. */
  readonly followOf: (controller: string) => string | undefined;
  /** Where whoever reads a contact on record says that they did not ask, with this secret. Nothing as above. */
  readonly stopOf: (controller: string, request: string, secret: string) => string | undefined;
  /** For how many days an answer can be fetched at most, as a controller's register says (LOG-04). Nothing where none says it. */
  readonly archiveDaysOf: (controller: string) => number | undefined;
  /** The mailbox of those who decide in a controller, where its register names one. */
  readonly officerOf: (controller: string) => Secret<string> | undefined;
  /** How often somebody can be written to whom nobody knows to have asked, and be asked from one network. */
  readonly limits: LimitHouse;
  /** How long the contacts on record have to object before an answer goes to a new one by itself (R57). */
  readonly coolOffMsOf: (controller: string) => number;
}
