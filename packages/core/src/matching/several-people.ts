import { compareTexts, type KnownMatch } from './known-match.js';
import { areTwoPeople, compareFacts, type PersonFacts } from './person-facts.js';

/** More distinct facts than this under one identifier are several people without comparing each with each. */
const COMPARED_AT_MOST = 50;

/** What the fan-out guard depends on. */
export interface FanOutRules {
  /** Verified names and birth dates of the subject: records that agree with them are one person's, though they differ. */
  readonly accepted: PersonFacts;
  /** So many records of a collection in which each is a person of its own may carry one identifier. */
  readonly recordsPerIdentifier: number;
}

/**
 * The fan-out guard: the identifiers that lead to several people. That is so when two of the records in one collection that
 * carry the identifier contradict each other in given name or birth date, or when more records carry it than one person has,
 * in a collection where each record is a person (those that agree in name or birth date counted once). Depends only on the set of
 * matches, never on their order.
 */
export function identifiersOfSeveralPeople(matches: readonly KnownMatch[], rules: FanOutRules): ReadonlySet<string> {
  const ambiguous = new Set<string>();
  for (const { key, records } of recordsByIdentifier(matches)) if (areSeveral(records, rules)) ambiguous.add(key);
  return ambiguous;
}

function areSeveral(records: readonly KnownMatch[], { accepted, recordsPerIdentifier }: FanOutRules): boolean {
  const isPersonTable = records.some(({ isPersonRecord }) => isPersonRecord);
  if (isPersonTable && areMoreThan(recordsPerIdentifier, records)) return true;
  const facts = [...new Map(records.map(({ facts: each }) => [JSON.stringify(each), each])).values()];
  if (facts.length > COMPARED_AT_MOST) return true;
  return facts.some((a, index) => facts.slice(index + 1).some((b) => areTwoPeople(a, b, accepted, isPersonTable)));
}

/** Whether there are more records than this, those that agree in name or birth date with an earlier one not counted: they are duplicates. */
function areMoreThan(limit: number, records: readonly KnownMatch[]): boolean {
  const apart: PersonFacts[] = [];
  return records.some(({ facts }) => {
    if (!apart.some((earlier) => agrees(facts, earlier))) apart.push(facts);
    return apart.length > limit;
  });
}

function agrees(a: PersonFacts, b: PersonFacts): boolean {
  const { name, birthDate } = compareFacts(a, b);
  return name === 'strong' || name === 'weak' || birthDate === 'equal';
}

function recordsByIdentifier(matches: readonly KnownMatch[]): Iterable<{ key: string; records: KnownMatch[] }> {
  const groups = new Map<string, { key: string; records: KnownMatch[] }>();
  for (const match of [...matches].sort((a, b) => compareTexts(a.id, b.id))) {
    for (const key of keysOf(match)) {
      const place = JSON.stringify([key, match.source, match.collection]);
      const group = groups.get(place) ?? { key, records: [] };
      group.records.push(match);
      groups.set(place, group);
    }
  }
  return groups.values();
}

/** The identifiers that stand exactly on the record itself, as its own person's. */
function keysOf({ evidence, carried }: KnownMatch): ReadonlySet<string> {
  const own = evidence.filter(({ place, how }) => place === 'identifier' && how !== 'folded');
  return new Set([...own, ...carried].map(({ key }) => key));
}
