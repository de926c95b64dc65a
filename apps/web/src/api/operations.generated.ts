// Generated from schema.graphql and documents.ts by npm run reports.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** First question: is there a concrete adverse effect on the other person? */
export type AdverseEffectInput = {
  readonly isConcrete: boolean;
  /** Which, where there is one. */
  readonly what?: string | null | undefined;
};

/** How an answer is given: by a link, by registered post, on site, or orally to somebody who has proved who they are (DEL-02). */
export type AnswerChannel = 'download' | 'on_site' | 'orally' | 'registered_post';

export type AnswerInput = {
  /** Where that was before now. */
  readonly answeredAt?: string | null | undefined;
  /** To a question of scope. */
  readonly scope?: ScopeAnswer | null | undefined;
  /** In words. Sealed with the case. */
  readonly text?: string | null | undefined;
};

/** A copy of what is held, or that nothing is. */
export type AnswerKind = 'copy' | 'negative';

/** Whom the answer goes to. */
export type AnswerTo = 'person' | 'representative';

export type ArchiveFormat = 'csv' | 'json';

export type AttestationInput = {
  /** The position of the identifier in the request, from 1. */
  readonly identifier: number;
  /** How it was proved. No numbers of documents. */
  readonly provedBy: string;
};

/** What shows that somebody may act for another. */
export type AuthorityEvidence = 'court_order' | 'deed_of_inheritance' | 'family_record' | 'mandate' | 'will';

/** Second question: whose rights prevail? */
export type BalanceInput = {
  readonly prevails: Prevailing;
  readonly why: string;
};

export type BreachEndInput = {
  /** When it was notified or decided. Where that was before now. */
  readonly at?: string | null | undefined;
  readonly outcome: BreachOutcome;
  /** What was done and why, and why it took longer than 72 hours where it did. Sealed as above. */
  readonly words?: string | null | undefined;
};

/** The authority was notified (Art. 33), or the person as well (Art. 34); no risk is likely; or it reached its subject after all. */
export type BreachOutcome = 'authority_notified' | 'not_a_breach' | 'risk_unlikely' | 'subject_notified_too';

/** Searching, people’s time and overheads are none. */
export type DirectCost = 'packaging' | 'postage' | 'printing' | 'storage_medium';

/** That nobody has the data; that named people have them; that the account is closed; that they are erased. */
export type Directed = 'close' | 'erase' | 'nothing' | 'recipients';

/** What a deceased person has directed (French law of 1978, Art. 84 to 86). */
export type DirectiveInput = {
  /** Of a specific one: when they consented to it by itself. Terms of use are no such consent: without one it does not count. */
  readonly consentOn?: string | null | undefined;
  readonly directs: Directed;
  /** Who is to carry it out. */
  readonly executor?: string | null | undefined;
  readonly givenOn: string;
  readonly kind: DirectiveKind;
  /** Who is to have the data. */
  readonly recipients?: string | null | undefined;
  /** Of a general one: where it is registered. */
  readonly register?: string | null | undefined;
  readonly revokedOn?: string | null | undefined;
};

/** For all that somebody has, or for one controller. */
export type DirectiveKind = 'general' | 'specific';

/** A plain copy, with everything blacked out but name, authority and dates. Nothing certified, no original, no visit. */
export type DocumentKind = 'identity_card' | 'passport' | 'residence_permit';

export type DocumentOutcome = 'accepted' | 'rejected';

export type DocumentVerdictInput = {
  readonly kind: DocumentKind;
  readonly outcome: DocumentOutcome;
};

/** Why more has to be proved: a doubt about who asks, or about who would read the answer. */
export type DoubtCause =
  'contact_changed' | 'details_differ' | 'new_address' | 'sent_by_another' | 'several_people' | 'unknown_sender';

export type DoubtInput = {
  readonly because: DoubtCause;
  /** In words. Sealed with the case. */
  readonly text: string;
};

export type DutyEndInput = {
  /** One of its kind. */
  readonly outcome: DutyOutcome;
  /** To whom it was passed on and how, or what was decided and why. Sealed with the case; nothing once the request is shredded. */
  readonly words?: string | null | undefined;
};

/** What is held for another controller is passed on to them (Art. 28(3)(e); INT-07); an answer that does not go by a link is handed out (DEL-02); the person has died, and somebody decides what becomes of their data (PER-06). */
export type DutyKind = 'after_death' | 'forward' | 'hand_out';

/** Of forward: it was passed on, the other controller could not be reached, or it was nothing of theirs. Of hand_out: it reached its subject, or has come back. Of after_death: the directives were followed, the data was erased, it is kept since a law or evidence wants it, or the person lives. */
export type DutyOutcome =
  | 'came_back'
  | 'directives_followed'
  | 'erased'
  | 'forwarded'
  | 'handed_out'
  | 'kept'
  | 'not_deceased'
  | 'not_reached'
  | 'nothing_to_forward';

export type ExtensionInput = {
  /** Now, or in a second call once it is sent. Without it no date changes. */
  readonly notice?: ExtensionNoticeInput | null | undefined;
  readonly reason: ExtensionReason;
};

/** The notice as it was sent to the subject (DLN-11). */
export type ExtensionNoticeInput = {
  /** Where the subject can turn to: by default the contact of the controller. */
  readonly contact?: string | null | undefined;
  /** What takes longer, and why. Sealed with the case. */
  readonly explanation: string;
  /** By when it promises the answer. */
  readonly promisedOn: string;
  /** Where that was before now. */
  readonly sentAt?: string | null | undefined;
};

/** Why a request may take two months more (Art. 12(3)). Much effort and many customers are no reasons. */
export type ExtensionReason =
  'explanation_work' | 'number_of_requests_of_same_subject' | 'redaction_needed' | 'scattered_sources' | 'volume_of_data';

/** One more copy of the same (Art. 15(3)), or an excess (Art. 12(5)). A first copy is free whatever the motive. */
export type FeeCause = 'excessive' | 'further_copy' | 'manifestly_unfounded';

export type FeeCostInput = {
  /** In the smallest unit of the currency, from 1 on: cents, yen. */
  readonly cents: number;
  readonly cost: DirectCost;
};

/** What staff can note of a fee; whoever decides waives it. */
export type FeeEvent = 'accepted' | 'paid';

export type FeeInput = {
  /** Until when an answer is wanted: within a month. Nothing happens by itself after it. */
  readonly answerBy: string;
  readonly cause: FeeCause;
  /** Each direct cost once at most. The fee is their sum. */
  readonly costs: ReadonlyArray<FeeCostInput>;
  /** ISO 4217: EUR. */
  readonly currency: string;
  /** Of further_copy and excessive: the earlier request. Its days are worked out by the service. */
  readonly earlier?: string | null | undefined;
  /** What shows it. Sealed with the case; of an excess it stands in the letter to the subject. */
  readonly evidence: string;
};

export type FeeNoteInput = {
  readonly as: FeeEvent;
  /** How that is known. Sealed with the case. */
  readonly words?: string | null | undefined;
};

/** Nothing is due before it is accepted. */
export type FeeStanding = 'accepted' | 'announced' | 'paid' | 'waived';

export type FoundRowsInput = {
  readonly collection: string;
  readonly format: RowFormat;
  /** An array of flat objects, or CSV with the names of the columns first. 256 KiB at most. */
  readonly text: string;
};

export type GroundedRefusalInput = {
  /** What shows it; of legal_restriction how the law applies, of abuse its objective side. */
  readonly evidence?: string | null | undefined;
  readonly ground: RefusalGround;
  /** Of abuse: what shows the intent to gain by artifice. */
  readonly intent?: string | null | undefined;
  /** Of legal_restriction: the provision, with its number. */
  readonly lawRef?: string | null | undefined;
  /** Why, in plain words. The subject reads it. Sealed with the case. */
  readonly reason: string;
  /** Of excessive: the earlier request. Its day is worked out by the service. */
  readonly repeats?: string | null | undefined;
};

/** How much it would harm the person if somebody else had their data. */
export type Harm = 'high' | 'low' | 'medium';

export type HeirPlaceInput = {
  readonly collection: string;
  /** As the findings have it. None: the whole collection. */
  readonly recordId?: string | null | undefined;
  readonly source: string;
};

/** For what heirs may have data (French law of 1978, Art. 85, II). */
export type HeirPurpose = 'account_closure' | 'digital_goods' | 'estate_settlement';

/** How a collection stands to the purpose of an heir. What nobody has ruled on is not handed over. */
export type HeirStanding = 'needed' | 'not_needed' | 'some' | 'unruled';

export type IdentifierInput = {
  readonly kind: IdentifierKind;
  /** For ids: who issued it. */
  readonly namespace?: string | null | undefined;
  readonly part?: NamePart | null | undefined;
  /** How it was proved to be the subject's. Without it, it is not searched. */
  readonly provedBy?: string | null | undefined;
  readonly value: string;
};

export type IdentifierKind = 'birthDate' | 'email' | 'id' | 'name' | 'phone';

/** Why it can be doubtful who asks. That a policy demands a document is no doubt. */
export type IdentityDoubt = 'details_differ' | 'sent_by_another' | 'several_people' | 'unknown_sender';

/** What the subject has to do with what they are not alone in. */
export type Involvement = 'author' | 'mentioned' | 'recipient';

/** Something that the person says of what is held of them. */
export type KnownFactInput = {
  readonly collection: string;
  readonly field: string;
  readonly source: string;
  /** As they say it; a day as 2026-03-01. Kept nowhere. */
  readonly value: string;
};

export type Language = 'en' | 'fr';

export type LetterInput = {
  /** The name of the person, for the salutation. */
  readonly addressee?: string | null | undefined;
  /** A JSON object: what the service does not know by itself, or what is to stand in its place. A letter that lacks something is refused, and the refusal names it. */
  readonly facts?: string | null | undefined;
  readonly kind: LetterKind;
  /** By default the request's own. */
  readonly language?: Language | null | undefined;
};

/** What a letter is for; docs/letters.md says what each has to know. */
export type LetterKind =
  | 'acknowledgement'
  | 'answer'
  | 'archive_expiry'
  | 'extension'
  | 'fee'
  | 'identity_question'
  | 'no_data'
  | 'partial_answer'
  | 'refusal'
  | 'scope_question'
  | 'wrong_controller';

