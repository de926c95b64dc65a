import { setTimeout as sleep } from 'node:timers/promises';

/** Time as the engine sees it, so that a test can make an hour pass in a moment. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits, and ends early with the signal's reason when it aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
};
