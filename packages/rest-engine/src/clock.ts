import { setTimeout as sleep } from 'node:timers/promises';
import { onAbort } from '@habeas/connector-sdk';

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
  wait: async (milliseconds, signal) => {
    // Any number may wait on one signal, and Node warns of a leak at eleven listeners
    const own = new AbortController();
    const unlink = onAbort(signal, () => {
      own.abort();
    });
    try {
      await sleep(milliseconds, undefined, { signal: own.signal });
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      unlink();
    }
  },
};