/** What a message by e-mail is for. */
export type MessageKind =
  | 'addition_given_up'
  | 'addition_ready'
  | 'archive_expiring'
  | 'archive_ready'
  | 'closed'
  | 'code'
  | 'due_soon'
  | 'extended'
  | 'fee_announced'
  | 'not_transmitted'
  | 'notice'
  | 'passed_on'
  | 'question'
  | 'received'
  | 'refused'
  | 'review_needed'
  | 'transmitted';

/** A message that waits is tried for as long as its request lives; one that was sent was accepted by the mail server. */
export type MessageState = 'bounced' | 'failed' | 'sent' | 'waiting';

export type NamePart = 'family' | 'full' | 'given';

export type NewStaffInput = {
  readonly displayName: string;
  /** What they type to sign in; no space. */
  readonly login: string;
  /** In your controller. */
  readonly roles: ReadonlyArray<Role>;
};

export type NewTokenInput = {
  /** 1 to 90. */
  readonly days: number;
  readonly name: string;
  /** The permissions that the program needs, by name. */
  readonly scopes: ReadonlyArray<string>;
};

/** Nobody is proved, no earlier request of the same person is known, it was for other rights, or a year or more has passed. */
export type NotExcessive = 'a_year' | 'none_earlier' | 'not_proved' | 'other_scope';

/** For whom somebody asks who does not ask for themselves. */
export type OnBehalf = 'guardian' | 'heir' | 'parental_authority' | 'proxy';

export type OpenRequestInput = {
  /** A key of your own: the same call with the same key is done once. 8 to 100 characters. */
  readonly clientKey: string;
  readonly format?: ArchiveFormat;
  readonly identifiers: ReadonlyArray<IdentifierInput>;
  /** Whether it came from a signed-in account of the subject: then nobody is asked who they are. */
  readonly isSignedIn?: boolean | null | undefined;
  readonly language?: Language;
  /** For whom they ask, where that is not for themselves: then nothing goes out before a person has decided. */
  readonly onBehalf?: OnBehalf | null | undefined;
  /** How the subject wants the file. Whatever is said: one with special categories is offered locked first (SPC-03). */
  readonly packing?: Packing | null | undefined;
  /** When it reached the controller, where that was before now. */
  readonly receivedAt?: string | null | undefined;
  readonly rights: ReadonlyArray<Right>;
};

/** What else a message can ask for (Art. 7(3), 16 to 18, 21). */
export type OtherRight = 'erasure' | 'objection' | 'rectification' | 'restriction' | 'withdrawal_of_consent';

export type OtherRightEndInput = {
  /** Of an erasure that was done before the request is decided: that the subject wishes it so. */
  readonly isWishedFirst?: boolean | null | undefined;
  readonly outcome: OtherRightOutcome;
  readonly right: OtherRight;
  /** In words. Sealed with the case. */
  readonly text?: string | null | undefined;
};

/** Done as asked, refused with reasons, or taken back. */
export type OtherRightOutcome = 'done' | 'refused' | 'withdrawn';

/** What else the same message asks for. Each right once. */
export type OtherRightsInput = {
  readonly rights: ReadonlyArray<OtherRight>;
  /** What it says of them. Sealed with the case. */
  readonly text?: string | null | undefined;
};

/** As what an archive is fetched: the plain ZIP, an encrypted ZIP (AES-256), or an age file. */
export type Packing = 'aes' | 'age' | 'zip';

export type Prevailing = 'other' | 'subject';

/** What was brought as a proof of who asks. */
export type ProofKind = 'account' | 'attested' | 'code' | 'document' | 'fresh_account' | 'known_facts';

/** A signed-in account (L0), a code to a contact (L1), known facts (L2), a document that an officer has looked at (L3). */
export type ProofLevel = 'L0' | 'L1' | 'L2' | 'L3';

/** Why it is proportionate to ask for a document (IDV-03). Sealed with the case. */
export type ProportionalityInput = {
  /** How it came, and what is known of who asks. */
  readonly context: string;
  /** What kinds of data the answer holds. */
  readonly dataTypes: string;
  /** What would become of the person if somebody else had it. */
  readonly harm: string;
  readonly harmLevel: Harm;
  /** Whether some of it is of Art. 9 or 10. */
  readonly isSpecial: boolean;
  /** What is asked for. */
  readonly nature: string;
  /** Why nothing less suffices. */
  readonly nothingLess: string;
};

/** Whose secret or work it is. The subject gets to read it. */
export type ProtectedInterestInput = {
  readonly holder: string;
  /** What its disclosure would do to the holder. */
  readonly why: string;
};

/** What the purpose of an heir needs, or does not. Sealed with the case. */
export type PurposeRulingInput = {
  readonly isNeeded: boolean;
  /** None: nothing at all is needed. */
  readonly places: ReadonlyArray<HeirPlaceInput>;
  /** As it was accepted. */
  readonly purpose: HeirPurpose;
  /** Why that purpose needs it, or does not. */
  readonly reason: string;
};

export type QuestionInput = {
  /** Where that was before now. */
  readonly askedAt?: string | null | undefined;
  /** That it pauses the clock although it comes late: for the officer. */
  readonly confirmsLate?: boolean | null | undefined;
  /** Of a question of identity: why it is doubtful who asks. */
  readonly doubt?: IdentityDoubt | null | undefined;
  readonly kind: QuestionKind;
  /** Of a question of scope: when the information of Art. 15(1)(a) to (h) was sent. */
  readonly supplementarySentAt?: string | null | undefined;
  /** In words: what makes it doubtful, or what is asked. Sealed with the case. */
  readonly text: string;
};

/** Who asks (Art. 12(6)), or which of a large quantity is meant (recital 63). */
export type QuestionKind = 'identity' | 'scope';

export type ReceiptInput = {
  /** How that is known. Sealed with the case. */
  readonly reason: string;
  /** When the request reached the controller, on whichever channel. */
  readonly receivedAt: string;
};

/** Third question: would a redaction reconcile both? */
export type ReconciliationInput = {
  readonly reconciles: boolean;
  /** Why it would not do. */
  readonly why?: string | null | undefined;
};

/** What to hide of one record, or to show again. A later ruling on the same takes the place of an earlier one. */
export type RecordRulingInput = {
  readonly adverseEffect?: AdverseEffectInput | null | undefined;
  readonly balance?: BalanceInput | null | undefined;
  readonly collection: string;
  /** When the other person consented to the disclosure. */
  readonly consentGivenAt?: string | null | undefined;
  /** Without one the whole record is withheld, but for its key. */
  readonly field?: string | null | undefined;
  /** Of a trade secret, and of intellectual property. */
  readonly interest?: ProtectedInterestInput | null | undefined;
  readonly involvement: Involvement;
  readonly outcome: ThirdPartyOutcome;
  readonly reason?: RedactionReason;
  /** Why it is withheld although the subject wrote or received it. */
  readonly rebuttal?: string | null | undefined;
  /** As the findings have it. */
  readonly recordId: string;
  readonly redaction?: ReconciliationInput | null | undefined;
  readonly source: string;
  /** Of the field's text. Without them its whole value is hidden. */
  readonly spans?: ReadonlyArray<TextSpanInput> | null | undefined;
};

/** Why something is hidden: the mark says it. That data are the property of the controller is no reason. */
export type RedactionReason =
  'intellectual_property' | 'secrecy_of_correspondence' | 'staff_identity' | 'third_party' | 'trade_secret';

/** Why something was not done. docs/errors.md explains each. */
export type RefusalCode =
  | 'CHANGED'
  | 'INCOMPLETE'
  | 'INVALID_INPUT'
  | 'LIMITED'
  | 'NOT_FOUND'
  | 'REFUSED'
  | 'STALE_KEY'
  | 'STEP_UP_REQUIRED'
  | 'WRONG_STATE';

/** What a person can refuse a request on (Art. 12(5), 23; OUT-03, OUT-05, OUT-07). */
export type RefusalGround = 'abuse' | 'excessive' | 'legal_restriction' | 'manifestly_unfounded';

/** Another controller is meant (INT-10), nobody can be identified (Art. 11(2); IDV-07), or it is not proved who asks, or that they may act for another (Art. 12(6)). */
export type RefusalKind = 'authority_not_shown' | 'identity_not_proved' | 'unidentifiable' | 'wrong_controller';

/** Whether an answer may go out by itself, or waits for a DPO. */
export type Release = 'automatic' | 'dpo';

export type ReleaseInput = {
  /** For how many days the archive can be fetched: 1 to 30. */
  readonly days?: number;
  /** Why it is released although something is missing. */
  readonly reason?: string | null | undefined;
};

export type ReminderInput = {
  /** Where that was before now. */
  readonly receivedAt?: string | null | undefined;
  /** What it says. Sealed with the case. */
  readonly text?: string | null | undefined;
};

/** In which form a report is there: html, pdf, json. */
export type ReportForm = 'html' | 'json' | 'pdf';

/** What was seen of the authority of somebody who acts for another, and what follows. Sealed with the case. */
export type RepresentationInput = {
  readonly answerTo: AnswerTo;
  /** Of a child. */
  readonly bornOn?: string | null | undefined;
  /** Of a child: why the answer is in its own interest. */
  readonly childInterest?: string | null | undefined;
  /** Of a mandate: what may be asked for by it. */
  readonly covers?: ReadonlyArray<Right> | null | undefined;
  /** Of a deceased person. */
  readonly diedOn?: string | null | undefined;
  /** Of heirs: all that was found of what the deceased has directed. It goes before what heirs ask. */
  readonly directives?: ReadonlyArray<DirectiveInput> | null | undefined;
  readonly evidence: AuthorityEvidence;
  /** Of a mandate that ends. */
  readonly goodUntil?: string | null | undefined;
  /** Of a child of 15 or more. */
  readonly isChildHeard?: boolean | null | undefined;
  /** Whether the person has confirmed a mandate by a contact on record. */
  readonly isConfirmed?: boolean | null | undefined;
  /** Of heirs: whether the deceased has directed that they have nothing. */
  readonly isForbidden?: boolean | null | undefined;
  /** Of heirs: whether the directive in force names who asks. */
  readonly isNamed?: boolean | null | undefined;
  /** Of heirs, where the law of the controller is not French: what gives them the right. */
  readonly nationalLawRef?: string | null | undefined;
  readonly outcome: RepresentationOutcome;
  /** Of heirs. */
  readonly purpose?: HeirPurpose | null | undefined;
  /** In words. */
  readonly reason: string;
  /** The address of the representative, where the answer goes to them. */
  readonly sendTo?: string | null | undefined;
  /** Of a mandate. */
  readonly signedOn?: string | null | undefined;
};

