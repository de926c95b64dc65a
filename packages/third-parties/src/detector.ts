import type { ThirdPartySpan } from '@habeas/core/law';
import { DEFAULT_REGIONS, type DetectorOptions } from './known-subject.js';
import { Contacts } from './names/contacts.js';
import { findNames } from './names/find-names.js';
import { findCodes } from './numbers/find-codes.js';
import { findEmails } from './numbers/find-emails.js';
import { findPhones } from './numbers/find-phones.js';
import { OwnIdentifiers } from './own-identifiers.js';
import { apart } from './apart.js';

/** Looks through one text. Pure: nothing is kept between calls, nothing leaves the process. */
export type ThirdPartyDetector = (text: string) => readonly ThirdPartySpan[];

/**
 * A detector for what of other people stands in the free text of one subject's records (TPD-06): in the order of the text,
 * without overlaps, the subject's own identifiers left out. It may miss somebody and may take a firm for a person: what it
 * finds queues a record for review, and what it does not find releases nothing.
 */
export function thirdPartyDetector({ subject, phoneRegions = DEFAULT_REGIONS }: DetectorOptions): ThirdPartyDetector {
  const own = new OwnIdentifiers(subject, phoneRegions);
  return (text) => {
    const contacts = apart([...findEmails(text), ...findCodes(text), ...findPhones(text)]);
    const all = apart([...contacts, ...findNames(text, new Contacts(text, contacts))]);
    return all.filter(({ kind, start, end }) => !own.holds(kind, text.slice(start, end)));
  };
}
