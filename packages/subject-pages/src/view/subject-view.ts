import type {
  AnswerChannel,
  FeeCause,
  FeeCost,
  FeeStanding,
  GivenText,
  OtherRight,
  Packing,
  RefusalKind,
  RequestState,
  TransmissionReason,
  WantedLock,
} from '@habeas/core';
import type { ExtensionReason, LocalDate } from '@habeas/core/law';
import type { AskView } from './ask-view.js';

/** What one page shows. Nothing in it tells whether anything is held about anybody, except to who has proved who they are. */
export type SubjectView =
  | AskView
  | AskedView
  | FindView
  | ProveView
  | SignInView
  | FollowView
  | OpenView
  | DownloadView
  | LockedView
  | { readonly page: 'gone' }
  | SayView
  | TransmitView
  | ConfirmView
  | StopView
  | DoneView
  | FaultView;

/** Why a code was not taken. A wrong one, a used one and one that was never sent are all `wrong`. */
export type CodeProblem = { readonly kind: 'wrong' } | { readonly kind: 'wait'; readonly seconds: number };

/** A request was taken in. The only page that ever shows the claim code. */
export interface AskedView {
  readonly page: 'asked';
  /** What the request is called in paths: opaque, and not its reference. */
  readonly request: string;
  readonly reference: string;
  /** Eight digits (R52). */
  readonly claimCode: string;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** `by-person`: somebody there has to look first, at who may ask for another person (PER-03, PER-04). */
  readonly next: 'prove' | 'proved' | 'by-person';
}

/** The way back to a request: its reference and its claim code. */
export interface FindView {
  readonly page: 'find';
  readonly reference?: string;
  readonly problem?: CodeProblem;
}

/** The proof by a code to a contact that is already on record (IDV-02). Says the same whether there is one or not. */
export interface ProveView {
  readonly page: 'prove';
  readonly request: string;
  readonly reference: string;
  readonly problem?: CodeProblem;
  /** A code was sent once more, if there is where to send it. */
  readonly isSentAgain?: boolean;
  /** Whether they can sign in at the controller's provider instead. */
  readonly maySignIn?: boolean;
  /** No code is owed: signing in is what is left. */
  readonly isWithoutCode?: boolean;
}

/** Why a sign-in at the controller's provider came to nothing. An account of somebody else is `strange`, and no more is said; `unknown` tells of nothing to search with. */
export type SignInProblem = 'cancelled' | 'away' | 'refused' | 'strange' | 'over' | 'often' | 'wait' | 'unknown';

/** A sign-in came to nothing, and what else there is to do. */
export interface SignInView {
  readonly page: 'sign-in';
  readonly why: SignInProblem;
  /** The request that it was for, where it is known. */
  readonly own?: { readonly request: string; readonly reference: string };
  /** It was for a link: that is still good, as far as anybody is told. */
  readonly isForLink?: boolean;
  /** It was begun before anything was asked for. */
  readonly isToAsk?: boolean;
}

/** One thing that happened to a request, for its subject. */
export type FollowEvent =
  'received' | 'proved' | 'searched' | 'asked' | 'answered' | 'extended' | 'priced' | 'released' | 'downloaded' | 'ended';

/** What a subject can do about a request. */
export type FollowAction = 'prove' | 'download' | 'renew' | 'transmit' | 'missing' | 'not-me' | 'withdraw';

/** A question that waits for the subject's answer (DLN-07, DLN-08). */
export interface OpenQuestion {
  readonly kind: 'identity' | 'scope';
  /** In the words of who asks. */
  readonly text: string;
  readonly answerBy: LocalDate;
  /** What was typed as an answer and not taken. */
  readonly value?: string;
  readonly fault?: SayFault;
}

/** A fee that was announced, and what came of it (OUT-06). */
export interface ToldFee {
  readonly standing: FeeStanding;
  readonly for: FeeCause['for'];
  /** The day of the first copy, or of the request that is repeated. */
  readonly on?: LocalDate;
  readonly costs: readonly FeeCost[];
  readonly currency: string;
  readonly answerBy: LocalDate;
}

