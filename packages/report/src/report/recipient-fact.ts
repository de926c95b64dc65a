import { type Activity, isOutside, isStated, type Recipient, type Register, thirdCountriesOf } from '@habeas/core/law';
import type { RecipientFact } from './subject-report.js';

/** Who receives data of an activity, and whether the controller states it (Art. 15(1)(c), (2); REP-03, REP-04). */
export interface RecipientFacts {
  readonly recipients: readonly RecipientFact[];
  /** It states those that are told, or that there are none. */
  readonly areRecipientsStated: boolean;
}

/**
 * Recipients as far as they are stated (PRF-03): one that is only assumed is none, and neither are its place and its safeguard where
 * those are. Staff is no recipient, nor is an authority that asks in an inquiry of its own (Art. 4(9)).
 */
export function recipientFacts({ recipients: ids }: Activity, { recipients, declares }: Register): RecipientFacts {
  const listed = (ids ?? []).flatMap((id) => {
    const recipient = Object.hasOwn(recipients, id) ? recipients[id] : undefined;
    return recipient === undefined || !isOutside(recipient) ? [] : [{ id, recipient }];
  });
  const stated = listed.filter(({ recipient }) => isStated(recipient));
  const staysInUnion = declares.noThirdCountryTransfer !== undefined && isStated(declares.noThirdCountryTransfer);
  return {
    recipients: stated.map(({ id, recipient }) => factOf(id, recipient, staysInUnion)),
    areRecipientsStated: ids !== undefined && (stated.length > 0 || listed.length === 0),
  };
}

function factOf(id: string, recipient: Recipient, staysInUnion: boolean): RecipientFact {
  const { location: place, safeguard: protection, ...rest } = recipient;
  const location = place !== undefined && isStated(place) ? place : undefined;
  const safeguard = protection !== undefined && isStated(protection) ? protection : undefined;
  const told: Recipient = {
    ...rest,
    ...(location === undefined ? {} : { location }),
    ...(safeguard === undefined ? {} : { safeguard }),
  };
  return {
    id,
    recipient: told,
    thirdCountries: thirdCountriesOf(told),
    // One that receives data only in some event has no place yet.
    isPlaceOpen: location === undefined && !staysInUnion && recipient.onlyIf === undefined,
  };
}
