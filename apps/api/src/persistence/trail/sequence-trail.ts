import { setTimeout as pause } from 'node:timers/promises';
import type { Trail } from './trail.js';

/** How the sequencer of a process works. */
export interface SequencerOptions {
  readonly trail: Pick<Trail, 'sequence'>;
  /** Between two looks, in milliseconds; at most a second (security R81). 500 where it is missing. */
  readonly everyMs?: number;
  /** Told of each look that failed. The next one is made all the same. */
  readonly onFault: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/**
 * Gives waiting entries their places until the signal aborts; resolves then. Any number of processes may do it: one of
 * them works at a time, and where it dies another one goes on.
 */
export async function sequenceTrail({ trail, everyMs = 500, onFault, signal }: SequencerOptions): Promise<void> {
  while (!signal.aborted) {
    const sequenced = await trail.sequence().catch((error: unknown) => {
      onFault(error);
      return 0;
    });
    // After some there may be more.
    if (sequenced === 0) await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
