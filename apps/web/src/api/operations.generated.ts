// Generated from schema.graphql and documents.ts by npm run reports.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A copy of what is held, or that nothing is. */
export type AnswerKind = 'copy' | 'negative';

export type ArchiveFormat = 'csv' | 'json';

export type AttestationInput = {
  /** The position of the identifier in the request, from 1. */
  readonly identifier: number;
  /** How it was proved. No numbers of documents. */
  readonly provedBy: string;
};

export type IdentifierKind = 'birthDate' | 'email' | 'id' | 'name' | 'phone';

export type Language = 'en' | 'fr';

export type NamePart = 'family' | 'full' | 'given';

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

/** Whether an answer may go out by itself, or waits for a DPO. */
export type Release = 'automatic' | 'dpo';

export type ReleaseInput = {
  /** For how many days the archive can be fetched: 1 to 30. */
  readonly days?: number;
  /** Why it is released although something is missing. */
  readonly reason?: string | null | undefined;
};

/** In which form a report is there: html, pdf, json. */
export type ReportForm = 'html' | 'json' | 'pdf';

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

/** How a search by hand ended. */
export type TaskOutcome = 'found' | 'not_done' | 'nothing_found';

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
    readonly archive: { readonly bytes: number; readonly records: number; readonly files: number } | null;
    readonly questions: ReadonlyArray<{ readonly id: string; readonly isOpen: boolean }>;
    readonly tasks: ReadonlyArray<{ readonly id: string; readonly source: string; readonly outcome: TaskOutcome | null }>;
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
    readonly reportPreviews: ReadonlyArray<{ readonly language: Language; readonly form: ReportForm; readonly path: string }>;
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

export type ConsoleRefuseMutationVariables = Exact<{
  id: string;
  reason: string;
}>;

export type ConsoleRefuseMutation = {
  readonly refuseRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
};

export type ConsoleReleaseMutationVariables = Exact<{
  id: string;
  release: ReleaseInput;
}>;

export type ConsoleReleaseMutation = {
  readonly releaseRequest:
    | { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly message: string; readonly remedy: string | null }
    | { readonly __typename: 'Request'; readonly id: string; readonly state: RequestState; readonly version: number };
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
  readonly refuse: { readonly result: ConsoleRefuseMutation; readonly variables: ConsoleRefuseMutationVariables };
  readonly release: { readonly result: ConsoleReleaseMutation; readonly variables: ConsoleReleaseMutationVariables };
}
