/**
 * What a look at the contacts on record came to. Codes went there, or a human has to look: nothing matches, no address stands on what does,
 * more than one person may match, there are too many addresses, or a source did not answer.
 */
export type ProbeOutcome = 'codes_sent' | 'no_record' | 'no_contact' | 'several_people' | 'too_many' | 'failed';

/** How the contacts of a requester stand to those on record. For those who decide: its subject is told nothing of it. No personal data. */
export interface ContactFacts {
  /** Missing while nobody has looked. */
  readonly probe?: ProbeOutcome;
  /** Whether no address that was proved stands on a record, while records of theirs may exist (IDV-09). */
  readonly isNew: boolean;
  /** That contacts on record are told of the request, and by what one of them stops it. Missing while none was found. */
  readonly notice?: NoticeFacts;
  /** When one of them said that they did not ask: ISO 8601, UTC. */
  readonly objectedAt?: string;
  /** When the time was over in which they could object before an answer goes to a new contact by itself: ISO 8601, UTC. */
  readonly cooledOffAt?: string;
}

/** Whether somebody who reads a contact on record did not ask: that is a doubt like any that an officer has. */
export function isObjectedTo({ contacts }: { readonly contacts?: Pick<ContactFacts, 'objectedAt'> }): boolean {
  return contacts?.objectedAt !== undefined;
}

/** What is kept of the notices to contacts on record. No personal data. */
export interface NoticeFacts {
  /** SHA-256 of the secret that stands in the notices, lower-case hexadecimal. */
  readonly secretHash: string;
  /** How many addresses on record were told. */
  readonly told: number;
}