/** Where a request stands, and until when it is answered. */
export interface FollowView {
  readonly page: 'follow';
  readonly request: string;
  readonly reference: string;
  readonly state: RequestState;
  /** Where the controller is. */
  readonly today: LocalDate;
  readonly receivedOn: LocalDate;
  /** The safe date (DLN-03), with the extension where its notice was sent. */
  readonly dueOn: LocalDate;
  /** The last day that the law gives, where it is later (DLN-01): nobody is late before. */
  readonly legalDueOn?: LocalDate;
  readonly extension?: { readonly reason: ExtensionReason; readonly before: LocalDate };
  /** What else the same message asks for, which people look after (INT-11). */
  readonly otherRights?: readonly { readonly right: OtherRight; readonly dueOn: LocalDate; readonly isOver: boolean }[];
  /** On which days it was passed on to other controllers, whose data some of it is (INT-07). */
  readonly passedOn?: readonly LocalDate[];
  /** How the answer comes, where not by a link (DEL-02). */
  readonly channel?: Exclude<AnswerChannel, 'download'>;
  readonly question?: OpenQuestion;
  readonly fee?: ToldFee;
  /** A copy of a document was asked for: it can be handed in, or waits to be looked at (IDV-04). */
  readonly document?: { readonly state: 'wanted' | 'held'; readonly isRefused?: boolean };
  /** The archive, while it can be fetched; `link` where this session may open it. */
  readonly released?: { readonly until: LocalDate; readonly left: number; readonly link?: string };
  /** What could not be searched and is not tried again by itself, as the controller calls it (SCP-09). */
  readonly unsearched?: readonly string[];
  /** Why it was refused, in the words of whoever decided it. */
  readonly reason?: string;
  /** As what it was refused, where that is more than the reason (INT-10, IDV-07). */
  readonly refusedAs?: RefusalKind;
  /** What the subject could ask again with, where nobody could be identified. */
  readonly wouldHelp?: readonly GivenText['kind'][];
  /** Letters that can be read, by their number from 1, with the day on which each was written. */
  readonly letters?: readonly { readonly number: number; readonly on: LocalDate }[];
  /** What was to be sent to other organisations, in the order the subject said so. */
  readonly transmissions?: readonly ToldTransmission[];
  readonly events: readonly { readonly on: LocalDate; readonly event: FollowEvent }[];
  readonly actions: readonly FollowAction[];
  /** Another one, as soon as the page would show something else. Without it nothing looks for news. */
  readonly mark?: string;
}

/** What became of what a subject had sent to another organisation (DEL-04). */
export type ToldTransmission = { readonly to: string; readonly on: LocalDate } & (
  { readonly state: 'waiting' | 'sent' } | { readonly state: 'failed'; readonly reason: TransmissionReason }
);

/** Where a subject says to whom their data is to be sent. */
export interface TransmitView {
  readonly page: 'transmit';
  readonly request: string;
  readonly reference: string;
  /** Those that can be chosen; another one is named in words. */
  readonly receivers: readonly { readonly id: string; readonly name: string }[];
  readonly fault?: 'empty' | 'too-long';
}

/** Takes a link's secret and the claim code (R50, R51). */
export interface OpenView {
  readonly page: 'open';
  readonly link: string;
  /** What was pasted, to keep it where the code was wrong. */
  readonly secret?: string;
  readonly problem?: 'wrong' | 'wait';
  /** Whether they can sign in at the controller's provider instead of showing the code. */
  readonly maySignIn?: boolean;
}

/** The archive of an open session. */
export interface DownloadView {
  readonly page: 'download';
  readonly link: string;
  readonly reference: string;
  /** As what it is fetched. */
  readonly packing: Packing;
  /** Why it is locked where nobody chooses otherwise, and whether that is still to be done (SPC-03). */
  readonly lock?: { readonly because: WantedLock['because']; readonly isAwaited: boolean };
  /** Missing while it is being locked, and while that is awaited. */
  readonly file?: { readonly bytes: number; readonly sha256: string };
  /** The report can be read here, as it is. */
  readonly isReadable?: boolean;
  /** Another choice was not taken: it is being locked, or was often enough. */
  readonly isFixed?: boolean;
  readonly until: LocalDate;
  readonly left: number;
  readonly format: 'csv' | 'json';
  /** The request in paths, where this session may follow it. */
  readonly request?: string;
}

/** The archive is being locked. The only page that ever shows the passphrase. */
export interface LockedView {
  readonly page: 'locked';
  readonly link: string;
  readonly packing: Packing;
  readonly passphrase: string;
}

/** Why words were not taken. */
export type SayFault = 'empty' | 'too-long';

/** Something is missing in an answer: the subject says what. */
export interface SayView {
  readonly page: 'missing';
  readonly request: string;
  readonly reference: string;
  readonly value?: string;
  readonly fault?: SayFault;
}

/** Asks once more before something is done. */
export type ConfirmView = ConfirmationOf<'not-me'> | ConfirmationOf<'withdraw'>;

interface ConfirmationOf<What> {
  readonly page: What;
  readonly request: string;
  readonly reference: string;
}

/** Asks whoever reads a contact on record once more before a request is stopped (R57). */
export interface StopView {
  readonly page: 'stop';
  readonly request: string;
  /** Of the notice that came there. */
  readonly secret: string;
  readonly reference: string;
}

/** What was done just now. */
export interface DoneView {
  readonly page: 'done';
  readonly what: 'missing' | 'transmit' | 'document' | 'not-me' | 'withdrawn' | 'answered' | 'fee' | 'renewed' | 'proved';
  readonly reference: string;
  /** The request in paths, where it can still be followed. */
  readonly request?: string;
}

/** Something cannot be shown. */
export interface FaultView {
  readonly page: 'fault';
  readonly status: 400 | 404 | 429 | 500 | 503;
  /** After how long it is worth trying again. */
  readonly retrySeconds?: number;
  /** What to tell the controller so that its log can be read: no personal data. */
  readonly incident?: string;
}
