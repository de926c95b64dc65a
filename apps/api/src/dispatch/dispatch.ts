import type { Dispatcher, Worker } from '@habeas/core';
import type { ServiceLog } from '../platform/service-log.js';

/** What was told and what came of it, since this process began. */
export interface WakeCounts {
  /** Steps that Redis was told of. */
  told: number;
  /** Steps that it could not be told of; the reconciler tells of them again. */
  lost: number;
  /** Hints that led to a step. */
  taken: number;
  /** Hints that led to nothing: somebody else had the step, or it was over. */
  idle: number;
}

/** Who works on what is told. */
export type HintedWorker = Pick<Worker, 'take' | 'wake'>;

/** Where a dispatch says what the one who runs the service should know, once for each change. */
export type DispatchLog = Pick<ServiceLog, 'info' | 'warn'>;

/** How work comes to the workers of an installation. */
export interface Dispatch extends Dispatcher {
  /** `embedded`: each worker looks at the ledger. `bullmq`: Redis tells them of steps. */
  readonly kind: 'embedded' | 'bullmq';
  readonly counts: Readonly<WakeCounts>;
  /** Whether what is told arrives at present. While it does not, workers look at the ledger often. */
  isReaching(): boolean;
  /** From now on this worker gets what arrives here. */
  deliverTo(worker: HintedWorker): void;
  /** Nothing new is delivered any more: the worker is about to stop. */
  hold(): void;
  /** Ends it; to be called when the worker has stopped. Resolves within five seconds. */
  close(): Promise<void>;
}