export type RepresentationOutcome = 'accepted' | 'rejected';

/** Which of the requests comes first. */
export type RequestOrder = 'last_due' | 'next_due';

/** Where a request stands. */
export type RequestState =
  | 'assembling'
  | 'awaiting_release'
  | 'cancelled'
  | 'gathering'
  | 'in_review'
  | 'needs_attention'
  | 'paused'
  | 'ready'
  | 'received'
  | 'refused'
  | 'released'
  | 'searching'
  | 'shredded';

export type ReviewInput = {
  readonly match: string;
  readonly reason: string;
  readonly verdict: ReviewVerdict;
};

/** The match is the subject's, or somebody else's. */
export type ReviewVerdict = 'confirmed' | 'rejected';

/** Access (GDPR Art. 15) or portability (Art. 20). */
export type Right = 'access' | 'portability';

/** What somebody may do in a controller. service is for tokens only. */
export type Role = 'auditor' | 'connector_admin' | 'dpo' | 'handler' | 'reviewer' | 'service';

export type RowFormat = 'csv' | 'json';

/** A decision under Art. 15(4), with the answers to its three questions. */
export type RulingInput = {
  readonly adverseEffect?: AdverseEffectInput | null | undefined;
  readonly balance?: BalanceInput | null | undefined;
  readonly collection: string;
  /** When the other person consented to the disclosure. */
  readonly consentGivenAt?: string | null | undefined;
  readonly field: string;
  readonly involvement: Involvement;
  /** Of a redaction in free text: hide only what is found of other people, and show the rest. By default all is hidden. */
  readonly onlyOthers?: boolean | null | undefined;
  readonly outcome: ThirdPartyOutcome;
  /** Why it is withheld although the subject wrote or received it. */
  readonly rebuttal?: string | null | undefined;
  readonly redaction?: ReconciliationInput | null | undefined;
  readonly source: string;
};

/** Less is meant, everything is meant, or neither was said. */
export type ScopeAnswer = 'everything' | 'narrowed' | 'none';

export type TaskEndInput = {
  /** Whether you make the statement of this outcome. */
  readonly isStated: boolean;
  readonly outcome: TaskOutcome;
  /** Why it could not be done. Kept with the personal data. */
  readonly reason?: string | null | undefined;
  /** What was found, once for each collection. */
  readonly rows?: ReadonlyArray<FoundRowsInput> | null | undefined;
};

/** How a search by hand ended. */
export type TaskOutcome = 'found' | 'not_done' | 'nothing_found';

/** A stretch of a text in UTF-16 code units: of the text itself, not of its JSON. */
export type TextSpanInput = {
  /** The first that is shown again. */
  readonly end: number;
  readonly start: number;
};

export type ThirdPartyOutcome = 'disclose' | 'redact' | 'withhold';

export type TransmissionInput = {
  /** What the subject has said, how and when. Sealed with the case. */
  readonly instruction: string;
  /** What the subject calls a controller that is not listed. Sealed with the case. */
  readonly name?: string | null | undefined;
  /** One that is listed; else its name. */
  readonly receiver?: string | null | undefined;
};

/** Who gave the instruction: staff note one that came another way. */
export type TransmissionOrder = 'staff' | 'subject';

/** Why data is not sent to another controller. The subject is told, and can download it all the same. */
export type TransmissionReason =
  'fault' | 'no_endpoint' | 'not_listed' | 'nothing_portable' | 'refused' | 'stopped' | 'undetermined' | 'unreachable';

export type TransmissionState = 'failed' | 'sent' | 'waiting';

export type UnidentifiableInput = {
  /** What shows that nobody can be identified. The subject reads it. Sealed with the case. */
  readonly demonstration: string;
  /** What the subject could ask again with: one at least by which a source can be asked. */
  readonly wouldHelp: ReadonlyArray<IdentifierKind>;
};

export type WrongControllerInput = {
  /** Whose data these are, as far as is known. The subject reads it. Sealed with the case. */
  readonly explanation: string;
  /** The organisation that is meant. Nothing is passed on to it. */
  readonly meantFor?: string | null | undefined;
};

export type WrongRecipientInput = {
  /** When it became known: the 72 hours begin. Where that was before now. */
  readonly knownAt?: string | null | undefined;
  /** Whom it reached, and how that is known. Sealed with the case; nothing once the request is shredded. */
  readonly words?: string | null | undefined;
};

export type ConsoleViewerQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleViewerQuery = {
  readonly viewer: { readonly id: string; readonly controller: string; readonly permissions: ReadonlyArray<string> };
};

export type ConsoleInboxQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: ReadonlyArray<RequestState> | RequestState | null | undefined;
  dueBefore?: string | null | undefined;
  reference?: string | null | undefined;
  order?: RequestOrder | null | undefined;
}>;

