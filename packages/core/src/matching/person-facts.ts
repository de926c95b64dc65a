import type { FoundIdentifier } from '@habeas/connector-sdk';
import type { SubjectIdentifier } from '../subject/subject.js';
import { compareBirthDates, type DateLevel } from './birth-date.js';
import { compareNames, type NameLevel, personName, type PersonName } from './name.js';

/** Names and birth dates known of a person. There may be several: a birth name, a name in use, a date mistyped somewhere. */
export interface PersonFacts {
  readonly names: readonly PersonName[];
  readonly birthDates: readonly string[];
}

/** How two persons' facts agree: the best of all pairs decides, since a person has several names. */
export interface FactsAgreement {
  readonly name: NameLevel;
  readonly birthDate: DateLevel;
}

/** Nothing is known. */
export const NO_FACTS: PersonFacts = { names: [], birthDates: [] };

/** What one record says: all its name fields are one name. */
export function recordFacts(found: readonly Pick<FoundIdentifier, 'identifier' | 'part'>[]): PersonFacts {
  const name = personName(
    found
      .filter(({ identifier }) => identifier.kind === 'name')
      .map(({ identifier, part }) => ({ part: part ?? 'full', text: identifier.value.reveal() })),
  );
  const birthDates = found
    .filter(({ identifier }) => identifier.kind === 'birthDate')
    .map(({ identifier }) => identifier.exact.reveal());
  return { names: name === undefined ? [] : [name], birthDates: [...new Set(birthDates)] };
}

/** What the requester says: parts make up one name, each full name is a name of its own. */
export function givenFacts(given: readonly SubjectIdentifier[]): PersonFacts {
  const isFull = ({ identifier, part }: SubjectIdentifier): boolean => identifier.kind === 'name' && (part ?? 'full') === 'full';
  return mergeFacts([
    recordFacts(given.filter((entry) => !isFull(entry))),
    ...given.filter(isFull).map((entry) => recordFacts([entry])),
  ]);
}

/** Everything that any of them says, each once. */
export function mergeFacts(all: readonly PersonFacts[]): PersonFacts {
  const names = new Map(all.flatMap(({ names: each }) => each).map((name) => [JSON.stringify(name), name]));
  return { names: [...names.values()], birthDates: [...new Set(all.flatMap(({ birthDates }) => birthDates))] };
}

/** See {@link FactsAgreement}. */
export function compareFacts(a: PersonFacts, b: PersonFacts): FactsAgreement {
  const names = a.names.flatMap((one) => b.names.map((other) => compareNames(one, other)));
  const dates = a.birthDates.flatMap((one) => b.birthDates.map((other) => compareBirthDates(one, other)));
  return {
    name: (['strong', 'weak', 'similar', 'different'] as const).find((level) => names.includes(level)) ?? 'unknown',
    birthDate: (['equal', 'close', 'different'] as const).find((level) => dates.includes(level)) ?? 'unknown',
  };
}

/**
 * Whether two records are clearly two people's. What agrees with `accepted` (verified names and birth dates of the subject) is
 * the subject's, though they may differ from each other: a birth name and a name in use. Where each record is a person of its
 * own (`strict`), a merely similar given name makes two people as well.
 */
export function areTwoPeople(a: PersonFacts, b: PersonFacts, accepted: PersonFacts, strict = false): boolean {
  const between = compareFacts(a, b);
  const toSubject = [compareFacts(a, accepted), compareFacts(b, accepted)];
  const namesDiffer = between.name === 'different' || (strict && between.name === 'similar');
  const bothNamesAccepted = toSubject.every(({ name }) => name === 'strong' || name === 'weak');
  const bothDatesAccepted = toSubject.every(({ birthDate }) => birthDate === 'equal');
  return (namesDiffer && !bothNamesAccepted) || (between.birthDate === 'different' && !bothDatesAccepted);
}
