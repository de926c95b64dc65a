import { identifierKey } from '../subject/identifier-key.js';
import { mayBeSearched, type Subject } from '../subject/subject.js';
import { decide, type Decision, type DecisionContext } from './decide.js';
import { compareTexts, type KnownMatch } from './known-match.js';
import { areTwoPeople, givenFacts, mergeFacts, type PersonFacts } from './person-facts.js';
import { NO_REVIEWS, reviewOf, type Reviews } from './reviews.js';
import { identifiersOfSeveralPeople } from './several-people.js';

/** An identifier that an included match taught, and where it stood. */
export interface Lesson {
  readonly key: string;
  readonly match: KnownMatch;
  readonly carried: KnownMatch['carried'][number];
}

/** A match and what was decided about it. */
export interface Verdict {
  readonly match: KnownMatch;
  readonly decision: Decision;
}

/** What decisions depend on beside the matches and the subject. */
export interface SettlementRules {
  readonly recordsPerIdentifier: number;
  readonly reviews?: Reviews;
}

/** All decisions about a set of matches. */
export interface Settlement {
  /** Sorted by source, collection and record. */
  readonly verdicts: readonly Verdict[];
  /** In an order that depends on the matches only. Identifiers on queued matches are not followed: a human decides first. */
  readonly lessons: readonly Lesson[];
  /** The identifiers that lead to several people, by key. */
  readonly ambiguous: ReadonlySet<string>;
}

/**
 * Decides about all matches at once, as a function of the set: the order in which sources answered cannot change it.
 *
 * Inclusion grows in layers. The first holds what the verified identifiers prove; each next one what the identifiers, names
 * and birth dates of the layers before corroborate. Matches that would join in one layer, and are clearly two people, all stay
 * out, and so does whatever the identifier they share leads to. Whatever is found later, everything is settled anew, so an identifier that turns out to be ambiguous takes back what
 * rested on it.
 *
 * What a human has said stands: a confirmed match is included before everything else and speaks for and against the others as a
 * proved one does; a rejected one is left out and teaches nothing.
 */
export function settle(matches: readonly KnownMatch[], subject: Subject, rules: SettlementRules): Settlement {
  const state = new SettlementInProgress(matches, subject, rules);
  while (state.addLayer()) continue;
  return state.finish();
}

class SettlementInProgress {
  readonly #verdicts = new Map<string, Verdict>();
  readonly #lessons = new Map<string, Lesson>();
  readonly #trust: Map<string, 'verified' | 'derived'>;
  readonly #ambiguous: Set<string>;
  readonly #disputed = new Set<string>();
  readonly #accepted: PersonFacts;
  #contradicting: PersonFacts;
  #corroborating: PersonFacts;
  #open: readonly KnownMatch[];

  constructor(matches: readonly KnownMatch[], { identifiers }: Subject, { recordsPerIdentifier, reviews }: SettlementRules) {
    this.#open = [...matches].sort((a, b) => compareTexts(a.id, b.id));
    this.#accepted = givenFacts(identifiers.filter(({ verified }) => verified));
    this.#corroborating = this.#accepted;
    this.#contradicting = givenFacts(identifiers);
    this.#trust = new Map(identifiers.filter(mayBeSearched).map(({ identifier }) => [identifierKey(identifier), 'verified']));
    this.#ambiguous = new Set(identifiersOfSeveralPeople(this.#open, { accepted: this.#accepted, recordsPerIdentifier }));
    this.#takeReviewed(reviews ?? NO_REVIEWS);
  }

