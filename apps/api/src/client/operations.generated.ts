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

/** `redact_others`: of a free text only what is found in it of other people. */
export type FieldRulingKind = 'disclose' | 'redact' | 'redact_others';

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

/** Codes went to the contacts on record, or why a person has to look at who asks. */
export type ProbeOutcome = 'codes_sent' | 'failed' | 'no_contact' | 'no_record' | 'several_people' | 'too_many';

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

/** Another controller is meant (INT-10), or nobody can be identified (Art. 11(2); IDV-07). */
export type RefusalKind = 'unidentifiable' | 'wrong_controller';

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

/** What a rule says is done at the end: delete, anonymise, archive. */
export type RetentionEnding = 'anonymise' | 'archive' | 'delete';

export type RetentionStatus = 'expires_soon' | 'indeterminate' | 'legal_hold' | 'ongoing_relationship' | 'overdue' | 'running';

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

/** What is done with a field: include, mask, exclude, review, undetermined. Undetermined: a fact is missing, and it is never guessed. */
export type ScopeVerdict = 'exclude' | 'include' | 'mask' | 'review' | 'undetermined';

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

/** A call that waits is tried for days; one that was sent was accepted by its endpoint; one that failed can be made again. */
export type WebhookState = 'failed' | 'sent' | 'waiting';

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

export type ViewerQueryVariables = Exact<{ [key: string]: never }>;

export type ViewerQuery = {
  readonly viewer: {
    readonly id: string;
    readonly kind: string;
    readonly controller: string;
    readonly controllers: ReadonlyArray<string>;
    readonly permissions: ReadonlyArray<string>;
  };
};

export type SettingsQueryVariables = Exact<{ [key: string]: never }>;

export type SettingsQuery = {
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
};

export type SetupQueryVariables = Exact<{ [key: string]: never }>;

export type SetupQuery = {
  readonly setup: { readonly publicUrl: string | null; readonly mailServer: string | null; readonly mailFrom: string | null };
};

export type MailCheckQueryVariables = Exact<{ [key: string]: never }>;

export type MailCheckQuery = {
  readonly mailCheck: {
    readonly reached: boolean;
    readonly problem: { readonly errorClass: string; readonly message: string; readonly remedy: string | null } | null;
  } | null;
};

export type ConnectorsQueryVariables = Exact<{ [key: string]: never }>;

