import { ConnectorError, isRetryable } from '@habeas/connector-sdk';
import type { Clock } from '../clock.js';

/** How long, and how often, something is tried. */
export interface Patience {
  readonly clock: Clock;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** How often a transient fault is met before it stands. */
  readonly tries: number;
  /** The longest wait in all, in milliseconds. */
  readonly most: number;
  /** Told of each wait before it begins. */
  readonly onWait: (fault: ConnectorError, milliseconds: number) => void;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_UNTOLD_WAIT_MS = 60_000;

/**
 * Tries until it succeeds. Faults that may be gone the next time are waited out: as long as the source says, or else twice as long
 * each time, and a little by chance. The fault stands where it has been met too often, or the waits would be longer than allowed
 * in all: then it tells the wait that was due.
 */
export async function persist<T>(attempt: () => Promise<T>, patience: Patience): Promise<T> {
  const { tries, most, random, onWait } = patience;
  let waited = 0;
  let transient = 0;
  for (let failed = 1; ; failed += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ConnectorError) || !isRetryable(error.errorClass)) throw error;
      if (error.errorClass === 'transient') transient += 1;
      if (transient >= tries) throw error;
      const wait = error.retryAfterMs ?? untoldWait(failed, random);
      waited += wait;
      if (waited > most) throw withWait(error, wait);
      onWait(error, wait);
      await pause(wait, patience);
    }
  }
}

/** Between half of it and all of it, so that those who failed together do not come back together. */
function untoldWait(failed: number, random: () => number): number {
  const longest = Math.min(LONGEST_UNTOLD_WAIT_MS, FIRST_WAIT_MS * 2 ** (failed - 1));
  return Math.round(longest * (0.5 + random() / 2));
}

function withWait({ errorClass, message, remedy, cause }: ConnectorError, retryAfterMs: number): ConnectorError {
  return new ConnectorError(errorClass, message, { retryAfterMs, cause, ...(remedy !== undefined && { remedy }) });
}

/** Waits. Fails with `aborted` once the signal has. */
export async function pause(milliseconds: number, { clock, signal }: Pick<Patience, 'clock' | 'signal'>): Promise<void> {
  try {
    await clock.wait(milliseconds, signal);
  } catch (cause) {
    throw signal.aborted ? new ConnectorError('aborted', 'The search was cancelled.', { cause }) : cause;
  }
}
