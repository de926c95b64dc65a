export type {
  Account,
  CollectionDisclosure,
  CollectionFindings,
  Findings,
  IdentifierAccount,
  LedgerEntry,
  LedgerReason,
  LedgerReasonCode,
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
  GivenAnswer,
  GivenText,
  LedgerLine,
  RequestState,
  SubjectFile,
} from './request/data-request.js';
export type { Right } from './request/right.js';
export type { CaseDecision, CaseFile, CaseLetter, MatchMark, MatchMarks, MatchReview, RefusalKind } from './request/case-file.js';
export { nextState, possibleEvents, TRANSITIONS, UNDECIDED } from './request/transitions.js';
export type { RequestEvent } from './request/transitions.js';
export { refuseOnGround } from './request/grounded-refusal.js';
export { refuseUnproved } from './request/refuse-unproved.js';
export type { UnprovedKind } from './request/refuse-unproved.js';
export { viewRefusalOutlook } from './request/refusal-outlook.js';
export type { EarlierOfSame, NotExcessive, RefusalOutlook } from './request/refusal-outlook.js';
export type { ClaimedGround, GroundedRefusal } from './request/grounded-refusal.js';
export type { RefusalGround } from './request/refusal-ground.js';
export { answerWrongController, refusalOf, refuseUnidentifiable } from './request/special-refusals.js';
export type { UnidentifiableRefusal, WrongControllerAnswer } from './request/special-refusals.js';
export { endOf, EVENT_WORDS, outsideWords, REFUSAL_WORDS, REFUSED_AS_WORDS, STATE_WORDS } from './request/outside-words.js';
export type { DpvRequestStatus, DrpStatus, OpenDsrStatus, OutsideLook, OutsideWords } from './request/outside-words.js';
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
export type { MessageRows } from './ports/message-rows.js';
export type { Mailer, OutgoingMessage } from './ports/mailer.js';
export { MESSAGE_KINDS } from './mail/message.js';
export type { FactsOf, Message, MessageContent, MessageFacts, MessageKind, MessageState, NewMessage } from './mail/message.js';
export { queueMessage } from './mail/queue-message.js';
export { recordBounce } from './mail/record-bounce.js';
export type { Bounce } from './mail/record-bounce.js';
export { viewMessages } from './mail/view-messages.js';
export type { MessageView } from './mail/view-messages.js';
export type { WebhookRows } from './ports/webhook-rows.js';
export type { WebhookSender } from './ports/webhook-sender.js';
export type {
  ArchiveChecker,
  ReceivedTransmissionRows,
  ReceiverDirectory,
  SentTransmission,
  TransmissionSender,
} from './ports/transmission-ports.js';
export { chooseChannel } from './delivery/answer-channel.js';
export { closeFiles } from './request/close-files.js';
export type { FilePeriod } from './request/close-files.js';
export { channelOf } from './delivery/channel.js';
export type { AnswerChannel } from './delivery/channel.js';
export { DUTY_OUTCOMES } from './duty/duty.js';
export type { Duty, DutyKind, DutyOutcome } from './duty/duty.js';
export { endDuty } from './duty/end-duty.js';
export type { EndOfDuty } from './duty/end-duty.js';
export { noteDeath } from './duty/note-death.js';
export { viewDuties } from './duty/view-duties.js';
export type { DutyView } from './duty/view-duties.js';
export type { Breach, BreachOutcome } from './breach/breach.js';
export { endBreach } from './breach/end-breach.js';
export type { EndOfBreach } from './breach/end-breach.js';
export { noteWrongRecipient } from './breach/note-wrong-recipient.js';
export type { WrongRecipient } from './breach/note-wrong-recipient.js';
export { announceFee } from './fee/announce-fee.js';
export type { AnnouncedFee, ClaimedFeeCause } from './fee/announce-fee.js';
export { standingOf } from './fee/fee.js';
export type { DirectCost, Fee, FeeCause, FeeCost, FeeStanding } from './fee/fee.js';
export { acceptOwnFee, noteFee } from './fee/settle-fee.js';
export type { FeeNote } from './fee/settle-fee.js';
export { viewFee } from './fee/view-fee.js';
export type { FeeView } from './fee/view-fee.js';
export { viewBreaches } from './breach/view-breaches.js';
export type { BreachView } from './breach/view-breaches.js';
export { orderOwnTransmission, orderTransmission } from './transmission/order-transmission.js';
export type { NamedController } from './transmission/order-transmission.js';
export { deleteReceived, expireReceived, fetchReceived, viewReceived } from './transmission/received-files.js';
export type { FetchedReceived } from './transmission/received-files.js';
export type { ReceivedTransmission } from './transmission/received-transmission.js';
export { receiveTransmission } from './transmission/receive-transmission.js';
export type { OfferedTransmission, ReceivingHouse } from './transmission/receive-transmission.js';
export { MOST_TRANSMISSIONS, TRANSMISSION_REASONS } from './transmission/transmission.js';
export type {
  Receiver,
  Transmission,
  TransmissionReason,
  TransmissionReceipt,
  TransmissionWords,
} from './transmission/transmission.js';
export { announcingStore } from './webhooks/announcing-store.js';
export type { Announcer } from './webhooks/announcing-store.js';
export { announceDeadlines } from './webhooks/announce-deadlines.js';
export { sendWebhookAgain } from './webhooks/send-webhook-again.js';
export { viewEndpoints, viewFailedCalls, viewWebhooks } from './webhooks/view-webhooks.js';
export type { FailedCallView, WebhookCallView, WebhookEndpointView } from './webhooks/view-webhooks.js';
export { WEBHOOK_EVENTS } from './webhooks/webhook-call.js';
export type {
  WebhookCall,
  WebhookDirectory,
  WebhookEndpoint,
  WebhookEvent,
  WebhookState,
  WebhookTally,
} from './webhooks/webhook-call.js';
export type { ChallengeRows, PasskeyRows } from './ports/passkey-rows.js';
export type { Grant, Role, ServiceToken, StaffAccount, StaffSession } from './staff/staff.js';
export type { Ids } from './ports/ids.js';
export type { RequestKey, RequestVault } from './ports/request-vault.js';
export type { BlobErrorCode, BlobStat, BlobStore, ByteRange } from './ports/blob-store.js';
export type {
  ArchiveDraft,
  ArchiveLocker,
  ArchiveMaker,
  ArchiveMaterial,
  ArchiveResult,
  ClockDirectory,
  LockedArchive,
  LockedContent,
  SourceDirectory,
} from './ports/work-ports.js';
export type { Desk, OnceKey, Viewer } from './request/desk.js';
export { notFound, Refused } from './request/refused.js';
export type { RefusalCode } from './request/refused.js';
export { openRequest } from './request/open-request.js';
export type { NewRequest } from './request/open-request.js';
export {
  attestIdentity,
  cancelRequest,
  pauseRequest,
  releaseRequest,
  resumeRequest,
  retrySearch,
  startSearch,
} from './request/decide-request.js';
export type { Attestation, Release } from './request/decide-request.js';
export { unsearchedTitles } from './request/give-up.js';
export { isReopened, outstandingSources, standingArchive } from './request/given-answer.js';
export { retrySource } from './request/retry-source.js';
export { reviewMatch } from './request/review-match.js';
export type { Review } from './request/review-match.js';
export { shredRequest } from './request/shred-request.js';
export { openCaseFile, openSubjectFile } from './request/sealed-files.js';
export { findingsOf } from './request/gathered.js';
export { lookAtFindings } from './request/look-at-findings.js';
export type { Finding, FindingsQuery, FoundValue } from './request/look-at-findings.js';
export { lookAtOverdue } from './request/look-at-overdue.js';
export { lookAtMatch } from './request/look-at-match.js';
export type { DoubtfulMatch } from './request/look-at-match.js';
export { searchFor } from './request/work/discover-subject.js';
export { STEP_HANDLERS } from './request/work/step-handlers.js';
export type { Dispatcher, DueLedger, DueStep } from './ports/dispatcher.js';
export { remindOfficers } from './deadline/remind-officers.js';
export { unprovided } from './work/not-provided.js';
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
export { spendOnce } from './request/spend-once.js';
export { areFormsOfOneName } from './matching/short-names.js';
export { lookAtAsked } from './request/look-at-asked.js';
export { lookAtIdentifiers } from './request/look-at-identifiers.js';
export { ruleOnRecord } from './request/rule-on-record.js';
export type { RulingOnRecord } from './request/rule-on-record.js';
export { rulingsInForce } from './request/record-rulings.js';
export type { CaseRecordRuling } from './request/record-rulings.js';
export { ruleOnField } from './request/rule-on-field.js';
export type { RulingOnField } from './request/rule-on-field.js';
export { previewReport, REPORT_FORMS, reportVersions } from './request/preview-report.js';
export type { ReportForm, ReportVersion, WaitingReport } from './request/preview-report.js';
export { viewAnswer } from './request/view-answer.js';
export type { OwnAnswer } from './request/view-answer.js';
export { keepLetter } from './request/keep-letter.js';
export type { FinalLetter } from './request/keep-letter.js';
export { gatheredOf } from './request/gathered.js';
export { askQuestion } from './request/clock/ask-question.js';
export type { QuestionToSubject } from './request/clock/ask-question.js';
export { answerQuestion } from './request/clock/answer-question.js';
export type { SubjectAnswer } from './request/clock/answer-question.js';
export { extendRequest } from './request/clock/extend-request.js';
export type { ExtensionNotice, ExtensionOfRequest } from './request/clock/extend-request.js';
export { correctReceipt } from './request/clock/correct-receipt.js';
export type { CorrectedReceipt } from './request/clock/correct-receipt.js';
export { linkReminder } from './request/clock/link-reminder.js';
export type { SubjectReminder } from './request/clock/link-reminder.js';
export { endOtherRight, noteOtherRights, viewOtherRights } from './request/clock/other-rights.js';
export type { OtherRightEnd, OtherRightsInMessage, OtherRightView } from './request/clock/other-rights.js';
export { clockOf } from './request/clock/clock-of.js';
export type { ClockFacts, OtherRight, OtherRightOutcome } from './request/clock/clock-facts.js';
export { viewAgenda, viewExtension, viewQuestions, viewReminders } from './request/clock/view-clock.js';
export type { AgendaView, ClockLook, ExtensionView, QuestionView } from './request/clock/view-clock.js';
export { manualSession } from './manual/manual-session.js';
export type { ManualCollection, ManualSource } from './manual/manual-source.js';
export { hasOpenTask } from './manual/manual-task.js';
export type { ManualTask, TaskEnd, TaskFile, TaskOutcome } from './manual/manual-task.js';
export { lookAtTask } from './request/tasks/look-at-task.js';
export type { TaskPlace, TaskToDo, ToldIdentifier } from './request/tasks/look-at-task.js';
export { handInFile, takeFileBack } from './request/tasks/hand-in-file.js';
export type { GivenFile } from './request/tasks/hand-in-file.js';
export { endTask } from './request/tasks/end-task.js';
export type { TaskReport } from './request/tasks/end-task.js';
export type { GivenRows } from './request/tasks/given-rows.js';
export { MOST_DOWNLOADS, MOST_FAILURES } from './delivery/delivery.js';
export type { ChosenPacking, Delivery, DownloadLink, DownloadSession, FetchedFile, SentBytes } from './delivery/delivery.js';
export { PACKINGS } from './delivery/packing.js';
export type { Packing } from './delivery/packing.js';
export { isLockAwaited, wantedPacking } from './delivery/wanted-lock.js';
export type { WantedLock } from './delivery/wanted-lock.js';
export { chooseOwnPacking, choosePacking } from './delivery/choose-packing.js';
export type { OwnChoice, PackedChoice } from './delivery/choose-packing.js';
export type { DeliveryCrypto, DeliveryHouse } from './delivery/delivery-house.js';
export { handOver } from './delivery/hand-over.js';
export type { AccountOfSubject } from './delivery/hand-over.js';
export type { ClaimedRequest } from './delivery/open-claimed.js';
export { awaitsAccount, isFreshAccount } from './identity/account/signed-in-account.js';
export type { AccountIdentifier, SignedInAccount } from './identity/account/signed-in-account.js';
export { noteFailedSignIn } from './identity/account/note-sign-in.js';
export { payForSignIn } from './identity/account/pay-for-sign-in.js';
export type { SignInPayment } from './identity/account/pay-for-sign-in.js';
export { askByAccount } from './identity/account/ask-by-account.js';
export type { AccountAsk, AccountAsking } from './identity/account/ask-by-account.js';
export { proveByAccount } from './identity/account/prove-by-account.js';
export type { AccountOutcome } from './identity/account/prove-by-account.js';
export { OTHERS, viewProofFacts } from './proof/proof-facts.js';
export type { BroughtProof, DoubtCause, KeptDoubt, OnBehalf, ProofFacts } from './proof/proof-facts.js';
export { PROOF_LEVELS } from './proof/proof-level.js';
export type { ProofKind, ProofLevel } from './proof/proof-level.js';
export { PROOF_REASONS, requiredProof } from './proof/required-proof.js';
export type { LadderFacts, ProofReason, RequiredProof } from './proof/required-proof.js';
export { proofStanding } from './proof/proof-standing.js';
export type { ProofStanding, ProofTerms } from './proof/proof-standing.js';
export { proofTermsOf } from './proof/proof-terms-of.js';
export { explainProof } from './proof/explain-proof.js';
export { gateNow } from './proof/gate-now.js';
export { decideRepresentation } from './proof/representation/decide-representation.js';
export type { Authority as RepresentationAuthority, RepresentationDecision } from './proof/representation/authority.js';
export type { HeirPurpose } from './proof/representation/heir-purpose.js';
export type { AuthorityEvidence, RepresentationFacts } from './proof/representation/representation-facts.js';
export type { Directed, Directive, DirectiveFacts, DirectiveKind } from './proof/representation/directives.js';
export { ruleForPurpose } from './heir/rule-for-purpose.js';
export type { RulingForPurpose } from './heir/rule-for-purpose.js';
export { viewHeirPart } from './heir/view-heir-part.js';
export type { HeirCollection, HeirPart } from './heir/view-heir-part.js';
export type { HeirStanding } from './heir/heir-scope.js';
export type { CaseHeirRuling, HeirPlace } from './heir/heir-ruling.js';
export { demandDocument } from './proof/document/demand-document.js';
export { decideDocument, lookAtDocument } from './proof/document/decide-document.js';
export type { DocumentVerdict, ShownDocument } from './proof/document/decide-document.js';
export { DOCUMENT_KINDS, LARGEST_DOCUMENT, MOST_DOCUMENTS } from './proof/document/document-facts.js';
export type { CheckedDocument, DocumentFacts, DocumentKind, Harm, Proportionality } from './proof/document/document-facts.js';
export { handInDocument, handInOwnDocument } from './proof/document/hand-in-document.js';
export { checkKnownFacts, FACT_TRIES } from './proof/check-known-facts.js';
export type { FactsCheck } from './proof/check-known-facts.js';
export type { ProvableField } from './proof/provable-facts.js';
export type { SaidFact } from './proof/said-facts.js';
export { viewProvableFacts } from './proof/view-provable-facts.js';
export { noteDoubt } from './proof/note-doubt.js';
export type { NewDoubt } from './proof/note-doubt.js';
export { mailboxesOf } from './request/mailbox.js';
export { countWithin, DEFAULT_LIMIT_SETTINGS, limitTerms } from './limits/limit.js';
export type { LimitEntry } from './limits/limit-entry.js';
export type { Counted, LimitHouse, LimitKind, LimitSettings, LimitTerms } from './limits/limit.js';
export { networkOf } from './limits/network-of.js';
export type { LimitRows } from './ports/limit-rows.js';
export { askForData, subjectViewer } from './identity/ask-for-data.js';
export type { AskedForData, SubjectAsk } from './identity/ask-for-data.js';
export { enterByClaim, followedBy } from './identity/follow-request.js';
export type { ClaimKeys, FollowDoor } from './identity/follow-request.js';
export { proveAddress } from './identity/prove-address.js';
export { awaitsProof, sendCodeAgain } from './identity/send-code.js';
export type { OwnRequest } from './identity/send-code.js';
export { objectToRequest, stoppable } from './identity/object.js';
export type { StopKeys } from './identity/object.js';
export type { ContactFacts, NoticeFacts, ProbeOutcome } from './identity/contact-facts.js';
export type { AddressProof, FollowSession } from './identity/address-proof.js';
export type { AddressProofRows, FollowSessionRows } from './ports/identity-rows.js';
export { renewClaimCode, renewLink, renewOwnLink, revokeLink } from './delivery/manage-link.js';
export { openDownload } from './delivery/open-download.js';
export type { DownloadKeys } from './delivery/open-download.js';
export type { DeliveryDesk, DownloadDoor } from './delivery/link-tries.js';
export { checkLink, failAtLink, openByAccount, payAtLink } from './delivery/open-by-account.js';
export type { CheckedLink, FailedAtLink, LinkPayment, SignInAtLink } from './delivery/open-by-account.js';
export { mayGoOn, noteSent, viewDownload } from './delivery/fetch-archive.js';
export { readOwnReport } from './delivery/read-own-report.js';
export type { OwnReport } from './delivery/read-own-report.js';
export type { DownloadPass, OpenDownload, SentAnswer } from './delivery/fetch-archive.js';
export type { DeliveryRows, DownloadSessionRows } from './ports/delivery-rows.js';
export { bundleFacts } from './accountability/bundle-facts.js';
export type { BundleFacts, BundleMaterial, KeyedIdentifier, KnownArchive } from './accountability/bundle-facts.js';
export { entriesOf, gatherBundle } from './accountability/gather-bundle.js';
export type { BundleDesk, BundleHouse, BundleWish, GatheredBundle, PlacedEntry } from './accountability/gather-bundle.js';
export { viewFigures } from './accountability/figures.js';
export type { FiguresPeriod, MonthFigures } from './accountability/figures.js';