export type ConnectorsQuery = {
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

export type CheckConfigurationQueryVariables = Exact<{
  yaml: string;
}>;

export type CheckConfigurationQuery = {
  readonly checkConfiguration: ReadonlyArray<{
    readonly line: number | null;
    readonly path: string | null;
    readonly what: string;
    readonly remedy: string | null;
  }>;
};

export type EvidenceBundleQueryVariables = Exact<{
  request: string;
}>;

export type EvidenceBundleQuery = {
  readonly evidenceBundle: {
    readonly file: string;
    readonly pageInEnglish: string;
    readonly pageInFrench: string;
    readonly key: string;
  } | null;
};

export type FiguresQueryVariables = Exact<{
  from: string;
  to: string;
}>;

export type FiguresQuery = {
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
          readonly lapsed: number;
          readonly inFirstMonth: number;
          readonly inTime: number;
          readonly extended: number;
          readonly paused: number;
          readonly automatic: number;
          readonly incomplete: number;
          readonly medianDays: number | null;
          readonly failingSources: ReadonlyArray<{ readonly source: string; readonly requests: number }>;
        }>;
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type RegisterQueryVariables = Exact<{
  language: Language;
}>;

export type RegisterQuery = {
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

export type ScopeQueryVariables = Exact<{
  language: Language;
}>;

export type ScopeQuery = {
  readonly scope: ReadonlyArray<{
    readonly source: string;
    readonly collection: string;
    readonly activity: string | null;
    readonly neverRead: ReadonlyArray<string>;
    readonly fields: ReadonlyArray<{
      readonly field: string;
      readonly access: {
        readonly verdict: ScopeVerdict;
        readonly reason: string;
        readonly text: string;
        readonly missing: ReadonlyArray<string>;
      };
      readonly portability: {
        readonly verdict: ScopeVerdict;
        readonly reason: string;
        readonly text: string;
        readonly missing: ReadonlyArray<string>;
      };
    }>;
  }>;
};

export type RegisterDriftQueryVariables = Exact<{
  language: Language;
}>;

export type RegisterDriftQuery = {
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

export type RequestQueryVariables = Exact<{
  id: string;
}>;

export type RequestQuery = { readonly request: RequestPartsFragment | null };

export type RequestPartsFragment = {
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
  readonly createdAt: string;
  readonly updatedAt: string;
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
  readonly problem: { readonly errorClass: string; readonly message: string; readonly remedy: string | null } | null;
  readonly archive: { readonly bytes: number; readonly sha256: string; readonly records: number; readonly files: number } | null;
};

export type RequestsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: ReadonlyArray<RequestState> | RequestState | null | undefined;
}>;

export type RequestsQuery = {
  readonly requests: {
    readonly totalCount: number;
    readonly edges: ReadonlyArray<{
      readonly cursor: string;
      readonly node: {
        readonly id: string;
        readonly reference: string;
        readonly state: RequestState;
        readonly receivedAt: string;
        readonly dueAt: string;
        readonly queued: number;
        readonly complete: boolean | null;
        readonly possibleEvents: ReadonlyArray<string>;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type RequestWorkQueryVariables = Exact<{
  id: string;
}>;

export type RequestWorkQuery = {
  readonly request: {
    readonly id: string;
    readonly state: RequestState;
    readonly steps: ReadonlyArray<{
      readonly id: string;
      readonly kind: string;
      readonly state: string;
      readonly attempts: number;
      readonly dueAt: string;
      readonly problem: { readonly errorClass: string; readonly message: string; readonly remedy: string | null } | null;
      readonly readings: ReadonlyArray<{
        readonly source: string;
        readonly collection: string;
        readonly outcome: string;
        readonly records: number;
        readonly files: number;
      }>;
    }>;
  } | null;
};

export type OutsideWordsQueryVariables = Exact<{
  id: string;
}>;

export type OutsideWordsQuery = {
  readonly request: {
    readonly id: string;
    readonly state: RequestState;
    readonly outsideWords: {
      readonly dpv: string;
      readonly openDsr: string;
      readonly drp: { readonly status: string; readonly reason: string | null };
    };
  } | null;
};

export type RequestContactsQueryVariables = Exact<{
  id: string;
}>;

export type RequestContactsQuery = {
  readonly request: {
    readonly id: string;
    readonly state: RequestState;
    readonly contacts: {
      readonly probe: ProbeOutcome | null;
      readonly isNew: boolean;
      readonly told: number;
      readonly objectedAt: string | null;
      readonly cooledOffAt: string | null;
    } | null;
  } | null;
};

export type RequestDeadlinesQueryVariables = Exact<{
  id: string;
  language?: Language | null | undefined;
}>;

export type RequestDeadlinesQuery = {
  readonly request: {
    readonly id: string;
    readonly deadlines: {
      readonly received: string;
      readonly workBy: string;
      readonly limit: string;
      readonly lateFrom: string;
      readonly notBefore: string | null;
      readonly calendar: string;
      readonly isExtended: boolean;
      readonly pausedDays: number;
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

export type RequestClockQueryVariables = Exact<{
  id: string;
}>;

export type RequestClockQuery = {
  readonly request: {
    readonly id: string;
    readonly receivedAt: string;
    readonly dueAt: string;
    readonly agenda: ReadonlyArray<{ readonly on: string; readonly what: string; readonly isPast: boolean }>;
    readonly questions: ReadonlyArray<{
      readonly id: string;
      readonly kind: QuestionKind;
      readonly doubt: IdentityDoubt | null;
      readonly records: number | null;
      readonly sources: number | null;
      readonly askedAt: string;
      readonly askedBy: string;
      readonly confirmedBy: string | null;
      readonly isOpen: boolean;
      readonly isCounted: boolean;
      readonly answeredAt: string | null;
      readonly scopeAnswer: ScopeAnswer | null;
      readonly supplementarySentAt: string | null;
    }>;
    readonly extension: {
      readonly reason: ExtensionReason;
      readonly decidedAt: string;
      readonly decidedBy: string;
      readonly noticeSentAt: string | null;
      readonly promisedOn: string | null;
      readonly holds: boolean;
    } | null;
    readonly reminders: ReadonlyArray<{ readonly id: string; readonly receivedAt: string; readonly notedBy: string }>;
    readonly otherRights: ReadonlyArray<{
      readonly right: OtherRight;
      readonly dueOn: string;
      readonly notedAt: string;
      readonly notedBy: string;
      readonly outcome: OtherRightOutcome | null;
      readonly endedAt: string | null;
      readonly endedBy: string | null;
      readonly isWishedFirst: boolean;
    }>;
  } | null;
};

export type ClockWordsQueryVariables = Exact<{
  id: string;
}>;

export type ClockWordsQuery = {
  readonly request: {
    readonly id: string;
    readonly questions: ReadonlyArray<{ readonly id: string; readonly text: string | null; readonly answer: string | null }>;
    readonly reminders: ReadonlyArray<{ readonly id: string; readonly text: string | null }>;
    readonly otherRights: ReadonlyArray<{
      readonly right: OtherRight;
      readonly text: string | null;
      readonly endText: string | null;
    }>;
  } | null;
};

export type RequestGateQueryVariables = Exact<{
  id: string;
  language?: Language | null | undefined;
}>;

export type RequestGateQuery = {
  readonly request: {
    readonly id: string;
    readonly state: RequestState;
    readonly rulings: ReadonlyArray<{
      readonly source: string;
      readonly collection: string;
      readonly field: string;
      readonly ruling: FieldRulingKind;
    }>;
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
    readonly retention: ReadonlyArray<{
      readonly source: string;
      readonly collection: string;
      readonly activity: string;
      readonly overdueSince: string | null;
      readonly counts: ReadonlyArray<{ readonly status: RetentionStatus; readonly records: number }>;
    }>;
  } | null;
};

export type RequestProofQueryVariables = Exact<{
  id: string;
  language?: Language | null | undefined;
}>;

export type RequestProofQuery = {
  readonly request: {
    readonly id: string;
    readonly state: RequestState;
    readonly proof: {
      readonly required: ProofLevel;
      readonly reached: ProofLevel | null;
      readonly isEnough: boolean;
      readonly onBehalf: OnBehalf | null;
      readonly reasons: ReadonlyArray<{ readonly code: string; readonly what: string }>;
      readonly brought: ReadonlyArray<{
        readonly kind: ProofKind;
        readonly at: string;
        readonly by: string;
        readonly issuer: string | null;
      }>;
      readonly doubts: ReadonlyArray<{
        readonly id: string;
        readonly because: DoubtCause;
        readonly at: string;
        readonly by: string;
      }>;
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
      } | null;
      readonly representation: {
        readonly outcome: RepresentationOutcome;
        readonly evidence: AuthorityEvidence;
        readonly answerTo: AnswerTo;
        readonly purpose: HeirPurpose | null;
        readonly at: string;
        readonly by: string;
        readonly directive: { readonly kind: DirectiveKind; readonly directs: Directed } | null;
      } | null;
    };
  } | null;
};

export type ProofWordsQueryVariables = Exact<{
  id: string;
}>;

export type ProofWordsQuery = {
  readonly request: {
    readonly id: string;
    readonly proof: { readonly doubts: ReadonlyArray<{ readonly id: string; readonly text: string | null }> };
  } | null;
};

export type DocumentWhyQueryVariables = Exact<{
  id: string;
}>;

export type DocumentWhyQuery = {
  readonly request: {
    readonly id: string;
    readonly proof: {
      readonly document: {
        readonly why: {
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

export type ReportPreviewsQueryVariables = Exact<{
  id: string;
}>;

export type ReportPreviewsQuery = {
  readonly request: {
    readonly id: string;
    readonly state: RequestState;
    readonly reportPreviews: ReadonlyArray<{ readonly language: Language; readonly form: ReportForm; readonly path: string }>;
  } | null;
};

export type RecordRulingsQueryVariables = Exact<{
  id: string;
}>;

export type RecordRulingsQuery = {
  readonly request: {
    readonly id: string;
    readonly state: RequestState;
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

export type HeirPartQueryVariables = Exact<{
  id: string;
  language?: Language | null | undefined;
}>;

export type HeirPartQuery = {
  readonly request: {
    readonly id: string;
    readonly state: RequestState;
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

export type RequestNoticesQueryVariables = Exact<{
  id: string;
  language?: Language | null | undefined;
}>;

export type RequestNoticesQuery = {
  readonly request: {
    readonly id: string;
    readonly notices: {
      readonly unstated: ReadonlyArray<string>;
      readonly recipients: ReadonlyArray<{
        readonly id: string;
        readonly title: string;
        readonly name: string | null;
        readonly role: string;
        readonly countries: ReadonlyArray<string> | null;
        readonly onlyIf: string | null;
        readonly isAssumed: boolean;
        readonly activities: ReadonlyArray<string>;
      }>;
    } | null;
  } | null;
};

export type MatchesQueryVariables = Exact<{
  id: string;
}>;

export type MatchesQuery = {
  readonly request: {
    readonly id: string;
    readonly state: RequestState;
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
    readonly decisions: ReadonlyArray<{
      readonly event: string;
      readonly reason: string;
      readonly refusedAs: RefusalKind | null;
      readonly meantFor: string | null;
      readonly wouldHelp: ReadonlyArray<IdentifierKind>;
      readonly by: string;
      readonly at: string;
    }>;
  } | null;
};

export type FindingsQueryVariables = Exact<{
  request: string;
  source: string;
  collection: string;
  first: number;
  after?: string | null | undefined;
  unmask?: boolean | null | undefined;
}>;

export type FindingsQuery = {
  readonly findings:
    | {
        readonly __typename: 'FindingConnection';
        readonly totalCount: number;
        readonly edges: ReadonlyArray<{
          readonly cursor: string;
          readonly node: {
            readonly recordId: string;
            readonly values: ReadonlyArray<{
              readonly field: string;
              readonly type: string;
              readonly json: string | null;
              readonly masked: boolean;
              readonly thirdParty: boolean;
            }>;
            readonly paths: ReadonlyArray<{
              readonly collection: string;
              readonly recordId: string;
              readonly references: ReadonlyArray<string>;
            }>;
          };
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type OverdueRecordsQueryVariables = Exact<{
  request: string;
  language?: Language | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type OverdueRecordsQuery = {
  readonly overdueRecords:
    | {
        readonly __typename: 'OverdueRecordConnection';
        readonly totalCount: number;
        readonly edges: ReadonlyArray<{
          readonly cursor: string;
          readonly node: {
            readonly source: string;
            readonly collection: string;
            readonly recordId: string;
            readonly activity: string;
            readonly expiredOn: string;
            readonly then: RetentionEnding | null;
            readonly rule: string | null;
            readonly assumed: boolean;
            readonly why: string;
            readonly unchecked: ReadonlyArray<string>;
          };
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type IdentifierValuesQueryVariables = Exact<{
  request: string;
}>;

export type IdentifierValuesQuery = {
  readonly identifierValues:
    | {
        readonly __typename: 'IdentifierValues';
        readonly values: ReadonlyArray<{ readonly identifier: string; readonly value: string }>;
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type DoubtfulMatchQueryVariables = Exact<{
  request: string;
  match: string;
}>;

export type DoubtfulMatchQuery = {
  readonly doubtfulMatch:
    | {
        readonly __typename: 'DoubtfulMatch';
        readonly found: ReadonlyArray<{
          readonly field: string | null;
          readonly kind: IdentifierKind;
          readonly namespace: string | null;
          readonly part: NamePart | null;
          readonly value: string;
        }>;
        readonly given: ReadonlyArray<{
          readonly kind: IdentifierKind;
          readonly namespace: string | null;
          readonly part: NamePart | null;
          readonly value: string;
        }>;
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type AskedQueryVariables = Exact<{
  request: string;
}>;

export type AskedQuery = {
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

export type RequestTasksQueryVariables = Exact<{
  id: string;
}>;

export type RequestTasksQuery = {
  readonly request: {
    readonly id: string;
    readonly state: RequestState;
    readonly complete: boolean | null;
    readonly tasks: ReadonlyArray<{
      readonly id: string;
      readonly source: string;
      readonly openedAt: string;
      readonly dueAt: string;
      readonly outcome: TaskOutcome | null;
      readonly endedAt: string | null;
      readonly endedBy: string | null;
      readonly rows: number;
      readonly files: number;
    }>;
  } | null;
};

export type OpenTasksQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type OpenTasksQuery = {
  readonly openTasks: {
    readonly totalCount: number;
    readonly edges: ReadonlyArray<{
      readonly cursor: string;
      readonly node: {
        readonly id: string;
        readonly reference: string;
        readonly state: RequestState;
        readonly dueAt: string;
        readonly tasks: ReadonlyArray<{
          readonly id: string;
          readonly source: string;
          readonly openedAt: string;
          readonly dueAt: string;
          readonly outcome: TaskOutcome | null;
          readonly endedAt: string | null;
          readonly endedBy: string | null;
          readonly rows: number;
          readonly files: number;
        }>;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type TaskQueryVariables = Exact<{
  request: string;
  task: string;
  language?: Language | null | undefined;
}>;

export type TaskQuery = {
  readonly task:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | {
        readonly __typename: 'TaskToDo';
        readonly instructions: string;
        readonly doneBy: string;
        readonly collections: ReadonlyArray<string>;
        readonly task: {
          readonly id: string;
          readonly source: string;
          readonly openedAt: string;
          readonly dueAt: string;
          readonly outcome: TaskOutcome | null;
          readonly endedAt: string | null;
          readonly endedBy: string | null;
          readonly rows: number;
          readonly files: number;
        };
        readonly told: ReadonlyArray<{
          readonly kind: IdentifierKind;
          readonly namespace: string | null;
          readonly part: NamePart | null;
          readonly value: string;
        }>;
        readonly files: ReadonlyArray<{
          readonly id: string;
          readonly collection: string;
          readonly name: string;
          readonly bytes: number;
        }>;
        readonly statements: ReadonlyArray<{ readonly outcome: TaskOutcome; readonly text: string }>;
      };
};

export type RequestAnswersQueryVariables = Exact<{
  id: string;
}>;

export type RequestAnswersQuery = {
  readonly request: {
    readonly id: string;
    readonly reference: string;
    readonly state: RequestState;
    readonly complete: boolean | null;
    readonly outstanding: ReadonlyArray<string>;
    readonly steps: ReadonlyArray<{ readonly kind: string; readonly state: string; readonly dueAt: string }>;
    readonly answers: ReadonlyArray<{
      readonly releasedAt: string;
      readonly expiresAt: string;
      readonly complete: boolean;
      readonly missing: ReadonlyArray<string>;
      readonly givenUpAt: string | null;
      readonly archive: { readonly sha256: string; readonly records: number };
    }>;
  } | null;
};

export type RequestDeliveryQueryVariables = Exact<{
  id: string;
}>;

export type RequestDeliveryQuery = {
  readonly request: {
    readonly id: string;
    readonly state: RequestState;
    readonly wantedPacking: Packing;
    readonly delivery: {
      readonly isAutomatic: boolean;
      readonly sentAt: string | null;
      readonly expiresAt: string | null;
      readonly isRevoked: boolean;
      readonly isLocked: boolean;
      readonly failures: number;
      readonly completed: number;
      readonly left: number;
      readonly packing: Packing;
      readonly isBeingLocked: boolean;
      readonly isLockAwaited: boolean;
    } | null;
  } | null;
};

export type SourcesQueryVariables = Exact<{ [key: string]: never }>;

export type SourcesQuery = {
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

export type CheckDataMapQueryVariables = Exact<{
  yaml: string;
}>;

export type CheckDataMapQuery = {
  readonly checkDataMap: ReadonlyArray<{
    readonly line: number | null;
    readonly path: string | null;
    readonly what: string;
    readonly remedy: string | null;
  }>;
};

export type DataMapQueryVariables = Exact<{
  source: string;
  language: Language;
}>;

export type DataMapQuery = {
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

export type TrailVerdictQueryVariables = Exact<{ [key: string]: never }>;

export type TrailVerdictQuery = {
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

export type PlanQueryVariables = Exact<{
  request: string;
}>;

export type PlanQuery = {
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

export type AuditTrailQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  request?: string | null | undefined;
  action?: string | null | undefined;
}>;

export type AuditTrailQuery = {
  readonly auditTrail: {
    readonly totalCount: number;
    readonly edges: ReadonlyArray<{
      readonly cursor: string;
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
        readonly hash: string | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type OpenRequestMutationVariables = Exact<{
  input: OpenRequestInput;
}>;

export type OpenRequestMutation = {
  readonly openRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type HandOverRequestMutationVariables = Exact<{
  input: OpenRequestInput;
  assertion?: string | null | undefined;
}>;

export type HandOverRequestMutation = {
  readonly handOverRequest:
    | { readonly __typename: 'HandedOver'; readonly claimCode: string; readonly request: RequestPartsFragment }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type AttestIdentityMutationVariables = Exact<{
  id: string;
  attestations: ReadonlyArray<AttestationInput> | AttestationInput;
}>;

export type AttestIdentityMutation = {
  readonly attestIdentity:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type StartRequestMutationVariables = Exact<{
  id: string;
}>;

export type StartRequestMutation = {
  readonly startRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type RetryRequestMutationVariables = Exact<{
  id: string;
}>;

export type RetryRequestMutation = {
  readonly retryRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type RetrySourceMutationVariables = Exact<{
  id: string;
  source: string;
}>;

export type RetrySourceMutation = {
  readonly retrySource:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type EndTaskMutationVariables = Exact<{
  id: string;
  task: string;
  end: TaskEndInput;
}>;

export type EndTaskMutation = {
  readonly endTask:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type TakeTaskFileBackMutationVariables = Exact<{
  id: string;
  task: string;
  file: string;
}>;

export type TakeTaskFileBackMutation = {
  readonly takeTaskFileBack:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type PauseRequestMutationVariables = Exact<{
  id: string;
}>;

export type PauseRequestMutation = {
  readonly pauseRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type ResumeRequestMutationVariables = Exact<{
  id: string;
}>;

export type ResumeRequestMutation = {
  readonly resumeRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type ShredRequestMutationVariables = Exact<{
  id: string;
}>;

export type ShredRequestMutation = {
  readonly shredRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type CancelRequestMutationVariables = Exact<{
  id: string;
  reason: string;
}>;

export type CancelRequestMutation = {
  readonly cancelRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type RefuseRequestMutationVariables = Exact<{
  id: string;
  reason: string;
}>;

export type RefuseRequestMutation = {
  readonly refuseRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type AnswerWrongControllerMutationVariables = Exact<{
  id: string;
  answer: WrongControllerInput;
}>;

export type AnswerWrongControllerMutation = {
  readonly answerWrongController:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type RefuseOnGroundMutationVariables = Exact<{
  id: string;
  refusal: GroundedRefusalInput;
}>;

export type RefuseOnGroundMutation = {
  readonly refuseOnGround:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type RefusalOutlookQueryVariables = Exact<{
  id: string;
}>;

export type RefusalOutlookQuery = {
  readonly request: {
    readonly id: string;
    readonly refusalOutlook: {
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
        readonly isWithinYear: boolean;
        readonly moreRecords: number | null;
      }>;
    };
  } | null;
};

export type RefuseUnidentifiableMutationVariables = Exact<{
  id: string;
  refusal: UnidentifiableInput;
}>;

export type RefuseUnidentifiableMutation = {
  readonly refuseUnidentifiable:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type ReviewMatchMutationVariables = Exact<{
  id: string;
  review: ReviewInput;
}>;

export type ReviewMatchMutation = {
  readonly reviewMatch:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type LetterPreviewQueryVariables = Exact<{
  id: string;
  letter: LetterInput;
}>;

export type LetterPreviewQuery = {
  readonly letterPreview:
    | {
        readonly __typename: 'LetterPreview';
        readonly kind: LetterKind;
        readonly title: string;
        readonly html: string;
        readonly text: string;
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type LettersQueryVariables = Exact<{
  id: string;
}>;

export type LettersQuery = {
  readonly request: {
    readonly id: string;
    readonly letters: ReadonlyArray<{
      readonly number: number;
      readonly kind: string;
      readonly language: Language;
      readonly html: string;
      readonly sha256: string;
      readonly by: string;
      readonly at: string;
    }>;
  } | null;
};

export type MessagesQueryVariables = Exact<{
  id: string;
}>;

export type MessagesQuery = {
  readonly request: {
    readonly id: string;
    readonly messages: ReadonlyArray<{
      readonly id: string;
      readonly kind: MessageKind;
      readonly language: Language;
      readonly state: MessageState;
      readonly queuedAt: string;
      readonly sentAt: string | null;
      readonly receipt: string | null;
      readonly failedAt: string | null;
      readonly bouncedAt: string | null;
      readonly nextTryAt: string | null;
      readonly problem: { readonly errorClass: string; readonly message: string; readonly remedy: string | null } | null;
    }>;
  } | null;
};

export type WebhookCallsQueryVariables = Exact<{
  id: string;
}>;

export type WebhookCallsQuery = {
  readonly request: {
    readonly id: string;
    readonly webhookCalls: ReadonlyArray<{
      readonly id: string;
      readonly endpoint: string;
      readonly event: string;
      readonly happenedAt: string;
      readonly state: WebhookState;
      readonly tries: number;
      readonly status: number | null;
      readonly sentAt: string | null;
      readonly failedAt: string | null;
      readonly nextTryAt: string | null;
      readonly problem: { readonly errorClass: string; readonly message: string; readonly remedy: string | null } | null;
    }>;
  } | null;
};

export type TransmissionsQueryVariables = Exact<{
  id: string;
}>;

export type TransmissionsQuery = {
  readonly request: {
    readonly id: string;
    readonly transmissions: ReadonlyArray<{
      readonly id: string;
      readonly receiver: string | null;
      readonly orderedBy: TransmissionOrder;
      readonly orderedAt: string;
      readonly state: TransmissionState;
      readonly endedAt: string | null;
      readonly reason: TransmissionReason | null;
      readonly receipt: { readonly sha256: string; readonly bytes: string } | null;
    }>;
  } | null;
};

export type TransmissionReceiversQueryVariables = Exact<{ [key: string]: never }>;

export type TransmissionReceiversQuery = {
  readonly transmissionReceivers: ReadonlyArray<{ readonly id: string; readonly name: string; readonly takesData: boolean }>;
};

export type ReceivedTransmissionsQueryVariables = Exact<{ [key: string]: never }>;

export type ReceivedTransmissionsQuery = {
  readonly receivedTransmissions: ReadonlyArray<{
    readonly id: string;
    readonly sender: string;
    readonly offered: string;
    readonly receivedAt: string;
    readonly expiresAt: string;
    readonly bytes: string;
    readonly sha256: string;
  }>;
};

export type DeleteReceivedTransmissionMutationVariables = Exact<{
  id: string;
}>;

export type DeleteReceivedTransmissionMutation = {
  readonly deleteReceivedTransmission:
    | {
        readonly __typename: 'ReceivedTransmission';
        readonly id: string;
        readonly sender: string;
        readonly offered: string;
        readonly receivedAt: string;
        readonly expiresAt: string;
        readonly bytes: string;
        readonly sha256: string;
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type OrderTransmissionMutationVariables = Exact<{
  id: string;
  transmission: TransmissionInput;
}>;

export type OrderTransmissionMutation = {
  readonly orderTransmission:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type FailedWebhookCallsQueryVariables = Exact<{ [key: string]: never }>;

export type FailedWebhookCallsQuery = {
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

export type WebhookEndpointsQueryVariables = Exact<{ [key: string]: never }>;

export type WebhookEndpointsQuery = {
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

export type SendWebhookAgainMutationVariables = Exact<{
  id: string;
  call: string;
}>;

export type SendWebhookAgainMutation = {
  readonly sendWebhookAgain:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type RecordBounceMutationVariables = Exact<{
  id: string;
  message: string;
  bouncedAt?: string | null | undefined;
}>;

export type RecordBounceMutation = {
  readonly recordBounce:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type BreachesQueryVariables = Exact<{
  id: string;
}>;

export type BreachesQuery = {
  readonly request: {
    readonly id: string;
    readonly breaches: ReadonlyArray<{
      readonly id: string;
      readonly knownAt: string;
      readonly notedAt: string;
      readonly notedBy: string;
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
      readonly endedBy: string | null;
      readonly words: string | null;
      readonly endWords: string | null;
    }>;
  } | null;
};

export type NoteWrongRecipientMutationVariables = Exact<{
  id: string;
  noted: WrongRecipientInput;
}>;

export type NoteWrongRecipientMutation = {
  readonly noteWrongRecipient:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type EndBreachMutationVariables = Exact<{
  id: string;
  breach: string;
  end: BreachEndInput;
}>;

export type EndBreachMutation = {
  readonly endBreach:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type DutiesQueryVariables = Exact<{
  id: string;
}>;

export type DutiesQuery = {
  readonly request: {
    readonly id: string;
    readonly duties: ReadonlyArray<{
      readonly id: string;
      readonly kind: DutyKind;
      readonly activity: string | null;
      readonly forWhom: string | null;
      readonly records: number | null;
      readonly channel: AnswerChannel | null;
      readonly promisesDestruction: boolean;
      readonly directives: ReadonlyArray<string>;
      readonly notedAt: string;
      readonly notedBy: string;
      readonly outcome: DutyOutcome | null;
      readonly endedAt: string | null;
      readonly endedBy: string | null;
      readonly words: string | null;
      readonly endWords: string | null;
    }>;
  } | null;
};

export type ChannelQueryVariables = Exact<{
  id: string;
}>;

export type ChannelQuery = { readonly request: { readonly id: string; readonly channel: AnswerChannel } | null };

export type ChooseChannelMutationVariables = Exact<{
  id: string;
  channel: AnswerChannel;
}>;

export type ChooseChannelMutation = {
  readonly chooseChannel:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type NoteDeathMutationVariables = Exact<{
  id: string;
  words?: string | null | undefined;
}>;

export type NoteDeathMutation = {
  readonly noteDeath:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type EndDutyMutationVariables = Exact<{
  id: string;
  duty: string;
  end: DutyEndInput;
}>;

export type EndDutyMutation = {
  readonly endDuty:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type FeeQueryVariables = Exact<{
  id: string;
}>;

export type FeeQuery = {
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
      readonly evidence: string | null;
      readonly costs: ReadonlyArray<{ readonly cost: DirectCost; readonly cents: number }>;
    } | null;
  } | null;
};

export type AnnounceFeeMutationVariables = Exact<{
  id: string;
  fee: FeeInput;
}>;

export type AnnounceFeeMutation = {
  readonly announceFee:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type NoteFeeMutationVariables = Exact<{
  id: string;
  noted: FeeNoteInput;
}>;

export type NoteFeeMutation = {
  readonly noteFee:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type WaiveFeeMutationVariables = Exact<{
  id: string;
  words?: string | null | undefined;
}>;

export type WaiveFeeMutation = {
  readonly waiveFee:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type WriteLetterMutationVariables = Exact<{
  id: string;
  letter: LetterInput;
}>;

export type WriteLetterMutation = {
  readonly writeLetter:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type RuleOnFieldMutationVariables = Exact<{
  id: string;
  ruling: RulingInput;
}>;

export type RuleOnFieldMutation = {
  readonly ruleOnField:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type RuleOnRecordMutationVariables = Exact<{
  id: string;
  ruling: RecordRulingInput;
}>;

export type RuleOnRecordMutation = {
  readonly ruleOnRecord:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type RuleForPurposeMutationVariables = Exact<{
  id: string;
  ruling: PurposeRulingInput;
}>;

export type RuleForPurposeMutation = {
  readonly ruleForPurpose:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type ProvableFactsQueryVariables = Exact<{
  id: string;
  language?: Language | null | undefined;
}>;

export type ProvableFactsQuery = {
  readonly request: {
    readonly id: string;
    readonly provableFacts: ReadonlyArray<{
      readonly source: string;
      readonly collection: string;
      readonly collectionTitle: string;
      readonly field: string;
      readonly title: string;
      readonly type: string;
    }>;
  } | null;
};

export type CheckKnownFactsMutationVariables = Exact<{
  id: string;
  facts: ReadonlyArray<KnownFactInput> | KnownFactInput;
}>;

export type CheckKnownFactsMutation = {
  readonly checkKnownFacts:
    | { readonly __typename: 'FactsCheck'; readonly isRight: boolean; readonly triesLeft: number }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type DemandDocumentMutationVariables = Exact<{
  id: string;
  why: ProportionalityInput;
}>;

export type DemandDocumentMutation = {
  readonly demandDocument:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type DecideDocumentMutationVariables = Exact<{
  id: string;
  verdict: DocumentVerdictInput;
}>;

export type DecideDocumentMutation = {
  readonly decideDocument:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type DecideRepresentationMutationVariables = Exact<{
  id: string;
  representation: RepresentationInput;
}>;

export type DecideRepresentationMutation = {
  readonly decideRepresentation:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type NoteDoubtMutationVariables = Exact<{
  id: string;
  doubt: DoubtInput;
}>;

export type NoteDoubtMutation = {
  readonly noteDoubt:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type AskQuestionMutationVariables = Exact<{
  id: string;
  question: QuestionInput;
}>;

export type AskQuestionMutation = {
  readonly askQuestion:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type AnswerQuestionMutationVariables = Exact<{
  id: string;
  answer: AnswerInput;
}>;

export type AnswerQuestionMutation = {
  readonly answerQuestion:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type ExtendRequestMutationVariables = Exact<{
  id: string;
  extension: ExtensionInput;
}>;

export type ExtendRequestMutation = {
  readonly extendRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type CorrectReceiptMutationVariables = Exact<{
  id: string;
  receipt: ReceiptInput;
}>;

export type CorrectReceiptMutation = {
  readonly correctReceipt:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type LinkReminderMutationVariables = Exact<{
  id: string;
  reminder: ReminderInput;
}>;

export type LinkReminderMutation = {
  readonly linkReminder:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type NoteOtherRightsMutationVariables = Exact<{
  id: string;
  noted: OtherRightsInput;
}>;

export type NoteOtherRightsMutation = {
  readonly noteOtherRights:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type EndOtherRightMutationVariables = Exact<{
  id: string;
  end: OtherRightEndInput;
}>;

export type EndOtherRightMutation = {
  readonly endOtherRight:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type ReleaseRequestMutationVariables = Exact<{
  id: string;
  release: ReleaseInput;
}>;

export type ReleaseRequestMutation = {
  readonly releaseRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type RenewClaimCodeMutationVariables = Exact<{
  id: string;
}>;

export type RenewClaimCodeMutation = {
  readonly renewClaimCode:
    | { readonly __typename: 'HandedOver'; readonly claimCode: string; readonly request: RequestPartsFragment }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type PackArchiveMutationVariables = Exact<{
  id: string;
  packing: Packing;
}>;

export type PackArchiveMutation = {
  readonly packArchive:
    | { readonly __typename: 'PackedArchive'; readonly passphrase: string | null; readonly request: { readonly id: string } }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type RenewLinkMutationVariables = Exact<{
  id: string;
}>;

export type RenewLinkMutation = {
  readonly renewLink:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type RevokeLinkMutationVariables = Exact<{
  id: string;
}>;

export type RevokeLinkMutation = {
  readonly revokeLink:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | ({ readonly __typename: 'Request' } & RequestPartsFragment);
};

export type CheckSourceMutationVariables = Exact<{
  id: string;
}>;

export type CheckSourceMutation = {
  readonly checkSource:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | {
        readonly __typename: 'SourceCheck';
        readonly source: string;
        readonly system: string | null;
        readonly readOnly: string | null;
        readonly sound: boolean;
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
        readonly problem: { readonly errorClass: string; readonly message: string; readonly remedy: string | null } | null;
      };
};

export type StaffQueryVariables = Exact<{ [key: string]: never }>;

export type StaffQuery = {
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

export type AddStaffMutationVariables = Exact<{
  input: NewStaffInput;
}>;

export type AddStaffMutation = {
  readonly addStaff:
    | {
        readonly __typename: 'Invitation';
        readonly oneTimeCode: string;
        readonly expiresAt: string;
        readonly member: {
          readonly id: string;
          readonly login: string;
          readonly displayName: string;
          readonly roles: ReadonlyArray<Role>;
          readonly hasPassword: boolean;
          readonly hasSecondFactor: boolean;
          readonly createdAt: string;
          readonly lockedUntil: string | null;
          readonly disabledAt: string | null;
        };
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type ChangeGrantsMutationVariables = Exact<{
  id: string;
  roles: ReadonlyArray<Role> | Role;
}>;

export type ChangeGrantsMutation = {
  readonly changeGrants:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | {
        readonly __typename: 'StaffMember';
        readonly id: string;
        readonly login: string;
        readonly displayName: string;
        readonly roles: ReadonlyArray<Role>;
        readonly hasPassword: boolean;
        readonly hasSecondFactor: boolean;
        readonly createdAt: string;
        readonly lockedUntil: string | null;
        readonly disabledAt: string | null;
      };
};

export type DisableStaffMutationVariables = Exact<{
  id: string;
}>;

export type DisableStaffMutation = {
  readonly disableStaff:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | {
        readonly __typename: 'StaffMember';
        readonly id: string;
        readonly login: string;
        readonly displayName: string;
        readonly roles: ReadonlyArray<Role>;
        readonly hasPassword: boolean;
        readonly hasSecondFactor: boolean;
        readonly createdAt: string;
        readonly lockedUntil: string | null;
        readonly disabledAt: string | null;
      };
};

export type ResetStaffMutationVariables = Exact<{
  id: string;
}>;

export type ResetStaffMutation = {
  readonly resetStaff:
    | {
        readonly __typename: 'Invitation';
        readonly oneTimeCode: string;
        readonly expiresAt: string;
        readonly member: {
          readonly id: string;
          readonly login: string;
          readonly displayName: string;
          readonly roles: ReadonlyArray<Role>;
          readonly hasPassword: boolean;
          readonly hasSecondFactor: boolean;
          readonly createdAt: string;
          readonly lockedUntil: string | null;
          readonly disabledAt: string | null;
        };
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type TokenScopesQueryVariables = Exact<{ [key: string]: never }>;

export type TokenScopesQuery = { readonly tokenScopes: ReadonlyArray<string> };

export type TokensQueryVariables = Exact<{ [key: string]: never }>;

export type TokensQuery = {
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

export type CreateTokenMutationVariables = Exact<{
  input: NewTokenInput;
}>;

export type CreateTokenMutation = {
  readonly createToken:
    | {
        readonly __typename: 'IssuedToken';
        readonly token: string;
        readonly description: {
          readonly id: string;
          readonly name: string;
          readonly scopes: ReadonlyArray<string>;
          readonly createdBy: string;
          readonly createdAt: string;
          readonly expiresAt: string;
          readonly lastUsedAt: string | null;
          readonly revokedAt: string | null;
        };
      }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type RevokeTokenMutationVariables = Exact<{
  id: string;
}>;

export type RevokeTokenMutation = {
  readonly revokeToken:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | {
        readonly __typename: 'ServiceToken';
        readonly id: string;
        readonly name: string;
        readonly scopes: ReadonlyArray<string>;
        readonly createdBy: string;
        readonly createdAt: string;
        readonly expiresAt: string;
        readonly lastUsedAt: string | null;
        readonly revokedAt: string | null;
      };
};

export type SessionsQueryVariables = Exact<{ [key: string]: never }>;

export type SessionsQuery = {
  readonly sessions: ReadonlyArray<{
    readonly id: string;
    readonly createdAt: string;
    readonly lastSeenAt: string;
    readonly expiresAt: string;
    readonly isThis: boolean;
  }>;
};

export type RevokeSessionMutationVariables = Exact<{
  id: string;
}>;

export type RevokeSessionMutation = {
  readonly revokeSession:
    | { readonly __typename: 'EndedSession'; readonly id: string }
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null };
};

export type PasskeysQueryVariables = Exact<{ [key: string]: never }>;

export type PasskeysQuery = {
  readonly passkeys: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly createdAt: string;
    readonly lastUsedAt: string | null;
  }>;
};

export type RemovePasskeyMutationVariables = Exact<{
  id: string;
}>;

export type RemovePasskeyMutation = {
  readonly removePasskey:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'RemovedPasskey'; readonly id: string };
};

/** What each of the documents takes and gives. */
export interface Operations {
  readonly viewer: { readonly result: ViewerQuery; readonly variables: ViewerQueryVariables };
  readonly settings: { readonly result: SettingsQuery; readonly variables: SettingsQueryVariables };
  readonly setup: { readonly result: SetupQuery; readonly variables: SetupQueryVariables };
  readonly mailCheck: { readonly result: MailCheckQuery; readonly variables: MailCheckQueryVariables };
  readonly connectors: { readonly result: ConnectorsQuery; readonly variables: ConnectorsQueryVariables };
  readonly checkConfiguration: { readonly result: CheckConfigurationQuery; readonly variables: CheckConfigurationQueryVariables };
  readonly evidenceBundle: { readonly result: EvidenceBundleQuery; readonly variables: EvidenceBundleQueryVariables };
  readonly figures: { readonly result: FiguresQuery; readonly variables: FiguresQueryVariables };
  readonly register: { readonly result: RegisterQuery; readonly variables: RegisterQueryVariables };
  readonly scope: { readonly result: ScopeQuery; readonly variables: ScopeQueryVariables };
  readonly registerDrift: { readonly result: RegisterDriftQuery; readonly variables: RegisterDriftQueryVariables };
  readonly request: { readonly result: RequestQuery; readonly variables: RequestQueryVariables };
  readonly requests: { readonly result: RequestsQuery; readonly variables: RequestsQueryVariables };
  readonly requestWork: { readonly result: RequestWorkQuery; readonly variables: RequestWorkQueryVariables };
  readonly outsideWords: { readonly result: OutsideWordsQuery; readonly variables: OutsideWordsQueryVariables };
  readonly requestContacts: { readonly result: RequestContactsQuery; readonly variables: RequestContactsQueryVariables };
  readonly requestDeadlines: { readonly result: RequestDeadlinesQuery; readonly variables: RequestDeadlinesQueryVariables };
  readonly requestClock: { readonly result: RequestClockQuery; readonly variables: RequestClockQueryVariables };
  readonly clockWords: { readonly result: ClockWordsQuery; readonly variables: ClockWordsQueryVariables };
  readonly requestGate: { readonly result: RequestGateQuery; readonly variables: RequestGateQueryVariables };
  readonly requestProof: { readonly result: RequestProofQuery; readonly variables: RequestProofQueryVariables };
  readonly proofWords: { readonly result: ProofWordsQuery; readonly variables: ProofWordsQueryVariables };
  readonly documentWhy: { readonly result: DocumentWhyQuery; readonly variables: DocumentWhyQueryVariables };
  readonly reportPreviews: { readonly result: ReportPreviewsQuery; readonly variables: ReportPreviewsQueryVariables };
  readonly recordRulings: { readonly result: RecordRulingsQuery; readonly variables: RecordRulingsQueryVariables };
  readonly heirPart: { readonly result: HeirPartQuery; readonly variables: HeirPartQueryVariables };
  readonly requestNotices: { readonly result: RequestNoticesQuery; readonly variables: RequestNoticesQueryVariables };
  readonly matches: { readonly result: MatchesQuery; readonly variables: MatchesQueryVariables };
  readonly findings: { readonly result: FindingsQuery; readonly variables: FindingsQueryVariables };
  readonly overdueRecords: { readonly result: OverdueRecordsQuery; readonly variables: OverdueRecordsQueryVariables };
  readonly identifierValues: { readonly result: IdentifierValuesQuery; readonly variables: IdentifierValuesQueryVariables };
  readonly doubtfulMatch: { readonly result: DoubtfulMatchQuery; readonly variables: DoubtfulMatchQueryVariables };
  readonly asked: { readonly result: AskedQuery; readonly variables: AskedQueryVariables };
  readonly requestTasks: { readonly result: RequestTasksQuery; readonly variables: RequestTasksQueryVariables };
  readonly openTasks: { readonly result: OpenTasksQuery; readonly variables: OpenTasksQueryVariables };
  readonly task: { readonly result: TaskQuery; readonly variables: TaskQueryVariables };
  readonly requestAnswers: { readonly result: RequestAnswersQuery; readonly variables: RequestAnswersQueryVariables };
  readonly requestDelivery: { readonly result: RequestDeliveryQuery; readonly variables: RequestDeliveryQueryVariables };
  readonly sources: { readonly result: SourcesQuery; readonly variables: SourcesQueryVariables };
  readonly checkDataMap: { readonly result: CheckDataMapQuery; readonly variables: CheckDataMapQueryVariables };
  readonly dataMap: { readonly result: DataMapQuery; readonly variables: DataMapQueryVariables };
  readonly trailVerdict: { readonly result: TrailVerdictQuery; readonly variables: TrailVerdictQueryVariables };
  readonly plan: { readonly result: PlanQuery; readonly variables: PlanQueryVariables };
  readonly auditTrail: { readonly result: AuditTrailQuery; readonly variables: AuditTrailQueryVariables };
  readonly openRequest: { readonly result: OpenRequestMutation; readonly variables: OpenRequestMutationVariables };
  readonly handOverRequest: { readonly result: HandOverRequestMutation; readonly variables: HandOverRequestMutationVariables };
  readonly attestIdentity: { readonly result: AttestIdentityMutation; readonly variables: AttestIdentityMutationVariables };
  readonly startRequest: { readonly result: StartRequestMutation; readonly variables: StartRequestMutationVariables };
  readonly retryRequest: { readonly result: RetryRequestMutation; readonly variables: RetryRequestMutationVariables };
  readonly retrySource: { readonly result: RetrySourceMutation; readonly variables: RetrySourceMutationVariables };
  readonly endTask: { readonly result: EndTaskMutation; readonly variables: EndTaskMutationVariables };
  readonly takeTaskFileBack: { readonly result: TakeTaskFileBackMutation; readonly variables: TakeTaskFileBackMutationVariables };
  readonly pauseRequest: { readonly result: PauseRequestMutation; readonly variables: PauseRequestMutationVariables };
  readonly resumeRequest: { readonly result: ResumeRequestMutation; readonly variables: ResumeRequestMutationVariables };
  readonly shredRequest: { readonly result: ShredRequestMutation; readonly variables: ShredRequestMutationVariables };
  readonly cancelRequest: { readonly result: CancelRequestMutation; readonly variables: CancelRequestMutationVariables };
  readonly refuseRequest: { readonly result: RefuseRequestMutation; readonly variables: RefuseRequestMutationVariables };
  readonly answerWrongController: {
    readonly result: AnswerWrongControllerMutation;
    readonly variables: AnswerWrongControllerMutationVariables;
  };
  readonly refuseOnGround: { readonly result: RefuseOnGroundMutation; readonly variables: RefuseOnGroundMutationVariables };
  readonly refusalOutlook: { readonly result: RefusalOutlookQuery; readonly variables: RefusalOutlookQueryVariables };
  readonly refuseUnidentifiable: {
    readonly result: RefuseUnidentifiableMutation;
    readonly variables: RefuseUnidentifiableMutationVariables;
  };
  readonly reviewMatch: { readonly result: ReviewMatchMutation; readonly variables: ReviewMatchMutationVariables };
  readonly letterPreview: { readonly result: LetterPreviewQuery; readonly variables: LetterPreviewQueryVariables };
  readonly letters: { readonly result: LettersQuery; readonly variables: LettersQueryVariables };
  readonly messages: { readonly result: MessagesQuery; readonly variables: MessagesQueryVariables };
  readonly webhookCalls: { readonly result: WebhookCallsQuery; readonly variables: WebhookCallsQueryVariables };
  readonly transmissions: { readonly result: TransmissionsQuery; readonly variables: TransmissionsQueryVariables };
  readonly transmissionReceivers: {
    readonly result: TransmissionReceiversQuery;
    readonly variables: TransmissionReceiversQueryVariables;
  };
  readonly receivedTransmissions: {
    readonly result: ReceivedTransmissionsQuery;
    readonly variables: ReceivedTransmissionsQueryVariables;
  };
  readonly deleteReceivedTransmission: {
    readonly result: DeleteReceivedTransmissionMutation;
    readonly variables: DeleteReceivedTransmissionMutationVariables;
  };
  readonly orderTransmission: {
    readonly result: OrderTransmissionMutation;
    readonly variables: OrderTransmissionMutationVariables;
  };
  readonly failedWebhookCalls: { readonly result: FailedWebhookCallsQuery; readonly variables: FailedWebhookCallsQueryVariables };
  readonly webhookEndpoints: { readonly result: WebhookEndpointsQuery; readonly variables: WebhookEndpointsQueryVariables };
  readonly sendWebhookAgain: { readonly result: SendWebhookAgainMutation; readonly variables: SendWebhookAgainMutationVariables };
  readonly recordBounce: { readonly result: RecordBounceMutation; readonly variables: RecordBounceMutationVariables };
  readonly breaches: { readonly result: BreachesQuery; readonly variables: BreachesQueryVariables };
  readonly noteWrongRecipient: {
    readonly result: NoteWrongRecipientMutation;
    readonly variables: NoteWrongRecipientMutationVariables;
  };
  readonly endBreach: { readonly result: EndBreachMutation; readonly variables: EndBreachMutationVariables };
  readonly duties: { readonly result: DutiesQuery; readonly variables: DutiesQueryVariables };
  readonly channel: { readonly result: ChannelQuery; readonly variables: ChannelQueryVariables };
  readonly chooseChannel: { readonly result: ChooseChannelMutation; readonly variables: ChooseChannelMutationVariables };
  readonly noteDeath: { readonly result: NoteDeathMutation; readonly variables: NoteDeathMutationVariables };
  readonly endDuty: { readonly result: EndDutyMutation; readonly variables: EndDutyMutationVariables };
  readonly fee: { readonly result: FeeQuery; readonly variables: FeeQueryVariables };
  readonly announceFee: { readonly result: AnnounceFeeMutation; readonly variables: AnnounceFeeMutationVariables };
  readonly noteFee: { readonly result: NoteFeeMutation; readonly variables: NoteFeeMutationVariables };
  readonly waiveFee: { readonly result: WaiveFeeMutation; readonly variables: WaiveFeeMutationVariables };
  readonly writeLetter: { readonly result: WriteLetterMutation; readonly variables: WriteLetterMutationVariables };
  readonly ruleOnField: { readonly result: RuleOnFieldMutation; readonly variables: RuleOnFieldMutationVariables };
  readonly ruleOnRecord: { readonly result: RuleOnRecordMutation; readonly variables: RuleOnRecordMutationVariables };
  readonly ruleForPurpose: { readonly result: RuleForPurposeMutation; readonly variables: RuleForPurposeMutationVariables };
  readonly provableFacts: { readonly result: ProvableFactsQuery; readonly variables: ProvableFactsQueryVariables };
  readonly checkKnownFacts: { readonly result: CheckKnownFactsMutation; readonly variables: CheckKnownFactsMutationVariables };
  readonly demandDocument: { readonly result: DemandDocumentMutation; readonly variables: DemandDocumentMutationVariables };
  readonly decideDocument: { readonly result: DecideDocumentMutation; readonly variables: DecideDocumentMutationVariables };
  readonly decideRepresentation: {
    readonly result: DecideRepresentationMutation;
    readonly variables: DecideRepresentationMutationVariables;
  };
  readonly noteDoubt: { readonly result: NoteDoubtMutation; readonly variables: NoteDoubtMutationVariables };
  readonly askQuestion: { readonly result: AskQuestionMutation; readonly variables: AskQuestionMutationVariables };
  readonly answerQuestion: { readonly result: AnswerQuestionMutation; readonly variables: AnswerQuestionMutationVariables };
  readonly extendRequest: { readonly result: ExtendRequestMutation; readonly variables: ExtendRequestMutationVariables };
  readonly correctReceipt: { readonly result: CorrectReceiptMutation; readonly variables: CorrectReceiptMutationVariables };
  readonly linkReminder: { readonly result: LinkReminderMutation; readonly variables: LinkReminderMutationVariables };
  readonly noteOtherRights: { readonly result: NoteOtherRightsMutation; readonly variables: NoteOtherRightsMutationVariables };
  readonly endOtherRight: { readonly result: EndOtherRightMutation; readonly variables: EndOtherRightMutationVariables };
  readonly releaseRequest: { readonly result: ReleaseRequestMutation; readonly variables: ReleaseRequestMutationVariables };
  readonly renewClaimCode: { readonly result: RenewClaimCodeMutation; readonly variables: RenewClaimCodeMutationVariables };
  readonly packArchive: { readonly result: PackArchiveMutation; readonly variables: PackArchiveMutationVariables };
  readonly renewLink: { readonly result: RenewLinkMutation; readonly variables: RenewLinkMutationVariables };
  readonly revokeLink: { readonly result: RevokeLinkMutation; readonly variables: RevokeLinkMutationVariables };
  readonly checkSource: { readonly result: CheckSourceMutation; readonly variables: CheckSourceMutationVariables };
  readonly staff: { readonly result: StaffQuery; readonly variables: StaffQueryVariables };
  readonly addStaff: { readonly result: AddStaffMutation; readonly variables: AddStaffMutationVariables };
  readonly changeGrants: { readonly result: ChangeGrantsMutation; readonly variables: ChangeGrantsMutationVariables };
  readonly disableStaff: { readonly result: DisableStaffMutation; readonly variables: DisableStaffMutationVariables };
  readonly resetStaff: { readonly result: ResetStaffMutation; readonly variables: ResetStaffMutationVariables };
  readonly tokenScopes: { readonly result: TokenScopesQuery; readonly variables: TokenScopesQueryVariables };
  readonly tokens: { readonly result: TokensQuery; readonly variables: TokensQueryVariables };
  readonly createToken: { readonly result: CreateTokenMutation; readonly variables: CreateTokenMutationVariables };
  readonly revokeToken: { readonly result: RevokeTokenMutation; readonly variables: RevokeTokenMutationVariables };
  readonly sessions: { readonly result: SessionsQuery; readonly variables: SessionsQueryVariables };
  readonly revokeSession: { readonly result: RevokeSessionMutation; readonly variables: RevokeSessionMutationVariables };
  readonly passkeys: { readonly result: PasskeysQuery; readonly variables: PasskeysQueryVariables };
  readonly removePasskey: { readonly result: RemovePasskeyMutation; readonly variables: RemovePasskeyMutationVariables };
}