export type ConsoleInboxQuery = {
  readonly requests: {
    readonly totalCount: number;
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly reference: string;
        readonly state: RequestState;
        readonly rights: ReadonlyArray<Right>;
        readonly receivedAt: string;
        readonly dueAt: string;
        readonly queued: number;
        readonly complete: boolean | null;
        readonly possibleEvents: ReadonlyArray<string>;
        readonly problem: { readonly errorClass: string; readonly message: string; readonly remedy: string | null } | null;
        readonly tasks: ReadonlyArray<{ readonly id: string; readonly outcome: TaskOutcome | null }>;
        readonly questions: ReadonlyArray<{ readonly id: string; readonly isOpen: boolean }>;
        readonly breaches: ReadonlyArray<{
          readonly id: string;
          readonly notifyBy: string;
          readonly outcome: BreachOutcome | null;
        }>;
        readonly duties: ReadonlyArray<{ readonly id: string; readonly kind: DutyKind; readonly outcome: DutyOutcome | null }>;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type ConsoleRequestQueryVariables = Exact<{
  id: string;
}>;

export type ConsoleRequestQuery = {
  readonly request: {
    readonly id: string;
    readonly reference: string;
    readonly state: RequestState;
    readonly version: number;
    readonly rights: ReadonlyArray<Right>;
    readonly format: ArchiveFormat;
    readonly language: Language;
    readonly receivedAt: string;
    readonly dueAt: string;
    readonly identifierKinds: ReadonlyArray<IdentifierKind>;
    readonly complete: boolean | null;
    readonly included: number;
    readonly queued: number;
    readonly expiresAt: string | null;
    readonly possibleEvents: ReadonlyArray<string>;
    readonly isForHeir: boolean;
    readonly outstanding: ReadonlyArray<string>;
    readonly problem: { readonly errorClass: string; readonly message: string; readonly remedy: string | null } | null;
    readonly ledger: ReadonlyArray<{
      readonly source: string;
      readonly collection: string;
      readonly outcome: string;
      readonly blocking: boolean;
      readonly included: number;
      readonly queued: number;
      readonly records: number;
      readonly files: number;
      readonly attempts: number;
      readonly message: string | null;
      readonly remedy: string | null;
    }>;
    readonly fee: { readonly standing: FeeStanding } | null;
    readonly archive: { readonly bytes: number; readonly records: number; readonly files: number } | null;
    readonly questions: ReadonlyArray<{ readonly id: string; readonly isOpen: boolean }>;
    readonly tasks: ReadonlyArray<{
      readonly id: string;
      readonly source: string;
      readonly outcome: TaskOutcome | null;
      readonly dueAt: string;
    }>;
  } | null;
};

export type ConsoleDeadlinesQueryVariables = Exact<{
  id: string;
  language?: Language | null | undefined;
}>;

export type ConsoleDeadlinesQuery = {
  readonly request: {
    readonly id: string;
    readonly deadlines: {
      readonly workBy: string;
      readonly limit: string;
      readonly notBefore: string | null;
      readonly isExtended: boolean;
      readonly pausedDays: number;
      readonly calendar: string;
      readonly dates: ReadonlyArray<{
        readonly name: string;
        readonly title: string;
        readonly date: string;
        readonly isVerified: boolean;
        readonly sentences: ReadonlyArray<string>;
      }>;
    };
  } | null;
};

export type ConsoleGateQueryVariables = Exact<{
  id: string;
  language?: Language | null | undefined;
  previews: boolean;
}>;

export type ConsoleGateQuery = {
  readonly request: {
    readonly id: string;
    readonly gate: {
      readonly release: Release;
      readonly answer: AnswerKind;
      readonly reasons: ReadonlyArray<{
        readonly code: string;
        readonly what: string;
        readonly remedy: string;
        readonly count: number;
        readonly places: ReadonlyArray<{
          readonly source: string;
          readonly collection: string;
          readonly field: string | null;
          readonly count: number;
        }>;
      }>;
    } | null;
    readonly reportPreviews?: ReadonlyArray<{ readonly language: Language; readonly form: ReportForm; readonly path: string }>;
  } | null;
};

export type ConsoleTrailQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  request?: string | null | undefined;
}>;

export type ConsoleTrailQuery = {
  readonly auditTrail: {
    readonly totalCount: number;
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly at: string;
        readonly actorKind: string;
        readonly actor: string;
        readonly action: string;
        readonly outcome: string;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type ConsolePeopleQueryVariables = Exact<{ [key: string]: never }>;

export type ConsolePeopleQuery = { readonly staff: ReadonlyArray<{ readonly id: string; readonly displayName: string }> };

export type ConsoleMatchesQueryVariables = Exact<{
  id: string;
}>;

export type ConsoleMatchesQuery = {
  readonly request: {
    readonly id: string;
    readonly matches: ReadonlyArray<{
      readonly id: string;
      readonly source: string;
      readonly collection: string;
      readonly recordId: string;
      readonly tier: string;
      readonly decision: string;
      readonly reasons: ReadonlyArray<string>;
      readonly review: ReviewVerdict | null;
      readonly evidence: ReadonlyArray<{ readonly identifier: string; readonly field: string; readonly how: string }>;
    }>;
  } | null;
};

export type ConsoleDoubtfulQueryVariables = Exact<{
  request: string;
  match: string;
}>;

export type ConsoleDoubtfulQuery = {
  readonly doubtfulMatch:
    | {
        readonly __typename: 'DoubtfulMatch';
        readonly found: ReadonlyArray<{
          readonly field: string | null;
          readonly kind: IdentifierKind;
          readonly part: NamePart | null;
          readonly value: string;
        }>;
        readonly given: ReadonlyArray<{ readonly kind: IdentifierKind; readonly part: NamePart | null; readonly value: string }>;
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ConsoleAskedQueryVariables = Exact<{
  request: string;
}>;

export type ConsoleAskedQuery = {
  readonly asked:
    | {
        readonly __typename: 'Asked';
        readonly identifiers: ReadonlyArray<{
          readonly position: number;
          readonly kind: IdentifierKind;
          readonly namespace: string | null;
          readonly part: NamePart | null;
          readonly value: string;
          readonly provedBy: string | null;
        }>;
        readonly words: ReadonlyArray<{ readonly name: string; readonly text: string }>;
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ConsoleAttestMutationVariables = Exact<{
  id: string;
  attestations: ReadonlyArray<AttestationInput> | AttestationInput;
}>;

export type ConsoleAttestMutation = {
  readonly attestIdentity:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleStartMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleStartMutation = {
  readonly startRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsolePauseMutationVariables = Exact<{
  id: string;
}>;

export type ConsolePauseMutation = {
  readonly pauseRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleResumeMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleResumeMutation = {
  readonly resumeRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleRetryMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleRetryMutation = {
  readonly retryRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleReviewMutationVariables = Exact<{
  id: string;
  review: ReviewInput;
}>;

export type ConsoleReviewMutation = {
  readonly reviewMatch:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleRefuseUnprovedMutationVariables = Exact<{
  id: string;
  reason: string;
  seen?: number | null | undefined;
}>;

export type ConsoleRefuseUnprovedMutation = {
  readonly refuseUnproved:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleRefuseOnGroundMutationVariables = Exact<{
  id: string;
  refusal: GroundedRefusalInput;
  seen?: number | null | undefined;
}>;

export type ConsoleRefuseOnGroundMutation = {
  readonly refuseOnGround:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleAnswerWrongControllerMutationVariables = Exact<{
  id: string;
  answer: WrongControllerInput;
  seen?: number | null | undefined;
}>;

export type ConsoleAnswerWrongControllerMutation = {
  readonly answerWrongController:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleRefuseUnidentifiableMutationVariables = Exact<{
  id: string;
  refusal: UnidentifiableInput;
  seen?: number | null | undefined;
}>;

export type ConsoleRefuseUnidentifiableMutation = {
  readonly refuseUnidentifiable:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleRefusalOutlookQueryVariables = Exact<{
  id: string;
}>;

export type ConsoleRefusalOutlookQuery = {
  readonly request: {
    readonly id: string;
    readonly refusalOutlook: {
      readonly unproved: RefusalKind | null;
      readonly notExcessive: NotExcessive | null;
      readonly holdsSpecialCategories: boolean | null;
      readonly compared: number;
      readonly isAll: boolean;
      readonly earlier: ReadonlyArray<{
        readonly id: string;
        readonly reference: string;
        readonly receivedOn: string;
        readonly days: number;
        readonly isSameScope: boolean;
        readonly moreRecords: number | null;
      }>;
    };
  } | null;
};

export type ConsoleDecisionsQueryVariables = Exact<{
  id: string;
}>;

export type ConsoleDecisionsQuery = {
  readonly request: {
    readonly id: string;
    readonly decisions: ReadonlyArray<{
      readonly event: string;
      readonly reason: string;
      readonly refusedAs: RefusalKind | null;
      readonly ground: RefusalGround | null;
      readonly lastRequestOn: string | null;
      readonly meantFor: string | null;
      readonly wouldHelp: ReadonlyArray<IdentifierKind>;
      readonly by: string;
      readonly at: string;
    }>;
  } | null;
};

export type ConsoleCancelMutationVariables = Exact<{
  id: string;
  reason: string;
  seen?: number | null | undefined;
}>;

export type ConsoleCancelMutation = {
  readonly cancelRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleReleaseMutationVariables = Exact<{
  id: string;
  release: ReleaseInput;
  seen?: number | null | undefined;
}>;

export type ConsoleReleaseMutation = {
  readonly releaseRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleExtendMutationVariables = Exact<{
  id: string;
  extension: ExtensionInput;
  seen?: number | null | undefined;
}>;

export type ConsoleExtendMutation = {
  readonly extendRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleRetrySourceMutationVariables = Exact<{
  id: string;
  source: string;
}>;

export type ConsoleRetrySourceMutation = {
  readonly retrySource:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleAskMutationVariables = Exact<{
  id: string;
  question: QuestionInput;
}>;

export type ConsoleAskMutation = {
  readonly askQuestion:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleAnswerMutationVariables = Exact<{
  id: string;
  answer: AnswerInput;
}>;

export type ConsoleAnswerMutation = {
  readonly answerQuestion:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleNoteOtherRightsMutationVariables = Exact<{
  id: string;
  noted: OtherRightsInput;
}>;

export type ConsoleNoteOtherRightsMutation = {
  readonly noteOtherRights:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleEndOtherRightMutationVariables = Exact<{
  id: string;
  end: OtherRightEndInput;
}>;

export type ConsoleEndOtherRightMutation = {
  readonly endOtherRight:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleClockQueryVariables = Exact<{
  id: string;
  words: boolean;
}>;

export type ConsoleClockQuery = {
  readonly request: {
    readonly id: string;
    readonly agenda: ReadonlyArray<{ readonly on: string; readonly what: string; readonly isPast: boolean }>;
    readonly questions: ReadonlyArray<{
      readonly id: string;
      readonly kind: QuestionKind;
      readonly text?: string | null;
      readonly askedAt: string;
      readonly isOpen: boolean;
      readonly answeredAt: string | null;
      readonly answer?: string | null;
    }>;
    readonly reminders: ReadonlyArray<{ readonly id: string; readonly receivedAt: string; readonly text?: string | null }>;
    readonly otherRights: ReadonlyArray<{
      readonly right: OtherRight;
      readonly dueOn: string;
      readonly outcome: OtherRightOutcome | null;
      readonly endedAt: string | null;
      readonly text?: string | null;
      readonly endText?: string | null;
    }>;
    readonly extension: {
      readonly reason: ExtensionReason;
      readonly noticeSentAt: string | null;
      readonly promisedOn: string | null;
      readonly holds: boolean;
    } | null;
  } | null;
};

export type ConsoleIdentifiersQueryVariables = Exact<{
  id: string;
}>;

export type ConsoleIdentifiersQuery = {
  readonly request: {
    readonly id: string;
    readonly identifiers: ReadonlyArray<{
      readonly id: string;
      readonly kind: IdentifierKind;
      readonly namespace: string | null;
      readonly status: string;
      readonly round: number;
      readonly learntFrom: { readonly match: string; readonly field: string } | null;
    }>;
    readonly matches: ReadonlyArray<{
      readonly id: string;
      readonly source: string;
      readonly collection: string;
      readonly recordId: string;
      readonly decision: string;
      readonly evidence: ReadonlyArray<{ readonly identifier: string; readonly field: string }>;
    }>;
  } | null;
};

export type ConsoleIdentifierValuesQueryVariables = Exact<{
  request: string;
}>;

export type ConsoleIdentifierValuesQuery = {
  readonly identifierValues:
    | {
        readonly __typename: 'IdentifierValues';
        readonly values: ReadonlyArray<{ readonly identifier: string; readonly value: string }>;
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ConsoleRecordsQueryVariables = Exact<{
  request: string;
  source: string;
  collection: string;
  first: number;
  after?: string | null | undefined;
  unmask: boolean;
}>;

export type ConsoleRecordsQuery = {
  readonly findings:
    | {
        readonly __typename: 'FindingConnection';
        readonly totalCount: number;
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly recordId: string;
            readonly values: ReadonlyArray<{
              readonly field: string;
              readonly type: string;
              readonly json: string | null;
              readonly masked: boolean;
              readonly thirdParty: boolean;
              readonly others: ReadonlyArray<{ readonly start: number; readonly end: number }>;
            }>;
            readonly paths: ReadonlyArray<{
              readonly collection: string;
              readonly recordId: string;
              readonly references: ReadonlyArray<string>;
            }>;
          };
        }>;
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ConsoleRulingsQueryVariables = Exact<{
  id: string;
}>;

export type ConsoleRulingsQuery = {
  readonly request: {
    readonly id: string;
    readonly recordRulings: ReadonlyArray<{
      readonly number: number;
      readonly source: string;
      readonly collection: string;
      readonly recordId: string;
      readonly field: string | null;
      readonly reason: RedactionReason;
      readonly outcome: ThirdPartyOutcome;
      readonly by: string;
      readonly at: string;
      readonly holds: boolean;
      readonly stretches: ReadonlyArray<{ readonly start: number; readonly end: number }> | null;
    }>;
  } | null;
};

export type ConsoleRuleMutationVariables = Exact<{
  id: string;
  ruling: RecordRulingInput;
  seen?: number | null | undefined;
}>;

export type ConsoleRuleMutation = {
  readonly ruleOnRecord:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleRuleFieldMutationVariables = Exact<{
  id: string;
  ruling: RulingInput;
  seen?: number | null | undefined;
}>;

export type ConsoleRuleFieldMutation = {
  readonly ruleOnField:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleProofQueryVariables = Exact<{
  id: string;
  language?: Language | null | undefined;
  why: boolean;
}>;

export type ConsoleProofQuery = {
  readonly request: {
    readonly id: string;
    readonly proof: {
      readonly required: ProofLevel;
      readonly reached: ProofLevel | null;
      readonly isEnough: boolean;
      readonly onBehalf: OnBehalf | null;
      readonly reasons: ReadonlyArray<{ readonly code: string; readonly what: string }>;
      readonly brought: ReadonlyArray<{ readonly kind: ProofKind; readonly at: string; readonly by: string }>;
      readonly doubts: ReadonlyArray<{
        readonly id: string;
        readonly because: DoubtCause;
        readonly at: string;
        readonly by: string;
      }>;
      readonly representation: {
        readonly outcome: RepresentationOutcome;
        readonly answerTo: AnswerTo;
        readonly purpose: HeirPurpose | null;
        readonly at: string;
        readonly by: string;
        readonly directive: { readonly kind: DirectiveKind; readonly directs: Directed } | null;
      } | null;
      readonly document: {
        readonly demandedAt: string;
        readonly demandedBy: string;
        readonly harmLevel: Harm;
        readonly isSpecial: boolean;
        readonly deleteBy: string | null;
        readonly checked: {
          readonly kind: DocumentKind;
          readonly outcome: DocumentOutcome;
          readonly at: string;
          readonly by: string;
        } | null;
        readonly why?: {
          readonly dataTypes: string;
          readonly nature: string;
          readonly context: string;
          readonly harm: string;
          readonly nothingLess: string;
        } | null;
      } | null;
    };
  } | null;
};

export type ConsoleProvableFactsQueryVariables = Exact<{
  id: string;
  language?: Language | null | undefined;
}>;

export type ConsoleProvableFactsQuery = {
  readonly request: {
    readonly id: string;
    readonly provableFacts: ReadonlyArray<{
      readonly source: string;
      readonly collection: string;
      readonly collectionTitle: string;
      readonly field: string;
      readonly title: string;
    }>;
  } | null;
};

export type ConsoleCheckFactsMutationVariables = Exact<{
  id: string;
  facts: ReadonlyArray<KnownFactInput> | KnownFactInput;
}>;

export type ConsoleCheckFactsMutation = {
  readonly checkKnownFacts:
    | { readonly __typename: 'FactsCheck'; readonly isRight: boolean; readonly triesLeft: number }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ConsoleDemandDocumentMutationVariables = Exact<{
  id: string;
  why: ProportionalityInput;
}>;

export type ConsoleDemandDocumentMutation = {
  readonly demandDocument:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleDecideDocumentMutationVariables = Exact<{
  id: string;
  verdict: DocumentVerdictInput;
}>;

export type ConsoleDecideDocumentMutation = {
  readonly decideDocument:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleNoteDoubtMutationVariables = Exact<{
  id: string;
  doubt: DoubtInput;
  seen?: number | null | undefined;
}>;

export type ConsoleNoteDoubtMutation = {
  readonly noteDoubt:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleDecideRepresentationMutationVariables = Exact<{
  id: string;
  representation: RepresentationInput;
  seen?: number | null | undefined;
}>;

export type ConsoleDecideRepresentationMutation = {
  readonly decideRepresentation:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleHeirPartQueryVariables = Exact<{
  id: string;
  language?: Language | null | undefined;
}>;

export type ConsoleHeirPartQuery = {
  readonly request: {
    readonly id: string;
    readonly heirPart: {
      readonly purpose: HeirPurpose | null;
      readonly isRuled: boolean;
      readonly collections: ReadonlyArray<{
        readonly source: string;
        readonly collection: string;
        readonly title: string;
        readonly records: number;
        readonly files: number;
        readonly standing: HeirStanding;
        readonly needed: number;
      }>;
      readonly rulings: ReadonlyArray<{
        readonly isNeeded: boolean;
        readonly reason: string;
        readonly by: string;
        readonly at: string;
        readonly places: ReadonlyArray<{
          readonly source: string;
          readonly collection: string;
          readonly recordId: string | null;
        }>;
      }>;
    } | null;
  } | null;
};

export type ConsoleRuleForPurposeMutationVariables = Exact<{
  id: string;
  ruling: PurposeRulingInput;
  seen?: number | null | undefined;
}>;

export type ConsoleRuleForPurposeMutation = {
  readonly ruleForPurpose:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleDeliveryQueryVariables = Exact<{
  id: string;
  messages: boolean;
}>;

export type ConsoleDeliveryQuery = {
  readonly request: {
    readonly id: string;
    readonly channel: AnswerChannel;
    readonly wantedPacking: Packing;
    readonly answers: ReadonlyArray<{
      readonly releasedAt: string;
      readonly expiresAt: string;
      readonly complete: boolean;
      readonly missing: ReadonlyArray<string>;
      readonly givenUpAt: string | null;
      readonly archive: { readonly records: number; readonly bytes: number };
    }>;
    readonly delivery: {
      readonly isAutomatic: boolean;
      readonly sentAt: string | null;
      readonly expiresAt: string | null;
      readonly isRevoked: boolean;
      readonly isLocked: boolean;
      readonly completed: number;
      readonly left: number;
      readonly packing: Packing;
      readonly isBeingLocked: boolean;
      readonly isLockAwaited: boolean;
    } | null;
    readonly breaches: ReadonlyArray<{
      readonly id: string;
      readonly knownAt: string;
      readonly notifyBy: string;
      readonly minutesLeft: number | null;
      readonly isLate: boolean;
      readonly releasedAt: string;
      readonly sha256: string;
      readonly records: number;
      readonly files: number;
      readonly openings: number;
      readonly downloads: number;
      readonly outcome: BreachOutcome | null;
      readonly endedAt: string | null;
    }>;
    readonly messages?: ReadonlyArray<{
      readonly id: string;
      readonly kind: MessageKind;
      readonly state: MessageState;
      readonly queuedAt: string;
      readonly sentAt: string | null;
      readonly failedAt: string | null;
      readonly bouncedAt: string | null;
      readonly problem: { readonly errorClass: string; readonly message: string; readonly remedy: string | null } | null;
    }>;
  } | null;
};

export type ConsoleRenewLinkMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleRenewLinkMutation = {
  readonly renewLink:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleRevokeLinkMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleRevokeLinkMutation = {
  readonly revokeLink:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleBreachWordsQueryVariables = Exact<{
  id: string;
}>;

export type ConsoleBreachWordsQuery = {
  readonly request: {
    readonly id: string;
    readonly breaches: ReadonlyArray<{ readonly id: string; readonly words: string | null; readonly endWords: string | null }>;
  } | null;
};

export type ConsoleNoteBreachMutationVariables = Exact<{
  id: string;
  noted: WrongRecipientInput;
}>;

export type ConsoleNoteBreachMutation = {
  readonly noteWrongRecipient:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleEndBreachMutationVariables = Exact<{
  id: string;
  breach: string;
  end: BreachEndInput;
}>;

export type ConsoleEndBreachMutation = {
  readonly endBreach:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleDutiesQueryVariables = Exact<{
  id: string;
  words: boolean;
}>;

export type ConsoleDutiesQuery = {
  readonly request: {
    readonly id: string;
    readonly duties: ReadonlyArray<{
      readonly id: string;
      readonly kind: DutyKind;
      readonly forWhom: string | null;
      readonly records: number | null;
      readonly channel: AnswerChannel | null;
      readonly promisesDestruction: boolean;
      readonly directives: ReadonlyArray<string>;
      readonly notedAt: string;
      readonly outcome: DutyOutcome | null;
      readonly endedAt: string | null;
      readonly words?: string | null;
      readonly endWords?: string | null;
    }>;
  } | null;
};

export type ConsoleChooseChannelMutationVariables = Exact<{
  id: string;
  channel: AnswerChannel;
}>;

export type ConsoleChooseChannelMutation = {
  readonly chooseChannel:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleNoteDeathMutationVariables = Exact<{
  id: string;
  words?: string | null | undefined;
}>;

export type ConsoleNoteDeathMutation = {
  readonly noteDeath:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleEndDutyMutationVariables = Exact<{
  id: string;
  duty: string;
  end: DutyEndInput;
}>;

export type ConsoleEndDutyMutation = {
  readonly endDuty:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleFeeQueryVariables = Exact<{
  id: string;
  words: boolean;
}>;

export type ConsoleFeeQuery = {
  readonly request: {
    readonly id: string;
    readonly fee: {
      readonly standing: FeeStanding;
      readonly cause: FeeCause;
      readonly earlier: string | null;
      readonly earlierOn: string | null;
      readonly total: number;
      readonly currency: string;
      readonly answerBy: string;
      readonly announcedAt: string;
      readonly announcedBy: string;
      readonly acceptedAt: string | null;
      readonly acceptedBy: string | null;
      readonly endedAt: string | null;
      readonly evidence?: string | null;
      readonly costs: ReadonlyArray<{ readonly cost: DirectCost; readonly cents: number }>;
    } | null;
  } | null;
};

export type ConsoleAnnounceFeeMutationVariables = Exact<{
  id: string;
  fee: FeeInput;
  seen?: number | null | undefined;
}>;

export type ConsoleAnnounceFeeMutation = {
  readonly announceFee:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleNoteFeeMutationVariables = Exact<{
  id: string;
  noted: FeeNoteInput;
  seen?: number | null | undefined;
}>;

export type ConsoleNoteFeeMutation = {
  readonly noteFee:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleWaiveFeeMutationVariables = Exact<{
  id: string;
  words?: string | null | undefined;
  seen?: number | null | undefined;
}>;

export type ConsoleWaiveFeeMutation = {
  readonly waiveFee:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsolePackMutationVariables = Exact<{
  id: string;
  packing: Packing;
}>;

export type ConsolePackMutation = {
  readonly packArchive:
    | { readonly __typename: 'PackedArchive'; readonly passphrase: string | null; readonly request: { readonly id: string } }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ConsoleLettersQueryVariables = Exact<{
  id: string;
}>;

export type ConsoleLettersQuery = {
  readonly request: {
    readonly id: string;
    readonly letters: ReadonlyArray<{
      readonly number: number;
      readonly kind: string;
      readonly language: Language;
      readonly by: string;
      readonly at: string;
    }>;
  } | null;
};

export type ConsoleLetterPreviewQueryVariables = Exact<{
  id: string;
  letter: LetterInput;
}>;

export type ConsoleLetterPreviewQuery = {
  readonly letterPreview:
    | { readonly __typename: 'LetterPreview'; readonly kind: LetterKind; readonly title: string; readonly text: string }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ConsoleWriteLetterMutationVariables = Exact<{
  id: string;
  letter: LetterInput;
}>;

export type ConsoleWriteLetterMutation = {
  readonly writeLetter:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleTaskQueryVariables = Exact<{
  request: string;
  task: string;
  language?: Language | null | undefined;
}>;

export type ConsoleTaskQuery = {
  readonly task:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | {
        readonly __typename: 'TaskToDo';
        readonly instructions: string;
        readonly doneBy: string;
        readonly collections: ReadonlyArray<string>;
        readonly told: ReadonlyArray<{ readonly kind: IdentifierKind; readonly value: string }>;
        readonly files: ReadonlyArray<{ readonly id: string; readonly name: string }>;
        readonly statements: ReadonlyArray<{ readonly outcome: TaskOutcome; readonly text: string }>;
      };
};

export type ConsoleEndTaskMutationVariables = Exact<{
  id: string;
  task: string;
  end: TaskEndInput;
}>;

export type ConsoleEndTaskMutation = {
  readonly endTask:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleCorrectReceiptMutationVariables = Exact<{
  id: string;
  receipt: ReceiptInput;
}>;

export type ConsoleCorrectReceiptMutation = {
  readonly correctReceipt:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleLinkReminderMutationVariables = Exact<{
  id: string;
  reminder: ReminderInput;
}>;

export type ConsoleLinkReminderMutation = {
  readonly linkReminder:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleRenewClaimMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleRenewClaimMutation = {
  readonly renewClaimCode:
    | { readonly __typename: 'HandedOver'; readonly claimCode: string }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ConsoleRecordBounceMutationVariables = Exact<{
  id: string;
  message: string;
  bouncedAt?: string | null | undefined;
}>;

export type ConsoleRecordBounceMutation = {
  readonly recordBounce:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleShredMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleShredMutation = {
  readonly shredRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleTransmissionsQueryVariables = Exact<{
  id: string;
}>;

export type ConsoleTransmissionsQuery = {
  readonly request: {
    readonly id: string;
    readonly gate: { readonly release: Release } | null;
    readonly answers: ReadonlyArray<{ readonly archive: { readonly records: number; readonly files: number } }>;
    readonly delivery: { readonly isRevoked: boolean } | null;
    readonly transmissions: ReadonlyArray<{
      readonly id: string;
      readonly receiver: string | null;
      readonly orderedBy: TransmissionOrder;
      readonly orderedAt: string;
      readonly state: TransmissionState;
      readonly endedAt: string | null;
      readonly reason: TransmissionReason | null;
      readonly receipt: { readonly bytes: string; readonly sha256: string } | null;
    }>;
  } | null;
  readonly transmissionReceivers: ReadonlyArray<{ readonly id: string; readonly name: string; readonly takesData: boolean }>;
};

export type ConsoleOrderTransmissionMutationVariables = Exact<{
  id: string;
  transmission: TransmissionInput;
}>;

export type ConsoleOrderTransmissionMutation = {
  readonly orderTransmission:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleSourcesQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleSourcesQuery = {
  readonly sources: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly connector: string;
    readonly connectorVersion: string;
    readonly lastCheck: { readonly at: string; readonly sound: boolean; readonly drifted: number | null } | null;
    readonly coverage: { readonly collections: number; readonly fields: number; readonly categorised: number } | null;
    readonly lastSearch: {
      readonly at: string;
      readonly collections: number;
      readonly troubles: ReadonlyArray<{
        readonly collection: string;
        readonly outcome: string;
        readonly message: string | null;
        readonly remedy: string | null;
      }>;
    } | null;
  }>;
};

export type ConsoleCheckSourceMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleCheckSourceMutation = {
  readonly checkSource:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | {
        readonly __typename: 'SourceCheck';
        readonly source: string;
        readonly system: string | null;
        readonly readOnly: string | null;
        readonly sound: boolean;
        readonly problem: { readonly errorClass: string; readonly message: string; readonly remedy: string | null } | null;
        readonly collections: ReadonlyArray<{
          readonly collection: string;
          readonly status: string;
          readonly problems: ReadonlyArray<{
            readonly errorClass: string;
            readonly message: string;
            readonly remedy: string | null;
          }>;
        }>;
        readonly advice: ReadonlyArray<{
          readonly collection: string | null;
          readonly text: string;
          readonly ddl: string | null;
        }>;
      };
};

export type ConsoleDataMapQueryVariables = Exact<{
  source: string;
  language: Language;
}>;

export type ConsoleDataMapQuery = {
  readonly dataMap: {
    readonly source: string;
    readonly yaml: string | null;
    readonly file: string | null;
    readonly problem: { readonly errorClass: string; readonly message: string; readonly remedy: string | null } | null;
    readonly unmapped: ReadonlyArray<{ readonly table: string; readonly because: string }>;
    readonly collections: ReadonlyArray<{
      readonly name: string;
      readonly title: string;
      readonly description: string | null;
      readonly activity: string | null;
      readonly isSearched: boolean;
      readonly because: string | null;
      readonly isLog: boolean;
      readonly gaps: ReadonlyArray<string>;
      readonly references: ReadonlyArray<{
        readonly name: string;
        readonly to: string;
        readonly isOwned: boolean;
        readonly shows: ReadonlyArray<string>;
      }>;
      readonly fields: ReadonlyArray<{
        readonly name: string;
        readonly title: string;
        readonly description: string | null;
        readonly category: string | null;
        readonly origin: string | null;
        readonly identifies: string | null;
        readonly isSpecial: boolean;
        readonly isThirdParty: boolean;
        readonly isFreeText: boolean;
        readonly isSecret: boolean;
      }>;
    }>;
  };
};

export type ConsoleCheckDataMapQueryVariables = Exact<{
  yaml: string;
}>;

export type ConsoleCheckDataMapQuery = {
  readonly checkDataMap: ReadonlyArray<{
    readonly line: number | null;
    readonly path: string | null;
    readonly what: string;
    readonly remedy: string | null;
  }>;
};

export type ConsoleActivitiesQueryVariables = Exact<{
  language: Language;
}>;

export type ConsoleActivitiesQuery = {
  readonly register: {
    readonly id: string;
    readonly activities: ReadonlyArray<{ readonly id: string; readonly title: string }>;
  } | null;
};

export type ConsoleCostQueryVariables = Exact<{
  request: string;
}>;

export type ConsoleCostQuery = {
  readonly plan: ReadonlyArray<{
    readonly source: string;
    readonly collection: string;
    readonly reach: string;
    readonly calls: number | null;
    readonly rowsToScan: number | null;
    readonly message: string | null;
    readonly remedy: string | null;
  }>;
};

export type ConsoleReferencesQueryVariables = Exact<{
  first: number;
  states?: ReadonlyArray<RequestState> | RequestState | null | undefined;
  reference?: string | null | undefined;
}>;

export type ConsoleReferencesQuery = {
  readonly requests: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string; readonly reference: string } }> };
};

export type ConsoleFiguresQueryVariables = Exact<{
  from: string;
  to: string;
}>;

export type ConsoleFiguresQuery = {
  readonly figures:
    | {
        readonly __typename: 'Figures';
        readonly months: ReadonlyArray<{
          readonly month: string;
          readonly received: number;
          readonly open: number;
          readonly overdue: number;
          readonly answered: number;
          readonly refused: number;
          readonly cancelled: number;
          readonly extended: number;
          readonly paused: number;
          readonly automatic: number;
          readonly incomplete: number;
          readonly inTime: number;
          readonly inFirstMonth: number;
          readonly medianDays: number | null;
          readonly failingSources: ReadonlyArray<{ readonly source: string; readonly requests: number }>;
        }>;
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ConsoleEvidenceQueryVariables = Exact<{
  request: string;
}>;

export type ConsoleEvidenceQuery = {
  readonly evidenceBundle: {
    readonly file: string;
    readonly pageInEnglish: string;
    readonly pageInFrench: string;
    readonly key: string;
  } | null;
};

export type ConsoleDriftQueryVariables = Exact<{
  language: Language;
}>;

export type ConsoleDriftQuery = {
  readonly register: {
    readonly id: string;
    readonly drift: ReadonlyArray<{
      readonly code: string;
      readonly severity: string;
      readonly article: string;
      readonly source: string | null;
      readonly collection: string | null;
      readonly field: string | null;
      readonly activity: string | null;
      readonly what: string;
      readonly remedy: string;
    }>;
  } | null;
};

export type ConsoleAuditQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  request?: string | null | undefined;
  action?: string | null | undefined;
}>;

export type ConsoleAuditQuery = {
  readonly auditTrail: {
    readonly totalCount: number;
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly at: string;
        readonly actorKind: string;
        readonly actor: string;
        readonly action: string;
        readonly objectType: string;
        readonly object: string;
        readonly outcome: string;
        readonly details: string;
        readonly sequence: number | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type ConsoleVerdictQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleVerdictQuery = {
  readonly trailVerdict: {
    readonly holds: boolean;
    readonly at: string;
    readonly entries: number | null;
    readonly head: string | null;
    readonly fault: string | null;
    readonly line: number | null;
    readonly checkpoints: number;
    readonly unsigned: number;
  };
};

export type ConsoleStaffQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleStaffQuery = {
  readonly staff: ReadonlyArray<{
    readonly id: string;
    readonly login: string;
    readonly displayName: string;
    readonly roles: ReadonlyArray<Role>;
    readonly hasPassword: boolean;
    readonly hasSecondFactor: boolean;
    readonly createdAt: string;
    readonly lockedUntil: string | null;
    readonly disabledAt: string | null;
  }>;
};

export type ConsoleAddStaffMutationVariables = Exact<{
  input: NewStaffInput;
}>;

export type ConsoleAddStaffMutation = {
  readonly addStaff:
    | {
        readonly __typename: 'Invitation';
        readonly oneTimeCode: string;
        readonly expiresAt: string;
        readonly member: { readonly id: string; readonly displayName: string };
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ConsoleChangeGrantsMutationVariables = Exact<{
  id: string;
  roles: ReadonlyArray<Role> | Role;
}>;

export type ConsoleChangeGrantsMutation = {
  readonly changeGrants:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'StaffMember'; readonly id: string };
};

export type ConsoleDisableStaffMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleDisableStaffMutation = {
  readonly disableStaff:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'StaffMember'; readonly id: string };
};

export type ConsoleResetStaffMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleResetStaffMutation = {
  readonly resetStaff:
    | {
        readonly __typename: 'Invitation';
        readonly oneTimeCode: string;
        readonly expiresAt: string;
        readonly member: { readonly id: string; readonly displayName: string };
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ConsoleTokensQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleTokensQuery = {
  readonly tokenScopes: ReadonlyArray<string>;
  readonly tokens: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly scopes: ReadonlyArray<string>;
    readonly createdBy: string;
    readonly createdAt: string;
    readonly expiresAt: string;
    readonly lastUsedAt: string | null;
    readonly revokedAt: string | null;
  }>;
};

export type ConsoleCreateTokenMutationVariables = Exact<{
  input: NewTokenInput;
}>;

export type ConsoleCreateTokenMutation = {
  readonly createToken:
    | {
        readonly __typename: 'IssuedToken';
        readonly token: string;
        readonly description: { readonly id: string; readonly name: string; readonly expiresAt: string };
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ConsoleRevokeTokenMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleRevokeTokenMutation = {
  readonly revokeToken:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'ServiceToken'; readonly id: string };
};

export type ConsoleSettingsQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleSettingsQuery = {
  readonly settings: {
    readonly id: string;
    readonly name: string;
    readonly contact: string | null;
    readonly officer: string | null;
    readonly authority: string | null;
    readonly timeZone: string;
    readonly holidays: string;
    readonly hasRegister: boolean;
    readonly phoneRegion: string | null;
    readonly signs: boolean;
    readonly yaml: string | null;
  };
  readonly webhookEndpoints: ReadonlyArray<{
    readonly id: string;
    readonly events: ReadonlyArray<string>;
    readonly isConfigured: boolean;
    readonly waiting: number;
    readonly sent: number;
    readonly failed: number;
    readonly waitingSince: string | null;
    readonly lastSentAt: string | null;
    readonly lastFailedAt: string | null;
  }>;
};

export type ConsoleFailedCallsQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleFailedCallsQuery = {
  readonly failedWebhookCalls: ReadonlyArray<{
    readonly request: string;
    readonly reference: string;
    readonly call: {
      readonly id: string;
      readonly endpoint: string;
      readonly event: string;
      readonly happenedAt: string;
      readonly tries: number;
      readonly failedAt: string | null;
      readonly problem: { readonly errorClass: string; readonly message: string; readonly remedy: string | null } | null;
    };
  }>;
};

export type ConsoleSendCallAgainMutationVariables = Exact<{
  id: string;
  call: string;
}>;

export type ConsoleSendCallAgainMutation = {
  readonly sendWebhookAgain:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string };
};

export type ConsoleSetupQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleSetupQuery = {
  readonly setup: { readonly publicUrl: string | null; readonly mailServer: string | null; readonly mailFrom: string | null };
};

export type ConsoleMailCheckQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleMailCheckQuery = {
  readonly mailCheck: {
    readonly reached: boolean;
    readonly problem: { readonly errorClass: string; readonly message: string; readonly remedy: string | null } | null;
  } | null;
};

export type ConsoleConnectorsQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleConnectorsQuery = {
  readonly connectors: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly needsDataMap: boolean;
    readonly settings: ReadonlyArray<{
      readonly name: string;
      readonly kind: string;
      readonly isRequired: boolean;
      readonly byDefault: string | null;
      readonly description: string | null;
      readonly options: ReadonlyArray<string>;
    }>;
  }>;
};

export type ConsoleCheckConfigurationQueryVariables = Exact<{
  yaml: string;
}>;

export type ConsoleCheckConfigurationQuery = {
  readonly checkConfiguration: ReadonlyArray<{
    readonly line: number | null;
    readonly path: string | null;
    readonly what: string;
    readonly remedy: string | null;
  }>;
};

export type ConsoleAnyRequestQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleAnyRequestQuery = {
  readonly requests: {
    readonly totalCount: number;
    readonly edges: ReadonlyArray<{
      readonly node: { readonly id: string; readonly reference: string; readonly state: RequestState };
    }>;
  };
};

export type ConsoleOpenMutationVariables = Exact<{
  input: OpenRequestInput;
}>;

export type ConsoleOpenMutation = {
  readonly openRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly reference: string; readonly state: RequestState };
};

export type ConsoleAccessQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleAccessQuery = {
  readonly passkeys: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly createdAt: string;
    readonly lastUsedAt: string | null;
  }>;
  readonly sessions: ReadonlyArray<{
    readonly id: string;
    readonly createdAt: string;
    readonly lastSeenAt: string;
    readonly expiresAt: string;
    readonly isThis: boolean;
  }>;
};

export type ConsoleRemovePasskeyMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleRemovePasskeyMutation = {
  readonly removePasskey:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'RemovedPasskey'; readonly id: string };
};

export type ConsoleRevokeSessionMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleRevokeSessionMutation = {
  readonly revokeSession:
    | { readonly __typename: 'EndedSession'; readonly id: string }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ConsoleRegisterQueryVariables = Exact<{
  language: Language;
}>;

export type ConsoleRegisterQuery = {
  readonly register: {
    readonly id: string;
    readonly controller: string;
    readonly activities: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly role: string;
      readonly subjects: ReadonlyArray<string>;
      readonly systems: ReadonlyArray<string>;
      readonly recipients: ReadonlyArray<string> | null;
      readonly purposes: ReadonlyArray<{ readonly id: string; readonly title: string; readonly bases: ReadonlyArray<string> }>;
      readonly retention: ReadonlyArray<{
        readonly fields: ReadonlyArray<string> | null;
        readonly period: string | null;
        readonly days: number | null;
        readonly from: string | null;
        readonly criterion: string | null;
        readonly then: string | null;
        readonly laws: ReadonlyArray<string>;
        readonly isAssumed: boolean;
      }>;
    }>;
    readonly recipients: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly name: string | null;
      readonly role: string;
      readonly countries: ReadonlyArray<string> | null;
      readonly safeguard: string | null;
    }>;
    readonly lints: ReadonlyArray<{
      readonly id: string;
      readonly severity: string;
      readonly article: string;
      readonly text: string;
      readonly remedy: string;
      readonly path: string;
      readonly line: number | null;
    }>;
    readonly assumptions: ReadonlyArray<{ readonly path: string; readonly because: string | null }>;
    readonly unstated: ReadonlyArray<{ readonly path: string; readonly because: string | null }>;
  } | null;
};

export type ConsoleReceivedTransmissionsQueryVariables = Exact<{ [key: string]: never }>;

export type ConsoleReceivedTransmissionsQuery = {
  readonly receivedTransmissions: ReadonlyArray<{
    readonly id: string;
    readonly sender: string;
    readonly offered: string;
    readonly bytes: string;
    readonly sha256: string;
    readonly receivedAt: string;
    readonly expiresAt: string;
  }>;
};

export type ConsoleDeleteReceivedTransmissionMutationVariables = Exact<{
  id: string;
}>;

export type ConsoleDeleteReceivedTransmissionMutation = {
  readonly deleteReceivedTransmission:
    | { readonly __typename: 'ReceivedTransmission'; readonly id: string }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

/** What each of the documents takes and gives. */
export interface Operations {
  readonly viewer: { readonly result: ConsoleViewerQuery; readonly variables: ConsoleViewerQueryVariables };
  readonly inbox: { readonly result: ConsoleInboxQuery; readonly variables: ConsoleInboxQueryVariables };
  readonly request: { readonly result: ConsoleRequestQuery; readonly variables: ConsoleRequestQueryVariables };
  readonly deadlines: { readonly result: ConsoleDeadlinesQuery; readonly variables: ConsoleDeadlinesQueryVariables };
  readonly gate: { readonly result: ConsoleGateQuery; readonly variables: ConsoleGateQueryVariables };
  readonly trail: { readonly result: ConsoleTrailQuery; readonly variables: ConsoleTrailQueryVariables };
  readonly people: { readonly result: ConsolePeopleQuery; readonly variables: ConsolePeopleQueryVariables };
  readonly matches: { readonly result: ConsoleMatchesQuery; readonly variables: ConsoleMatchesQueryVariables };
  readonly doubtful: { readonly result: ConsoleDoubtfulQuery; readonly variables: ConsoleDoubtfulQueryVariables };
  readonly asked: { readonly result: ConsoleAskedQuery; readonly variables: ConsoleAskedQueryVariables };
  readonly attest: { readonly result: ConsoleAttestMutation; readonly variables: ConsoleAttestMutationVariables };
  readonly start: { readonly result: ConsoleStartMutation; readonly variables: ConsoleStartMutationVariables };
  readonly pause: { readonly result: ConsolePauseMutation; readonly variables: ConsolePauseMutationVariables };
  readonly resume: { readonly result: ConsoleResumeMutation; readonly variables: ConsoleResumeMutationVariables };
  readonly retry: { readonly result: ConsoleRetryMutation; readonly variables: ConsoleRetryMutationVariables };
  readonly review: { readonly result: ConsoleReviewMutation; readonly variables: ConsoleReviewMutationVariables };
  readonly refuseUnproved: {
    readonly result: ConsoleRefuseUnprovedMutation;
    readonly variables: ConsoleRefuseUnprovedMutationVariables;
  };
  readonly refuseOnGround: {
    readonly result: ConsoleRefuseOnGroundMutation;
    readonly variables: ConsoleRefuseOnGroundMutationVariables;
  };
  readonly answerWrongController: {
    readonly result: ConsoleAnswerWrongControllerMutation;
    readonly variables: ConsoleAnswerWrongControllerMutationVariables;
  };
  readonly refuseUnidentifiable: {
    readonly result: ConsoleRefuseUnidentifiableMutation;
    readonly variables: ConsoleRefuseUnidentifiableMutationVariables;
  };
  readonly refusalOutlook: {
    readonly result: ConsoleRefusalOutlookQuery;
    readonly variables: ConsoleRefusalOutlookQueryVariables;
  };
  readonly decisions: { readonly result: ConsoleDecisionsQuery; readonly variables: ConsoleDecisionsQueryVariables };
  readonly cancel: { readonly result: ConsoleCancelMutation; readonly variables: ConsoleCancelMutationVariables };
  readonly release: { readonly result: ConsoleReleaseMutation; readonly variables: ConsoleReleaseMutationVariables };
  readonly extend: { readonly result: ConsoleExtendMutation; readonly variables: ConsoleExtendMutationVariables };
  readonly retrySource: { readonly result: ConsoleRetrySourceMutation; readonly variables: ConsoleRetrySourceMutationVariables };
  readonly ask: { readonly result: ConsoleAskMutation; readonly variables: ConsoleAskMutationVariables };
  readonly answer: { readonly result: ConsoleAnswerMutation; readonly variables: ConsoleAnswerMutationVariables };
  readonly noteOtherRights: {
    readonly result: ConsoleNoteOtherRightsMutation;
    readonly variables: ConsoleNoteOtherRightsMutationVariables;
  };
  readonly endOtherRight: {
    readonly result: ConsoleEndOtherRightMutation;
    readonly variables: ConsoleEndOtherRightMutationVariables;
  };
  readonly clock: { readonly result: ConsoleClockQuery; readonly variables: ConsoleClockQueryVariables };
  readonly identifiers: { readonly result: ConsoleIdentifiersQuery; readonly variables: ConsoleIdentifiersQueryVariables };
  readonly identifierValues: {
    readonly result: ConsoleIdentifierValuesQuery;
    readonly variables: ConsoleIdentifierValuesQueryVariables;
  };
  readonly records: { readonly result: ConsoleRecordsQuery; readonly variables: ConsoleRecordsQueryVariables };
  readonly rulings: { readonly result: ConsoleRulingsQuery; readonly variables: ConsoleRulingsQueryVariables };
  readonly rule: { readonly result: ConsoleRuleMutation; readonly variables: ConsoleRuleMutationVariables };
  readonly ruleField: { readonly result: ConsoleRuleFieldMutation; readonly variables: ConsoleRuleFieldMutationVariables };
  readonly proof: { readonly result: ConsoleProofQuery; readonly variables: ConsoleProofQueryVariables };
  readonly provableFacts: { readonly result: ConsoleProvableFactsQuery; readonly variables: ConsoleProvableFactsQueryVariables };
  readonly checkFacts: { readonly result: ConsoleCheckFactsMutation; readonly variables: ConsoleCheckFactsMutationVariables };
  readonly demandDocument: {
    readonly result: ConsoleDemandDocumentMutation;
    readonly variables: ConsoleDemandDocumentMutationVariables;
  };
  readonly decideDocument: {
    readonly result: ConsoleDecideDocumentMutation;
    readonly variables: ConsoleDecideDocumentMutationVariables;
  };
  readonly noteDoubt: { readonly result: ConsoleNoteDoubtMutation; readonly variables: ConsoleNoteDoubtMutationVariables };
  readonly decideRepresentation: {
    readonly result: ConsoleDecideRepresentationMutation;
    readonly variables: ConsoleDecideRepresentationMutationVariables;
  };
  readonly heirPart: { readonly result: ConsoleHeirPartQuery; readonly variables: ConsoleHeirPartQueryVariables };
  readonly ruleForPurpose: {
    readonly result: ConsoleRuleForPurposeMutation;
    readonly variables: ConsoleRuleForPurposeMutationVariables;
  };
  readonly delivery: { readonly result: ConsoleDeliveryQuery; readonly variables: ConsoleDeliveryQueryVariables };
  readonly renewLink: { readonly result: ConsoleRenewLinkMutation; readonly variables: ConsoleRenewLinkMutationVariables };
  readonly revokeLink: { readonly result: ConsoleRevokeLinkMutation; readonly variables: ConsoleRevokeLinkMutationVariables };
  readonly breachWords: { readonly result: ConsoleBreachWordsQuery; readonly variables: ConsoleBreachWordsQueryVariables };
  readonly noteBreach: { readonly result: ConsoleNoteBreachMutation; readonly variables: ConsoleNoteBreachMutationVariables };
  readonly endBreach: { readonly result: ConsoleEndBreachMutation; readonly variables: ConsoleEndBreachMutationVariables };
  readonly duties: { readonly result: ConsoleDutiesQuery; readonly variables: ConsoleDutiesQueryVariables };
  readonly chooseChannel: {
    readonly result: ConsoleChooseChannelMutation;
    readonly variables: ConsoleChooseChannelMutationVariables;
  };
  readonly noteDeath: { readonly result: ConsoleNoteDeathMutation; readonly variables: ConsoleNoteDeathMutationVariables };
  readonly endDuty: { readonly result: ConsoleEndDutyMutation; readonly variables: ConsoleEndDutyMutationVariables };
  readonly fee: { readonly result: ConsoleFeeQuery; readonly variables: ConsoleFeeQueryVariables };
  readonly announceFee: { readonly result: ConsoleAnnounceFeeMutation; readonly variables: ConsoleAnnounceFeeMutationVariables };
  readonly noteFee: { readonly result: ConsoleNoteFeeMutation; readonly variables: ConsoleNoteFeeMutationVariables };
  readonly waiveFee: { readonly result: ConsoleWaiveFeeMutation; readonly variables: ConsoleWaiveFeeMutationVariables };
  readonly pack: { readonly result: ConsolePackMutation; readonly variables: ConsolePackMutationVariables };
  readonly letters: { readonly result: ConsoleLettersQuery; readonly variables: ConsoleLettersQueryVariables };
  readonly letterPreview: { readonly result: ConsoleLetterPreviewQuery; readonly variables: ConsoleLetterPreviewQueryVariables };
  readonly writeLetter: { readonly result: ConsoleWriteLetterMutation; readonly variables: ConsoleWriteLetterMutationVariables };
  readonly task: { readonly result: ConsoleTaskQuery; readonly variables: ConsoleTaskQueryVariables };
  readonly endTask: { readonly result: ConsoleEndTaskMutation; readonly variables: ConsoleEndTaskMutationVariables };
  readonly correctReceipt: {
    readonly result: ConsoleCorrectReceiptMutation;
    readonly variables: ConsoleCorrectReceiptMutationVariables;
  };
  readonly linkReminder: {
    readonly result: ConsoleLinkReminderMutation;
    readonly variables: ConsoleLinkReminderMutationVariables;
  };
  readonly renewClaim: { readonly result: ConsoleRenewClaimMutation; readonly variables: ConsoleRenewClaimMutationVariables };
  readonly recordBounce: {
    readonly result: ConsoleRecordBounceMutation;
    readonly variables: ConsoleRecordBounceMutationVariables;
  };
  readonly shred: { readonly result: ConsoleShredMutation; readonly variables: ConsoleShredMutationVariables };
  readonly transmissions: { readonly result: ConsoleTransmissionsQuery; readonly variables: ConsoleTransmissionsQueryVariables };
  readonly orderTransmission: {
    readonly result: ConsoleOrderTransmissionMutation;
    readonly variables: ConsoleOrderTransmissionMutationVariables;
  };
  readonly sources: { readonly result: ConsoleSourcesQuery; readonly variables: ConsoleSourcesQueryVariables };
  readonly checkSource: { readonly result: ConsoleCheckSourceMutation; readonly variables: ConsoleCheckSourceMutationVariables };
  readonly dataMap: { readonly result: ConsoleDataMapQuery; readonly variables: ConsoleDataMapQueryVariables };
  readonly checkDataMap: { readonly result: ConsoleCheckDataMapQuery; readonly variables: ConsoleCheckDataMapQueryVariables };
  readonly activities: { readonly result: ConsoleActivitiesQuery; readonly variables: ConsoleActivitiesQueryVariables };
  readonly cost: { readonly result: ConsoleCostQuery; readonly variables: ConsoleCostQueryVariables };
  readonly references: { readonly result: ConsoleReferencesQuery; readonly variables: ConsoleReferencesQueryVariables };
  readonly figures: { readonly result: ConsoleFiguresQuery; readonly variables: ConsoleFiguresQueryVariables };
  readonly evidence: { readonly result: ConsoleEvidenceQuery; readonly variables: ConsoleEvidenceQueryVariables };
  readonly drift: { readonly result: ConsoleDriftQuery; readonly variables: ConsoleDriftQueryVariables };
  readonly audit: { readonly result: ConsoleAuditQuery; readonly variables: ConsoleAuditQueryVariables };
  readonly verdict: { readonly result: ConsoleVerdictQuery; readonly variables: ConsoleVerdictQueryVariables };
  readonly staff: { readonly result: ConsoleStaffQuery; readonly variables: ConsoleStaffQueryVariables };
  readonly addStaff: { readonly result: ConsoleAddStaffMutation; readonly variables: ConsoleAddStaffMutationVariables };
  readonly changeGrants: {
    readonly result: ConsoleChangeGrantsMutation;
    readonly variables: ConsoleChangeGrantsMutationVariables;
  };
  readonly disableStaff: {
    readonly result: ConsoleDisableStaffMutation;
    readonly variables: ConsoleDisableStaffMutationVariables;
  };
  readonly resetStaff: { readonly result: ConsoleResetStaffMutation; readonly variables: ConsoleResetStaffMutationVariables };
  readonly tokens: { readonly result: ConsoleTokensQuery; readonly variables: ConsoleTokensQueryVariables };
  readonly createToken: { readonly result: ConsoleCreateTokenMutation; readonly variables: ConsoleCreateTokenMutationVariables };
  readonly revokeToken: { readonly result: ConsoleRevokeTokenMutation; readonly variables: ConsoleRevokeTokenMutationVariables };
  readonly settings: { readonly result: ConsoleSettingsQuery; readonly variables: ConsoleSettingsQueryVariables };
  readonly failedCalls: { readonly result: ConsoleFailedCallsQuery; readonly variables: ConsoleFailedCallsQueryVariables };
  readonly sendCallAgain: {
    readonly result: ConsoleSendCallAgainMutation;
    readonly variables: ConsoleSendCallAgainMutationVariables;
  };
  readonly setup: { readonly result: ConsoleSetupQuery; readonly variables: ConsoleSetupQueryVariables };
  readonly mailCheck: { readonly result: ConsoleMailCheckQuery; readonly variables: ConsoleMailCheckQueryVariables };
  readonly connectors: { readonly result: ConsoleConnectorsQuery; readonly variables: ConsoleConnectorsQueryVariables };
  readonly checkConfiguration: {
    readonly result: ConsoleCheckConfigurationQuery;
    readonly variables: ConsoleCheckConfigurationQueryVariables;
  };
  readonly anyRequest: { readonly result: ConsoleAnyRequestQuery; readonly variables: ConsoleAnyRequestQueryVariables };
  readonly open: { readonly result: ConsoleOpenMutation; readonly variables: ConsoleOpenMutationVariables };
  readonly access: { readonly result: ConsoleAccessQuery; readonly variables: ConsoleAccessQueryVariables };
  readonly removePasskey: {
    readonly result: ConsoleRemovePasskeyMutation;
    readonly variables: ConsoleRemovePasskeyMutationVariables;
  };
  readonly revokeSession: {
    readonly result: ConsoleRevokeSessionMutation;
    readonly variables: ConsoleRevokeSessionMutationVariables;
  };
  readonly register: { readonly result: ConsoleRegisterQuery; readonly variables: ConsoleRegisterQueryVariables };
  readonly receivedTransmissions: {
    readonly result: ConsoleReceivedTransmissionsQuery;
    readonly variables: ConsoleReceivedTransmissionsQueryVariables;
  };
  readonly deleteReceivedTransmission: {
    readonly result: ConsoleDeleteReceivedTransmissionMutation;
    readonly variables: ConsoleDeleteReceivedTransmissionMutationVariables;
  };
}
