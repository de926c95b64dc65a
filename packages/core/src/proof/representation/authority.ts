import { compareDates, type LocalDate } from '../../calendar/local-date.js';
import type { Right } from '../../request/right.js';
import { Refused } from '../../request/refused.js';
import type { OnBehalf } from '../proof-facts.js';
import { type Directive, directiveFaults } from './directives.js';
import type { HeirPurpose } from './heir-purpose.js';
import { AUTHORITY_EVIDENCE, type AuthorityEvidence, type RepresentationFacts } from './representation-facts.js';

/** What an officer has seen of the authority of somebody who acts for another. */
export interface Authority {
  readonly evidence: AuthorityEvidence;
  /** Of a mandate: when it was signed, until when it is good, and what it covers. */
  readonly signedOn?: LocalDate;
  readonly goodUntil?: LocalDate;
  readonly covers?: readonly Right[];
  /** Whether the person who is acted for has confirmed it: by a contact on record. */
  readonly isConfirmed?: boolean;
  /** Of a child: when it was born, whether it was heard, and why the answer is in its own interest. */
  readonly bornOn?: LocalDate;
  readonly isChildHeard?: boolean;
  readonly childInterest?: string;
  /** Of a deceased person: when they died, what for, and whether they have left a direction against it. */
  readonly diedOn?: LocalDate;
  readonly purpose?: HeirPurpose;
  readonly isForbidden?: boolean;
  /** What the deceased has directed, all that was found of it. It goes before what heirs ask. */
  readonly directives?: readonly Directive[];
  /** Whether who asks is among those that the directive in force names. */
  readonly isNamed?: boolean;
  /** The national law that gives heirs the right, where the controller's is not French. */
  readonly nationalLawRef?: string;
}

/** What an officer decides about somebody who acts for another. */
export interface RepresentationDecision {
  readonly outcome: RepresentationFacts['outcome'];
  readonly authority: Authority;
  /** In words, sealed with the case. */
  readonly reason: string;
  readonly answerTo: RepresentationFacts['answerTo'];
  /** The address of the representative, where the answer goes to them. Sealed with the case. */
  readonly sendTo?: string;
}

/** What is checked against. */
export interface AuthorityTerms {
  readonly today: LocalDate;
  readonly rights: readonly Right[];
  /** ISO 3166-1 alpha-2: whose law the controller is under. */
  readonly jurisdiction: string;
}

const OF_AGE = 18;
/** From this age a child is heard (loi Informatique et Libertés, art. 45). */
const HEARD_FROM = 15;

/**
 * Throws `Refused` with `INVALID_INPUT` where what was seen gives nobody authority (PER-03 to PER-05): a mandate that is not dated, over, or
 * less than what is asked; a parent of an adult; an heir of a living person, or against what the deceased has directed.
 */
export function requireAuthority(onBehalf: OnBehalf, authority: Authority, terms: AuthorityTerms): void {
  const known: readonly AuthorityEvidence[] = AUTHORITY_EVIDENCE[onBehalf];
  const faults = [
    ...when(!known.includes(authority.evidence), `it is shown by: ${known.join(', ')}`),
    ...CHECKS[onBehalf](authority, terms),
  ];
  if (faults.length > 0) throw new Refused('INVALID_INPUT', `This gives no authority: ${faults.join('; ')}.`);
}

type Check = (authority: Authority, terms: AuthorityTerms) => readonly string[];

const mandate: Check = ({ signedOn, goodUntil, covers = [], isConfirmed }, { today, rights }) => [
  ...when(signedOn === undefined || compareDates(signedOn, today) > 0, 'a mandate has a date that is not in the future'),
  ...when(goodUntil !== undefined && compareDates(goodUntil, today) < 0, 'the mandate is over'),
  ...when(!rights.every((right) => covers.includes(right)), 'the mandate does not cover everything that is asked'),
  ...when(isConfirmed !== true, 'the person has not confirmed it by a contact on record'),
];

const child: Check = ({ bornOn, isChildHeard, childInterest = '' }, { today }) => {
  const age = bornOn === undefined ? undefined : ageOn(today, bornOn);
  return [
    ...when(age === undefined || age < 0, 'a child has a date of birth'),
    ...when(age !== undefined && age >= OF_AGE, 'they are of age, and ask for themselves'),
    ...when(age !== undefined && age >= HEARD_FROM && isChildHeard !== true, `a child of ${String(HEARD_FROM)} is heard`),
    ...when(childInterest.trim() === '', 'the interest of the child is not weighed'),
  ];
};

const estate: Check = (authority, { today, jurisdiction }) => {
  const { diedOn, purpose, isForbidden, directives = [], nationalLawRef = '' } = authority;
  return [
    ...when(diedOn === undefined || compareDates(diedOn, today) > 0, 'nobody inherits from the living'),
    ...when(purpose === undefined, 'heirs have data for a purpose of the law'),
    ...when(isForbidden !== false, 'it is not known that the deceased has directed nothing against it'),
    ...directiveFaults(directives, authority),
    ...when(jurisdiction !== 'FR' && nationalLawRef.trim() === '', 'no national law is named that gives heirs the right'),
  ];
};

const CHECKS: Readonly<Record<OnBehalf, Check>> = {
  proxy: mandate,
  guardian: () => [],
  parental_authority: child,
  heir: estate,
};

function when(isSo: boolean, fault: string): readonly string[] {
  return isSo ? [fault] : [];
}

/** In whole years. */
function ageOn(today: LocalDate, bornOn: LocalDate): number {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
