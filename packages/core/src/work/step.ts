import type { ErrorClass, JsonObject } from '@habeas/connector-sdk';

/** What a step does. A kind is never given another meaning: what changes gets a kind of its own. */
export type StepKind =
  | 'probe'
  | 'search'
  | 'gather'
  | 'assemble'
  | 'cool-off'
  | 'not-before'
  | 'lapse'
  | 'mail'
  | 'webhook'
  | 'pack'
  | 'transmit'
  | 'purge'
  | 'remind'
  | 'recheck'
  | 'expire'
  | 'shred';

/**
 * - `pending` waits for its due time and for a worker; `running` is leased by one
 * - `done` and `cancelled` are over
 * - `needs_attention` has used up its attempts or met a fault that no repetition mends: a human decides
 */
export type StepState = 'pending' | 'running' | 'done' | 'cancelled' | 'needs_attention';

/** Why a step failed, as it is shown and stored: no personal data. */
export interface StepProblem {
  readonly errorClass: ErrorClass;
  readonly message: string;
  readonly remedy?: string;
}

/** One step of a request's work, as the ledger of steps keeps it. Holds no personal data. */
export interface Step {
  readonly id: string;
  readonly controller: string;
  readonly request: string;
  /** Unique in its request, so that the same step is never added twice: `gather-2`. */
  readonly key: string;
  readonly kind: StepKind;
  /** The version of the workflow that the request began with; it ends with the same (security R13). */
  readonly workflowVersion: number;
  readonly state: StepState;
  /** How often it was claimed. */
  readonly attempts: number;
  /** Not before this time. */
  readonly dueAt: Date;
  /** Grows with every claim: a worker that comes back with an older number has lost its lease, and changes nothing (security R2). */
  readonly fence: number;
  readonly leaseOwner?: string;
  readonly leaseEndsAt?: Date;
  readonly problem?: StepProblem;
  /** How far it is, as its worker noted last. */
  readonly progress?: StepProgress;
}

/** A step that is to be added. */
export type NewStep = Pick<Step, 'id' | 'controller' | 'request' | 'key' | 'kind' | 'workflowVersion' | 'dueAt'>;

/** The right to work on a step, until the lease ends or somebody else has claimed it. */
export interface Claim {
  readonly step: Step;
  readonly worker: string;
  readonly fence: number;
}

/** How a step ends, or does not. */
export type StepEnd =
  | { readonly state: 'done' }
  | { readonly state: 'pending'; readonly dueAt: Date; readonly problem?: StepProblem; readonly countsAsAttempt: boolean }
  | { readonly state: 'needs_attention'; readonly problem: StepProblem };

/** Anything JSON that tells how far a running step is, for people to look at: counts and names of collections, no personal data. */
export type StepProgress = JsonObject;

/** What a step came to has no place any more: a person has decided about its request in the meantime. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
  readonly code = 'OVERTAKEN';

  constructor() {
    super('The request is not where the end of this step could matter.');
  }
}

/** The lease of a step is lost: another worker has it, or it was cancelled. Whatever was to be committed is not. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  readonly code = 'LEASE_LOST';

  constructor() {
    super('The lease of this step has ended or was taken over.');
  }
}
