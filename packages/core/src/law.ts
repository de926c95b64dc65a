/** The law as data: calendar, deadlines, register, retention, scope, other people in the data. `@habeas/core/law`. */
export { agenda } from './deadline/agenda.js';
export type { AgendaEntry, AgendaKind } from './deadline/agenda.js';
export type { DeadlineCatalogue, ExplainedName } from './deadline/catalogue/catalogue.js';
export { DEADLINE_CATALOGUES } from './deadline/catalogue/catalogues.js';
export { computeDeadlines } from './deadline/deadlines.js';
export type { Deadlines } from './deadline/deadlines.js';
export type { DueDate } from './deadline/due-date.js';
export { dayInWords, explainDate, explainDeadlines } from './deadline/explain.js';
export type { ExplainedDate } from './deadline/explain.js';
export { decideExtension, isInFirstMonth, noteExtensionNotice } from './deadline/extension.js';
export type { SentNotice } from './deadline/extension.js';
export { healthDue } from './deadline/health-due.js';
export type { HealthDue } from './deadline/health-dates.js';
export type { HolidayCalendar } from './deadline/holiday-calendar.js';
export { LETTER_FIELDS, missingFields, strangeFields } from './deadline/letters.js';
export type { LetterKind, LetterTexts } from './deadline/letters.js';
export { askQuestion, isLargeQuantity, noteAnswer, noteSupplementarySent, scopeAt, stillPauses } from './deadline/pause.js';
export type { Answer, NewQuestion } from './deadline/pause.js';
export { EXTENSION_REASONS, IDENTITY_DOUBTS, startClock } from './deadline/request-clock.js';
export type {
  ClockSettings,
  Dataset,
  Demand,
  Extension,
  ExtensionReason,
  IdentityDoubt,
  Pause,
  PauseGround,
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
export { DIRECT_COSTS } from './fee/fee.js';
export { sourceTitle } from './findings/source-title.js';
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
export { anchorsInWords } from './retention/anchors-in-words.js';
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
export { noticeList } from './register/notice-list.js';
export type { NoticeList, NoticeRecipient } from './register/notice-list.js';
export { isStated } from './register/backing.js';
export type { Backed, Quote, RegisterPath } from './register/backing.js';
export type { Register, SubjectGroup, Unstated } from './register/register.js';
export type {
  AuthorityContact,
  BackupStatement,
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
export { isOutside } from './register/recipient.js';
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
export { DRIFT_CODES } from './register/drift/drift-finding.js';
export type { DriftCode, DriftFinding, DriftPlace } from './register/drift/drift-finding.js';
export type { ComparedSource, DeclaredCollection, DeclaredField, FoundSource } from './register/drift/compared-source.js';
export { lookAtSource } from './register/drift/look-at-source.js';
export type { LookableSource } from './register/drift/look-at-source.js';
export { registerDrift } from './register/drift/register-drift.js';
export { THIRD_PARTY_KINDS } from './third-party/span.js';
export type { TextSpan, ThirdPartyClue, ThirdPartyKind, ThirdPartySpan } from './third-party/span.js';
export { decisionFaults, requireSomethingDisclosed, settleDecision } from './third-party/decision.js';
export type { DecisionFault, RecordedConsent, ThirdPartyDecision, ThirdPartyOutcome } from './third-party/decision.js';
export { redactRecord } from './third-party/redact.js';
export type { RecordPlace, RedactableRecord, RedactedRecord, Redaction, RedactionLine } from './third-party/redact.js';
export { explainRedaction } from './third-party/explain-redaction.js';
export type { HiddenStretch, RecordRedaction, RedactionExtent } from './third-party/record-redaction.js';
export { redactionMark } from './third-party/redaction-mark.js';
export type { MarkLanguage } from './third-party/redaction-mark.js';
export { REDACTION_REASONS, requireGrounds } from './third-party/redaction-reason.js';
export type { Decider, ProtectedInterest, RedactionGrounds, RedactionReason } from './third-party/redaction-reason.js';
export type { OverdueRecord, RetentionTerms } from './disclosure/overdue-records.js';
export type { HandRedactions, RedactionCount } from './disclosure/record-redactor.js';
export type { CollectedNames, Excerpt, FieldCount, Holding, RetentionGroup } from './disclosure/holding.js';
export { Disclosure } from './disclosure/disclosure.js';
export type { Outside } from './disclosure/disclosure.js';
export type { DisclosureOptions } from './disclosure/disclosure.js';
export { DISCLOSURE_LIMITS } from './disclosure/holding-draft.js';
export type { DisclosureLimits } from './disclosure/holding-draft.js';
export type { OthersIn } from './disclosure/copy-plan.js';
export type { FieldRuling } from './disclosure/collection-scope.js';
export { scopeOfMap } from './disclosure/map-scope.js';
export type { MappedScope } from './disclosure/map-scope.js';
export type { WithheldField } from './disclosure/copy-plan.js';
export { activityFacts } from './disclosure/activity-facts.js';
export { retentionRules } from './disclosure/retention-rules.js';
export type { ActivityRule } from './disclosure/retention-rules.js';
export { DEFAULT_RELEASE_TERMS, summarizeDisclosure } from './disclosure/disclosure-summary.js';
export type { DisclosureSummary, ReleaseTerms } from './disclosure/disclosure-summary.js';
export { citesLaw, saysNoGround } from './request/says-no-ground.js';
