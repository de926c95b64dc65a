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
export { LeaseLost, Overtaken } from './work/step.js';
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
export type { CaseDecision, CaseFile, MatchMark, MatchMarks, MatchReview } from './request/case-file.js';
export { nextState, possibleEvents, TRANSITIONS } from './request/transitions.js';
export type { RequestEvent } from './request/transitions.js';
export type { Actor, AuditEntry, NewAuditEntry } from './audit/audit-entry.js';
export { chained, EMPTY_TRAIL, trailLine } from './audit/trail-entry.js';
export type { ChainedEntry, TrailHashing, TrailHead } from './audit/trail-entry.js';
export { verifyTrail } from './audit/verify-trail.js';
export type { TrailExpectations, TrailFault, TrailVerdict } from './audit/verify-trail.js';
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
export type { ChallengeRows, PasskeyRows } from './ports/passkey-rows.js';
export type { Grant, Role, ServiceToken, StaffAccount, StaffSession } from './staff/staff.js';
export type { Ids } from './ports/ids.js';
export type { RequestKey, RequestVault } from './ports/request-vault.js';
export type { BlobErrorCode, BlobStat, BlobStore, ByteRange } from './ports/blob-store.js';
export type { ArchiveDraft, ArchiveMaker, ArchiveResult, ClockDirectory, SourceDirectory } from './ports/work-ports.js';
export type { Desk, OnceKey, Viewer } from './request/desk.js';
export { notFound, Refused } from './request/refused.js';
export type { RefusalCode } from './request/refused.js';
export { openRequest } from './request/open-request.js';
export type { NewRequest } from './request/open-request.js';
export {
  attestIdentity,
  cancelRequest,
  pauseRequest,
  refuseRequest,
  releaseRequest,
  resumeRequest,
  retrySearch,
  startSearch,
} from './request/decide-request.js';
export type { Attestation, Release } from './request/decide-request.js';
export { reviewMatch } from './request/review-match.js';
export type { Review } from './request/review-match.js';
export { shredRequest } from './request/shred-request.js';
export { openCaseFile, openSubjectFile } from './request/sealed-files.js';
export { findingsOf } from './request/gathered.js';
export { lookAtFindings } from './request/look-at-findings.js';
export type { Finding, FindingsQuery, FoundValue } from './request/look-at-findings.js';
export { lookAtMatch } from './request/look-at-match.js';
export type { DoubtfulMatch } from './request/look-at-match.js';
export { searchFor } from './request/work/discover-subject.js';
export { STEP_HANDLERS } from './request/work/step-handlers.js';
export type { Dispatcher, DueLedger, DueStep } from './ports/dispatcher.js';
export { reconcile } from './work/reconcile.js';
export { tellingStore } from './work/telling-store.js';
export { Worker } from './work/worker.js';
export type { WorkerOptions } from './work/worker.js';
export type { StepHandler, WorkDesk } from './work/step-context.js';
export { isPermission, isTokenScope, may, PERMISSIONS, requirePermission, TOKEN_SCOPES } from './staff/permissions.js';
export type { Authority, Permission } from './staff/permissions.js';
export { requireFreshProof, viewerIn } from './staff/principal.js';
export type { Principal, StaffViewer } from './staff/principal.js';
export type { StaffCrypto } from './staff/staff-crypto.js';
export type { NewSession, OneTimeCode, StaffDesk } from './staff/staff-desk.js';
export { beginSetUp, completeSetUp } from './staff/set-up.js';
export { signIn } from './staff/sign-in.js';
export { proveSecondFactor, stepUp } from './staff/second-factor.js';
export { beginEnrolTotp, confirmEnrolTotp } from './staff/enrol-totp.js';
export { beginEnrolPasskey, confirmEnrolPasskey } from './staff/passkey/enrol-passkey.js';
export type { PasskeyOffer } from './staff/passkey/enrol-passkey.js';
export { askForPasskey, provePasskey, stepUpByPasskey } from './staff/passkey/prove-passkey.js';
export type { PasskeyRequest } from './staff/passkey/prove-passkey.js';
export { listPasskeys, removePasskey } from './staff/passkey/own-passkeys.js';
export type { OwnPasskey } from './staff/passkey/own-passkeys.js';
export type { ChallengePurpose, KnownPasskey, Passkey, PasskeyChallenge } from './staff/passkey/passkey.js';
export type {
  Assertion,
  MadePasskey,
  NewCredential,
  PasskeyDesk,
  PasskeyProof,
  PasskeyVerifier,
} from './staff/passkey/passkey-verifier.js';
export type { Factor } from './staff/factors.js';
export { viewSession } from './staff/view-session.js';
export { listSessions, revokeSession, signOut } from './staff/own-sessions.js';
export { createToken, listTokens, revokeToken, viewToken } from './staff/service-tokens.js';
export type { IssuedToken, NewToken, TokenDescription } from './staff/service-tokens.js';
export { addStaff, changeGrants, disableStaff, listStaff, resetStaff } from './staff/manage-staff.js';
export type { Invitation, NewStaff } from './staff/manage-staff.js';
export type { StaffMember } from './staff/staff-member.js';
export type { OwnSession } from './staff/own-sessions.js';
export { resetPassword } from './staff/reset-password.js';
export type { ProviderProof, VouchedIdentity } from './staff/vouched-identity.js';
export { signInByProvider } from './staff/sign-in-by-provider.js';
export { stepUpByProvider } from './staff/step-up-by-provider.js';
export { endByProvider } from './staff/end-by-provider.js';
export type { ProviderLogout } from './staff/end-by-provider.js';
export { noteProviderFailure } from './staff/note-provider-failure.js';
export { spendFlow } from './staff/spend-flow.js';
export { agenda } from './deadline/agenda.js';
export type { AgendaEntry, AgendaKind } from './deadline/agenda.js';
export type { DeadlineCatalogue, ExplainedName } from './deadline/catalogue/catalogue.js';
export { DEADLINE_CATALOGUES } from './deadline/catalogue/catalogues.js';
export { computeDeadlines } from './deadline/deadlines.js';
export type { Deadlines, DueDate } from './deadline/deadlines.js';
export { dayInWords, explainDate, explainDeadlines } from './deadline/explain.js';
export type { ExplainedDate } from './deadline/explain.js';
export { decideExtension, noteExtensionNotice } from './deadline/extension.js';
export type { SentNotice } from './deadline/extension.js';
export { healthDue } from './deadline/health-due.js';
export type { HealthDue } from './deadline/health-due.js';
export type { HolidayCalendar } from './deadline/holiday-calendar.js';
export { LETTER_FIELDS, missingFields, strangeFields } from './deadline/letters.js';
export type { LetterKind, LetterTexts } from './deadline/letters.js';
export { askQuestion, isLargeQuantity, noteAnswer, noteSupplementarySent, scopeAt } from './deadline/pause.js';
export type { Answer, NewQuestion } from './deadline/pause.js';
export { EXTENSION_REASONS, startClock } from './deadline/request-clock.js';
export type {
  ClockSettings,
  Demand,
  Extension,
  ExtensionReason,
  Pause,
  Question,
  RequestClock,
  ScopeAnswer,
} from './deadline/request-clock.js';
export { DEFAULT_DEADLINE_RULES, FRENCH_HEALTH_TERMS } from './deadline/rules.js';
export type { DeadlineRules, HealthTerms } from './deadline/rules.js';
export { dayEndsAt } from './deadline/time-zone.js';
export type { TraceStep } from './deadline/trace-step.js';
export { noteDemand, noteDemandMet } from './deadline/uk-demand.js';
export { addWorkingDays, rollForward, workingDaysBetween } from './deadline/working-days.js';
export type { RolledDate } from './deadline/working-days.js';
export { fill, listed } from './wording/wording.js';
export type { Language, Wording } from './wording/wording.js';
export { addDays, addMonths, compareDates, daysBetween, localDate, parseLocalDate, partsOf } from './calendar/local-date.js';
export type { LocalDate } from './calendar/local-date.js';
export { addPeriod, calendarPeriod, isLonger, isSamePeriod, parsePeriod, PERIOD_PATTERN } from './calendar/period.js';
export type { CalendarPeriod } from './calendar/period.js';
export { dateIn, readSourceDate } from './calendar/source-date.js';
export { dateInWords, periodInWords } from './calendar/in-words.js';
export { COMBINATIONS, ENDINGS, NO_RULE, OVERRIDE_GROUNDS } from './retention/rule.js';
export type {
  Anchor,
  Combination,
  ConditionalOverride,
  Ending,
  Override,
  OverrideGround,
  RetentionRule,
  StatutoryOverride,
  Term,
} from './retention/rule.js';
export { parseRetention } from './retention/parse-rule.js';
export type { ParsedRule, RetentionText } from './retention/parse-rule.js';
export type { OverrideText } from './retention/parse-override.js';
export type { TermText } from './retention/parse-term.js';
export type { RuleFault } from './retention/rule-faults.js';
export { evaluateRetention, phaseOn, SOON_DAYS } from './retention/evaluate.js';
export { RETENTION_STATUSES } from './retention/evaluation.js';
export type {
  DatedRetention,
  HeldRetention,
  IndeterminateRetention,
  OngoingRetention,
  RetentionEvaluation,
  RetentionFacts,
  RetentionGap,
  RetentionPhase,
  RetentionStatus,
  RetentionView,
} from './retention/evaluation.js';
export { explainRetention } from './retention/explain-retention.js';
export { CONTACT_ACTS, lastContact } from './retention/last-contact.js';
export type { ContactAct } from './retention/last-contact.js';
export { OverdueList } from './retention/overdue.js';
export type { EvaluatedRecord, OverdueReference, RetentionTally } from './retention/overdue.js';
export { MISSING_FACTS, SCOPE_VERDICTS } from './scope/scope-decision.js';
export type {
  AccessReason,
  FieldScope,
  MissingFact,
  PortabilityReason,
  RecordScope,
  RecordVerdict,
  ScopeDecision,
  ScopeVerdict,
} from './scope/scope-decision.js';
export type { ActivityFacts, FieldFacts, LogPart, PolicyScope, RecordFacts, RecordNature } from './scope/facts.js';
export { decideAccess } from './scope/decide-access.js';
export { decidePortability } from './scope/decide-portability.js';
export { decideRecord, leftOut } from './scope/decide-record.js';
export { explainScope } from './scope/explain-scope.js';
export { decideRelease, GATE_CODES } from './scope/gate.js';
export type { GateCode, GateDecision, GateFacts, GateFlags, GateReason, GatePlace } from './scope/gate.js';
export { retentionFacts, scopeFacts, searchFacts } from './scope/gate-facts.js';
export type { ScopedCollection, ScopeFacts, SearchFacts } from './scope/gate-facts.js';
export { explainGate } from './scope/explain-gate.js';
export {
  ADM_LEVELS,
  ARTICLE_9_CONDITIONS,
  BASES,
  CHANNEL_TYPES,
  CONTROLLER_ROLES,
  IDENTITY_DEMANDS,
  POLICY_RIGHTS,
  RECIPIENT_ROLES,
  SAFEGUARDS,
  SPECIAL_CATEGORIES,
  UNNAMED_REASONS,
} from './register/vocabulary.js';
export type {
  AdmLevel,
  Article9Condition,
  Basis,
  ChannelType,
  ControllerRole,
  IdentityDemand,
  PolicyRight,
  RecipientRole,
  SafeguardKind,
  SpecialCategory,
  UnnamedReason,
} from './register/vocabulary.js';
export { isStated } from './register/backing.js';
export type { Backed, Quote, RegisterPath } from './register/backing.js';
export type { Register, SubjectGroup, Unstated } from './register/register.js';
export type {
  AuthorityContact,
  Contacts,
  ControllerIdentity,
  ControllerProfile,
  Declarations,
  Fees,
  IdentityPolicy,
  JustifiedPeriod,
  Officer,
  PortabilityPolicy,
  PostMortem,
  RightsChannel,
  RightStatement,
  StatedText,
  SupervisoryAuthority,
} from './register/controller-profile.js';
export type {
  Activity,
  ActivityRole,
  AutomatedDecisions,
  CollectedFrom,
  Purpose,
  PurposeBasis,
  RegisterField,
  RegisterSystem,
  SpecialCondition,
} from './register/activity.js';
export type { Recipient, RecipientLocation, Safeguard } from './register/recipient.js';
export type { RegisterRetention, RetentionCriterion, RetentionOverride, RetentionPeriod } from './register/retention.js';
export { isInEconomicArea, thirdCountriesOf } from './register/economic-area.js';
export { assumptionsOf } from './register/assumptions.js';
export type { RegisterAssumption } from './register/assumptions.js';
export { requiredItems } from './register/required-items.js';
export type { RequiredItem } from './register/required-item.js';
export { registerFaults } from './register/register-faults.js';
export type { RegisterFault } from './register/register-fault.js';
export { lintRegister } from './register/lint/lint-register.js';
export { REGISTER_LINTS } from './register/lint/lint.js';
export type { LintSeverity, RegisterLint, RegisterLintId } from './register/lint/lint.js';
export { areFormsOfOneName } from './matching/short-names.js';
export { THIRD_PARTY_KINDS } from './third-party/span.js';
export type { TextSpan, ThirdPartyClue, ThirdPartyKind, ThirdPartySpan } from './third-party/span.js';
export { decisionFaults, requireSomethingDisclosed, settleDecision } from './third-party/decision.js';
export type { DecisionFault, RecordedConsent, ThirdPartyDecision, ThirdPartyOutcome } from './third-party/decision.js';
export { redactRecord } from './third-party/redact.js';
export type { RecordPlace, RedactableRecord, RedactedRecord, Redaction, RedactionLine } from './third-party/redact.js';
export { redactionMark } from './third-party/redaction-mark.js';
export type { MarkLanguage } from './third-party/redaction-mark.js';
export { REDACTION_REASONS, requireGrounds } from './third-party/redaction-reason.js';
export type { Decider, ProtectedInterest, RedactionGrounds, RedactionReason } from './third-party/redaction-reason.js';
