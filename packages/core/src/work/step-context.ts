import type { Clock } from '../ports/clock.js';
import type { Mailer } from '../ports/mailer.js';
import type { Random } from '../ports/random.js';
import type { Transaction } from '../ports/store.js';
import type { TransmissionSender } from '../ports/transmission-ports.js';
import type { WebhookSender } from '../ports/webhook-sender.js';
import type { ArchiveLocker, ArchiveMaker } from '../ports/work-ports.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import type { Claim, StepProgress } from './step.js';

/** What the work on requests depends on. */
export interface WorkDesk extends Desk {
  readonly clock: Clock;
  readonly random: Random;
  readonly archives: ArchiveMaker;
  readonly locker: ArchiveLocker;
  /** Missing where no mail server is configured: messages wait for one. */
  readonly mailer?: Mailer;
  /** Missing where no controller wants to be told. */
  readonly webhooks?: WebhookSender;
  /** Missing where no controller sends data to others. */
  readonly transmitter?: TransmissionSender;
}

/** One step as its handler sees it. */
export interface StepContext {
  readonly claim: Claim;
  /** As it was when the step began. */
  readonly request: DataRequest;
  readonly desk: WorkDesk;
  /** Ends the work: the lease is lost, or the worker stops. */
  readonly signal: AbortSignal;
  /** A transaction that commits only while the claim is valid; throws `LeaseLost` otherwise. */
  checkpoint<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Notes how far the step is; at most once a second it reaches the store. */
  report(progress: StepProgress): void;
}

/** What is committed together with the end of the step. The request is the one it holds, as it is now. */
export type Commit = (transaction: Transaction, request: DataRequest) => Promise<void>;

/** Does the work of one kind of step. May be killed at any moment and called again: what it does outside of its commit must stand that. */
export type StepHandler = (context: StepContext) => Promise<Commit>;