  #takeReviewed(reviews: Reviews): void {
    const context = this.#context();
    const layer: Verdict[] = [];
    for (const match of this.#open) {
      const review = reviewOf(match, reviews);
      if (review === undefined) continue;
      const { tier } = decide(match, context);
      if (review === 'rejected') this.#verdicts.set(match.id, { match, decision: { tier, ...REJECTED } });
      else layer.push({ match, decision: { tier, ...CONFIRMED } });
    }
    for (const verdict of layer) this.#include(verdict);
    this.#learnFacts(layer);
    this.#open = this.#open.filter(({ id }) => !this.#verdicts.has(id));
  }

  /** Includes what can be included by now. Returns whether that was anything. */
  addLayer(): boolean {
    const context = this.#context();
    const candidates = this.#open
      .map((match) => ({ match, decision: decide(match, context) }))
      .filter(({ decision }) => decision.decision === 'included');
    this.#dispute(candidates.map(({ match }) => match));
    if (this.#doubtWhatTheyShare(candidates.map(({ match }) => match))) return true;
    const layer = candidates.filter(({ match }) => !this.#disputed.has(match.id));
    for (const verdict of layer) this.#include(verdict);
    this.#learnFacts(layer);
    this.#open = this.#open.filter(({ id }) => !this.#verdicts.has(id));
    return layer.length > 0;
  }

  finish(): Settlement {
    const context = this.#context();
    for (const match of this.#open) {
      const decision = decide(match, context);
      const unfollowed = match.carried.some(({ key }) => !this.#trust.has(key));
      const reasons = unfollowed ? [...decision.reasons, 'identifiers-not-followed' as const] : decision.reasons;
      this.#verdicts.set(match.id, { match, decision: { ...decision, reasons } });
    }
    const verdicts = [...this.#verdicts.values()].sort((a, b) => compareTexts(a.match.id, b.match.id));
    return { verdicts, lessons: [...this.#lessons.values()], ambiguous: this.#ambiguous };
  }

  #context(): DecisionContext {
    return {
      trust: this.#trust,
      ambiguous: this.#ambiguous,
      contradicting: this.#contradicting,
      corroborating: this.#corroborating,
      disputed: this.#disputed,
    };
  }

  /** Marks every match that is clearly another person than one it would be included with. Nobody knows which of them is the subject. */
  #dispute(candidates: readonly KnownMatch[]): void {
    const distinct = new Map(candidates.map(({ facts }) => [JSON.stringify(facts), facts]));
    const disputed = new Set(
      [...distinct].filter(([, facts]) => this.#isDisputed(facts, distinct.values())).map(([signature]) => signature),
    );
    for (const { id, facts } of candidates) if (disputed.has(JSON.stringify(facts))) this.#disputed.add(id);
  }

  /** An identifier that two people carry, be it in two collections, leads to neither. Returns whether one is newly doubted: then all is weighed again. */
  #doubtWhatTheyShare(candidates: readonly KnownMatch[]): boolean {
    const before = this.#ambiguous.size;
    const carriers = new Map<string, Map<string, PersonFacts>>();
    for (const { id, evidence, facts } of candidates.filter((match) => this.#disputed.has(match.id))) {
      for (const { key } of evidence) carriers.set(key, (carriers.get(key) ?? new Map<string, PersonFacts>()).set(id, facts));
    }
    for (const [key, people] of carriers) {
      const distinct = [...new Map([...people.values()].map((facts) => [JSON.stringify(facts), facts])).values()];
      if (distinct.some((facts) => this.#isDisputed(facts, distinct))) this.#ambiguous.add(key);
    }
    return this.#ambiguous.size > before;
  }

  #isDisputed(facts: PersonFacts, others: Iterable<PersonFacts>): boolean {
    for (const other of others) if (areTwoPeople(facts, other, this.#accepted)) return true;
    return false;
  }

  #include(verdict: Verdict): void {
    const { match } = verdict;
    this.#verdicts.set(match.id, verdict);
    for (const carried of match.carried) {
      const { key } = carried;
      if (this.#trust.has(key)) continue;
      this.#trust.set(key, 'derived');
      this.#lessons.set(key, { key, match, carried });
    }
  }

  /** Names and dates of what is proved speak for and against later matches; those of derived matches only against, and only while nothing better is known. */
  #learnFacts(layer: readonly Verdict[]): void {
    const factsOf = (isWanted: (decision: Decision) => boolean): PersonFacts =>
      mergeFacts(layer.filter(({ decision }) => isWanted(decision)).map(({ match }) => match.facts));
    const proved = factsOf(isProved);
    const derived = factsOf((decision) => !isProved(decision));
    this.#corroborating = mergeFacts([this.#corroborating, proved]);
    const against = mergeFacts([this.#contradicting, proved]);
    this.#contradicting = {
      names: against.names.length > 0 ? against.names : derived.names,
      birthDates: against.birthDates.length > 0 ? against.birthDates : derived.birthDates,
    };
  }
}

const CONFIRMED = { decision: 'included', reasons: ['confirmed-by-human'] } as const;
const REJECTED = { decision: 'rejected', reasons: ['rejected-by-human'] } as const;

/** Whether an included match is beyond doubt: by a verified identifier, or because a human says so. */
function isProved({ tier, reasons }: Decision): boolean {
  return tier === 'A' || reasons.includes('confirmed-by-human');
}
