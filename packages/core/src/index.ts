export type {
  Account,
  CollectionFindings,
  Findings,
  IdentifierAccount,
  LedgerEntry,
  LedgerReason,
  MatchAccount,
  MatchEvidence,
  SourceDescription,
} from './findings/findings.js';
export { createSubject } from './subject/subject.js';
export type { GivenIdentifier, Subject, SubjectIdentifier, SubjectOptions } from './subject/subject.js';
export { openDiscovery } from './discovery/open-discovery.js';
export type { DiscoveryOptions, DiscoveryRun } from './discovery/open-discovery.js';
export type { Discovery } from './discovery/discovery.js';
export { DEFAULT_LIMITS } from './discovery/limits.js';
export type { DiscoveryLimits } from './discovery/limits.js';
export type { PlannedSearch, SearchPlan } from './discovery/plan.js';
export type { ProgressEvent, ProgressListener } from './discovery/progress.js';
export type { SourceBinding } from './discovery/source.js';
export type { RetryLimits } from './run/retries.js';
export { decide } from './matching/decide.js';
export type { Decision, DecisionContext, Reason } from './matching/decide.js';
export { settle } from './matching/settle.js';
export type { Lesson, Settlement, Verdict } from './matching/settle.js';
export type { CarriedIdentifier, KnownMatch } from './matching/known-match.js';
export type { CheckedEvidence, Place } from './matching/checked-evidence.js';
export type { PersonFacts } from './matching/person-facts.js';
export type { PersonName } from './matching/name.js';
export { systemClock } from './ports/clock.js';
export type { Clock } from './ports/clock.js';
export { systemRandom } from './ports/random.js';
export type { Random } from './ports/random.js';
