import type { Origin } from '@habeas/connector-sdk';
import type { Basis } from '../register/vocabulary.js';
import type { ActivityFacts, FieldFacts } from './facts.js';
import { allOf, anyOf, type Known } from './known.js';
import type { MissingFact } from './scope-decision.js';

const ORIGINS: readonly Origin[] = ['provided', 'observed', 'derived', 'inferred', 'third_party'];
const PORTABLE_BASES: readonly Basis[] = ['consent', 'explicit_consent', 'contract'];

/** The conditions of Art. 20(1) GDPR for one field, each of which holds, does not, or is unknown (PRT-01). */
export interface PortabilityTerms {
  /** Given by the subject, or observed of them (PRT-02). */
  readonly origin: Known;
  readonly automated: Known;
  /** Some current purpose rests on consent or contract. */
  readonly basis: Known;
  readonly special: Known;
  /** Special, and consented to under Art. 9(2)(a). */
  readonly explicit: Known;
}

/** Weighs the conditions of Art. 20(1) (PRT-01, SPC-02). */
export function portabilityTerms({ origin, special, unclassified }: FieldFacts, activity: ActivityFacts): PortabilityTerms {
  const { bases, automated, article9 } = activity;
  // Of a field that nobody has classified nobody has said that it is not special either.
  const isSpecial = unclassified === true && special === undefined ? undefined : special === true;
  return {
    origin: origin === undefined ? undefined : origin === 'provided' || origin === 'observed',
    automated,
    basis: restsOn(bases, (basis) => PORTABLE_BASES.includes(basis)),
    special: isSpecial,
    explicit: allOf(isSpecial, article9 === undefined ? undefined : article9 === 'a'),
  };
}

/**
 * Whether Art. 20 covers a field (PRT-01). Its (1)(a) is read literally: consent under Art. 6(1)(a) or 9(2)(a), or a contract; any
 * one current purpose is enough. A public task (Art. 20(3)) is a basis that does not count; it does not spoil another purpose.
 */
export function isPortable({ origin, automated, basis, explicit }: PortabilityTerms): Known {
  return allOf(origin, automated, anyOf(basis, explicit));
}

/** Whether the controller's own policy promises a field (PRT-03), on whatever basis it names. */
export function isPromised({ origin }: FieldFacts, { policyScope, bases, automated, channel }: ActivityFacts): Known {
  if (policyScope === undefined) return false;
  const { origins, bases: promised, channels } = policyScope;
  return allOf(
    automated,
    isOfAny(origins, origin),
    promised === 'any' ? true : restsOn(bases, (basis) => promised.includes(basis)),
    channels === undefined ? true : isAmong(channels, channel),
  );
}

/** Whether it is added without a duty (PRT-04): of the same origins as Art. 20 covers, and never what was derived. */
export function isVoluntary({ origin, automated }: PortabilityTerms, { voluntary }: ActivityFacts): Known {
  return voluntary === true ? allOf(origin, automated) : false;
}

/** What has to be filled in before any of this can be said, as far as it matters. */
export function missingTerms(terms: PortabilityTerms, { origin }: FieldFacts, activity: ActivityFacts): readonly MissingFact[] {
  const { bases, policyScope, channel } = activity;
  const isBasisOpen = bases.length === 0 || bases.includes(undefined);
  const doesBasisMatter = terms.basis !== true || (policyScope !== undefined && policyScope.bases !== 'any');
  const facts: readonly (readonly [boolean, MissingFact])[] = [
    [origin === undefined, 'origin'],
    [terms.automated === undefined, 'automated'],
    [isBasisOpen && doesBasisMatter, 'basis'],
    [terms.basis !== true && terms.special === undefined, 'classification'],
    [terms.basis !== true && terms.special !== false && terms.explicit === undefined, 'article-9-condition'],
    [policyScope?.channels !== undefined && channel === undefined, 'channel'],
  ];
  return facts.filter(([isMissing]) => isMissing).map(([, fact]) => fact);
}

function restsOn(bases: ActivityFacts['bases'], counts: (basis: Basis) => boolean): Known {
  const isOpen = bases.length === 0 || bases.includes(undefined);
  return bases.some((basis) => basis !== undefined && counts(basis)) ? true : anyOfUnknown(isOpen);
}

function isOfAny(origins: readonly Origin[], origin: Origin | undefined): Known {
  if (origin !== undefined) return origins.includes(origin);
  return ORIGINS.every((each) => origins.includes(each)) ? true : anyOfUnknown(origins.length > 0);
}

function isAmong(channels: readonly string[], channel: string | undefined): Known {
  return channel === undefined ? anyOfUnknown(channels.length > 0) : channels.includes(channel);
}

/** Unknown where something could still turn out to hold, else not. */
function anyOfUnknown(isOpen: boolean): Known {
  return isOpen ? undefined : false;
}
