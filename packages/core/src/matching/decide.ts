import type { MatchAccount } from '../findings/findings.js';
import type { CheckedEvidence } from './checked-evidence.js';
import type { KnownMatch } from './known-match.js';
import { compareFacts, type PersonFacts } from './person-facts.js';

/** Why a match is where it is, as a code. `docs/matching.md` explains each to a person. */
export type Reason =
  | 'verified-exact'
  | 'issuer-id'
  | 'corroborated-name'
  | 'corroborated-birth-date'
  | 'corroborated-email'
  | 'corroborated-phone'
  | 'corroborated-id'
  | 'contradicts-name'
  | 'contradicts-birth-date'
  | 'contradicts-other-match'
  | 'several-people'
  | 'shared-mailbox'
  | 'folded-only'
  | 'free-text'
  | 'origin-in-doubt'
  | 'not-corroborated'
  | 'mention-only'
  | 'identifiers-not-followed'
  | 'confirmed-by-human'
  | 'rejected-by-human';

/** What is done with a match, and why. */
export interface Decision {
  readonly tier: MatchAccount['tier'];
  readonly decision: MatchAccount['decision'];
  readonly reasons: readonly Reason[];
}

/** What is known when a match is decided. */
export interface DecisionContext {
  /** The identifiers that speak for the subject: given and verified, or learnt from an included match. */
  readonly trust: ReadonlyMap<string, 'verified' | 'derived'>;
  /** Identifiers that lead to several people. They speak for nobody. */
  readonly ambiguous: ReadonlySet<string>;
  /** A name or birth date that fits none of these contradicts. */
  readonly contradicting: PersonFacts;
  /** A name or birth date that agrees with one of these corroborates. */
  readonly corroborating: PersonFacts;
  /** Matches that are clearly another person than another match of the same standing. */
  readonly disputed: ReadonlySet<string>;
}

interface Findings {
  readonly onlyMentioned: boolean;
  /** Some evidence is a verified identifier, however doubtful. */
  readonly proved: boolean;
  /** Evidence that nothing speaks against, by what makes the identifier trusted. */
  readonly clean: Readonly<Record<'verified' | 'derived', readonly CheckedEvidence[]>>;
  readonly contradictions: readonly Reason[];
  readonly corroborations: readonly Reason[];
  readonly doubts: readonly Reason[];
}

interface Row extends Pick<Decision, 'tier' | 'decision'> {
  readonly applies: (findings: Findings) => boolean;
  readonly because: (findings: Findings) => readonly Reason[];
}

/** The rules, from the top: the first row that applies decides; where none does, nothing is proved. */
const TABLE: readonly Row[] = [
  { tier: 'F', decision: 'queued', applies: (f) => f.onlyMentioned, because: () => ['mention-only'] },
  {
    tier: 'A',
    decision: 'included',
    applies: (f) => f.clean.verified.length > 0 && f.contradictions.length === 0,
    because: () => ['verified-exact'],
  },
  {
    tier: 'E',
    decision: 'included',
    applies: (f) => f.clean.derived.length > 0 && f.contradictions.length === 0 && f.corroborations.length > 0,
    because: (f) => f.corroborations,
  },
  { tier: 'B', decision: 'queued', applies: (f) => f.proved, because: (f) => [...f.contradictions, ...f.doubts] },
];

const NOT_PROVED: Omit<Row, 'applies'> = {
  tier: 'C',
  decision: 'queued',
  because: (f) => [...f.contradictions, ...f.doubts, ...(f.corroborations.length === 0 ? (['not-corroborated'] as const) : [])],
};

/**
 * Decides about one match (`docs/matching.md`). Pure; a score plays no part, and the connector's own judgement neither. A match
 * is included only if a trusted identifier, found exactly in a field of the person's own, speaks for it and nothing against it.
 */
export function decide(match: KnownMatch, context: DecisionContext): Decision {
  const findings = weigh(match, context);
  const { tier, decision, because } = TABLE.find(({ applies }) => applies(findings)) ?? NOT_PROVED;
  return { tier, decision, reasons: [...new Set(because(findings))] };
}

function weigh(match: KnownMatch, context: DecisionContext): Findings {
  const evidence = match.evidence.filter(({ place }) => place !== 'third-party');
  const clean = evidence.filter((each) => doubtsAbout(each, context).length === 0);
  const trustedAs = (trust: 'verified' | 'derived'): readonly CheckedEvidence[] =>
    clean.filter(({ key }) => context.trust.get(key) === trust);
  return {
    onlyMentioned: evidence.length === 0,
    proved: evidence.some(({ key }) => context.trust.get(key) === 'verified'),
    clean: { verified: trustedAs('verified'), derived: trustedAs('derived') },
    contradictions: contradictionsOf(match, context),
    corroborations: corroborationsOf(match, clean, context),
    doubts: evidence.flatMap((each) => doubtsAbout(each, context)),
  };
}

function doubtsAbout({ key, identifier, how, place }: CheckedEvidence, { trust, ambiguous }: DecisionContext): readonly Reason[] {
  const doubts: readonly (readonly [boolean, Reason])[] = [
    [ambiguous.has(key), 'several-people'],
    [identifier.shared, 'shared-mailbox'],
    [how === 'folded', 'folded-only'],
    [place === 'free-text', 'free-text'],
    [!trust.has(key), 'origin-in-doubt'],
  ];
  return doubts.filter(([applies]) => applies).map(([, reason]) => reason);
}

function contradictionsOf(match: KnownMatch, { contradicting, disputed }: DecisionContext): readonly Reason[] {
  const { name, birthDate } = compareFacts(match.facts, contradicting);
  return [
    ...(name === 'different' ? (['contradicts-name'] as const) : []),
    ...(birthDate === 'different' ? (['contradicts-birth-date'] as const) : []),
    ...(disputed.has(match.id) ? (['contradicts-other-match'] as const) : []),
  ];
}

/** What agrees beside the identifier that led here: one more identifying field, or an id in its issuer's own namespace. */
function corroborationsOf(match: KnownMatch, clean: readonly CheckedEvidence[], context: DecisionContext): readonly Reason[] {
  const { name, birthDate } = compareFacts(match.facts, context.corroborating);
  return [
    ...(clean.some(({ identifier }) => identifier.kind === 'id') ? (['issuer-id'] as const) : []),
    ...(name === 'strong' ? (['corroborated-name'] as const) : []),
    ...(birthDate === 'equal' ? (['corroborated-birth-date'] as const) : []),
    ...secondIdentifiers(match, clean, context),
  ];
}

function secondIdentifiers(match: KnownMatch, clean: readonly CheckedEvidence[], context: DecisionContext): readonly Reason[] {
  const trusted = [...clean, ...match.carried].filter(
    ({ key, identifier }) => context.trust.has(key) && !context.ambiguous.has(key) && !identifier.shared,
  );
  const lead = clean[0]?.key;
  const kinds = trusted.filter(({ key }) => key !== lead).map(({ identifier }) => identifier.kind);
  return (['email', 'phone', 'id'] as const)
    .filter((kind) => kinds.includes(kind))
    .map((kind) => `corroborated-${kind}` as const);
}
