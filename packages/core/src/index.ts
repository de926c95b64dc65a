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
export { matchPlace } from './matching/reviews.js';
export type { Reviews, ReviewVerdict } from './matching/reviews.js';
export type {
  EarlierProgress,
  ReadingProgress,
  ReadPosition,
  ResumableCollection,
  ResumableFindings,
} from './reading/reading-progress.js';
export { LeaseLost } from './work/step.js';
export type { Claim, NewStep, Step, StepEnd, StepKind, StepProblem, StepProgress, StepState } from './work/step.js';
export type {
  ArchiveFile,
  DataRequest,
  GivenText,
  LedgerLine,
  RequestState,
  Right,
  SubjectFile,
} from './request/data-request.js';
export type { CaseFile, MatchReview } from './request/case-file.js';
export { nextState, possibleEvents, TRANSITIONS } from './request/transitions.js';
export type { RequestEvent } from './request/transitions.js';
export type { Actor, AuditEntry, NewAuditEntry } from './audit/audit-entry.js';
export type { EvidenceCheckpoint, EvidenceSegment } from './evidence/segment.js';
export { InvalidCursor, StaleVersion } from './ports/store.js';
export type {
  AuditFilter,
  AuditRows,
  ClaimOptions,
  EvidenceRows,
  IdempotencyRows,
  Page,
  PageQuery,
  RequestFilter,
  RequestRows,
  StepRows,
  Store,
  Transaction,
} from './ports/store.js';
export { LoginTaken } from './ports/staff-rows.js';
export type { SessionRows, StaffRows, TokenRows } from './ports/staff-rows.js';
export type { Grant, Role, ServiceToken, StaffAccount, StaffSession } from './staff/staff.js';
