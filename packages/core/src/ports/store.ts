import type { AuditEntry, NewAuditEntry } from '../audit/audit-entry.js';
import type { EvidenceCheckpoint, EvidenceSegment } from '../evidence/segment.js';
import type { DataRequest, RequestState } from '../request/data-request.js';
import type { Claim, NewStep, Step, StepEnd, StepKind, StepProgress } from '../work/step.js';
import type { AddressProofRows, FollowSessionRows } from './identity-rows.js';
import type { LimitRows } from './limit-rows.js';
import type { MessageRows } from './message-rows.js';
import type { DeliveryRows, DownloadSessionRows } from './delivery-rows.js';
import type { ChallengeRows, PasskeyRows } from './passkey-rows.js';
import type { SessionRows, StaffRows, TokenRows } from './staff-rows.js';
import type { ReceivedTransmissionRows } from './transmission-ports.js';
import type { WebhookRows } from './webhook-rows.js';

/**
 * Everything that outlives a process. What happens in one transaction happens whole or not at all, and is durable when the
 * promise resolves (security R1).
 */
export interface Store {
  /**
   * Runs `work` in one transaction. What it throws rolls back and is thrown on. May run it again where the database had to
   * undo it because of another transaction: `work` must have no other effects than through its argument.
   */
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Claims the step that is due longest, of these kinds; a lease that has ended is as good as none. Times are the database's. */
  claim(options: ClaimOptions): Promise<Claim | undefined>;
  /** Extends a lease. False where it is lost. */
  renew(claim: Claim, leaseMs: number): Promise<boolean>;
  /** When the next step becomes due or a lease ends: a worker need not look earlier. */
  nextDueAt(): Promise<Date | undefined>;
  close(): Promise<void>;
}

/** What a worker is looking for. */
export interface ClaimOptions {
  readonly worker: string;
  readonly leaseMs: number;
  readonly kinds: readonly StepKind[];
  /** Only this step, for a dispatcher that was told which. */
  readonly step?: string;
}

/** What one transaction sees and changes. Foreign ids are as good as missing ones: every look-up names the controller. */
export interface Transaction {
  /** The database's time at its begin. */
  readonly now: Date;
  readonly requests: RequestRows;
  readonly steps: StepRows;
  readonly evidence: EvidenceRows;
  readonly messages: MessageRows;
  readonly audit: AuditRows;
  readonly idempotency: IdempotencyRows;
  readonly staff: StaffRows;
  readonly sessions: SessionRows;
  readonly tokens: TokenRows;
  readonly passkeys: PasskeyRows;
  readonly challenges: ChallengeRows;
  readonly deliveries: DeliveryRows;
  readonly downloads: DownloadSessionRows;
  readonly proofs: AddressProofRows;
  readonly followers: FollowSessionRows;
  readonly limits: LimitRows;
  readonly webhooks: WebhookRows;
  readonly received: ReceivedTransmissionRows;
}

/** The requests. */
export interface RequestRows {
  /** The next reference of a controller: `2026-0001` …; gapless within the transactions that commit. */
  nextReference(controller: string, year: number): Promise<string>;
  add(request: DataRequest): Promise<void>;
  get(controller: string, id: string): Promise<DataRequest | undefined>;
  /** By what people call it. */
  byReference(controller: string, reference: string): Promise<DataRequest | undefined>;
  /** By id, and nobody else may change it before this transaction ends. */
  lock(controller: string, id: string): Promise<DataRequest | undefined>;
  /** Stores a changed request whose version is one more than the stored one; throws `StaleVersion` otherwise. */
  change(request: DataRequest): Promise<void>;
  /** Removes a request for good; its reference is never given again. */
  remove(controller: string, id: string): Promise<void>;
  /** In the order of `dueAt`, then id; the latest first where the filter says so. */
  page(controller: string, filter: RequestFilter, page: PageQuery): Promise<Page<DataRequest>>;
}

/** Which requests are wanted. */
export interface RequestFilter {
  readonly states?: readonly RequestState[];
  readonly dueBefore?: Date;
  /** Those that reached the controller from the one time on and before the other. */
  readonly received?: { readonly from: Date; readonly before: Date };
  /** Only those with a task that has not ended. */
  readonly hasOpenTask?: boolean;
  /** What their reference begins with, in small letters or capitals. */
  readonly referenceStart?: string;
  readonly latestFirst?: boolean;
}

/** One page forward: so many items after a cursor that an earlier page gave. */
export interface PageQuery {
  /** 1 to 100. */
  readonly first: number;
  readonly after?: string;
}

/** Some of the items, and how to get the next. */
export interface Page<T> {
  readonly items: readonly { readonly cursor: string; readonly item: T }[];
  readonly hasNext: boolean;
  readonly total: number;
}

/** The ledger of steps. */
export interface StepRows {
  /** Adds a step; a second one with the same request and key is not added. */
  add(step: NewStep): Promise<void>;
  /** Holds a claim to be valid until the transaction ends, or throws `LeaseLost`. */
  hold(claim: Claim): Promise<void>;
  /** Ends a claimed step; throws `LeaseLost` where the claim is not valid. */
  end(claim: Claim, end: StepEnd): Promise<void>;
  /** Notes how far a claimed step is; throws `LeaseLost` where the claim is not valid. */
  progress(claim: Claim, progress: StepProgress): Promise<void>;
  /** Cancels what is not over, except steps of some kinds: the worker that has it loses its lease. */
  cancelOf(controller: string, request: string, except?: readonly StepKind[]): Promise<void>;
  of(controller: string, request: string): Promise<readonly Step[]>;
  /** Removes all of a request. */
  remove(controller: string, request: string): Promise<void>;
}

/** What was read, and how far reading has come. */
export interface EvidenceRows {
  addSegment(segment: EvidenceSegment): Promise<void>;
  setCheckpoint(checkpoint: EvidenceCheckpoint): Promise<void>;
  checkpoints(controller: string, request: string, generation: string): Promise<readonly EvidenceCheckpoint[]>;
  /** By source, collection and number. */
  segments(controller: string, request: string, generation: string): Promise<readonly EvidenceSegment[]>;
  /** Forgets everything of a request, or all but one generation. */
  forget(controller: string, request: string, except?: string): Promise<void>;
}

/** The trail. Entries are added in the transaction of what they tell of: where that fails, the action fails (security R80). */
export interface AuditRows {
  add(entry: NewAuditEntry): Promise<void>;
  /** Latest first. */
  page(controller: string, filter: AuditFilter, page: PageQuery): Promise<Page<AuditEntry>>;
}

/** Which entries are wanted. */
export interface AuditFilter {
  readonly object?: { readonly type: string; readonly id: string };
  readonly action?: string;
}

/** Which calls were made already, so that a repeated one is answered and not done again. */
export interface IdempotencyRows {
  /** What an earlier call with this key came to, with the fingerprint of its content. Kept for 30 days. */
  find(controller: string, key: string): Promise<{ readonly fingerprint: string; readonly result: string } | undefined>;
  add(controller: string, key: string, entry: { readonly fingerprint: string; readonly result: string }): Promise<void>;
}

/** A change was made from an older version than the stored one. */
export class StaleVersion extends Error {
  override readonly name = 'StaleVersion';
  readonly code = 'STALE_VERSION';

  constructor() {
    super('The request was changed by somebody else in the meantime.');
  }
}

/** A cursor is not one that this list has given. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
  readonly code = 'INVALID_CURSOR';

  constructor() {
    super('This cursor is not one of this list.');
  }
}
