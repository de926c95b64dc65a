import type { Wording } from '../wording/wording.js';
import type { Backed } from './backing.js';
import type { RecipientRole, SafeguardKind, UnnamedReason } from './vocabulary.js';

/** Where a recipient reads the data: countries as ISO 3166-1 alpha-2, or anywhere. */
export interface RecipientLocation extends Backed {
  readonly in: readonly string[] | 'worldwide';
}

/** What protects data that go to a third country, and where a copy of it can be had (Art. 13(1)(f), 15(2), 46 GDPR). */
export interface Safeguard extends Backed {
  readonly type: SafeguardKind;
  readonly text?: Wording;
  /** Where the person gets a copy. */
  readonly copyFrom?: string;
}

/** Somebody who receives data of one or several activities (Art. 15(1)(c) GDPR). */
export interface Recipient extends Backed {
  readonly title: Wording;
  /** Who exactly. Without it `unnamedBecause` has to say why only a category is known (REP-03). */
  readonly name?: string;
  readonly unnamedBecause?: UnnamedReason;
  readonly role: RecipientRole;
  readonly location?: RecipientLocation;
  readonly safeguard?: Safeguard;
  /** The event in which it receives data, where it otherwise does not: the sale of the organisation. */
  readonly onlyIf?: Wording;
}

/**
 * Whether it is a recipient in the sense of Art. 4(9): the controller's own staff is none, nor is an authority that asks in an inquiry
 * of its own.
 */
export function isOutside({ role }: Recipient): boolean {
  return role !== 'internal' && role !== 'authority';
}
