import { onAbort } from '@habeas/connector-sdk';

/** Where time comes from, so that a run can be repeated to the second. */
export interface Clock {
  now(): Date;
  /** Resolves after so many milliseconds, or as soon as the signal aborts; it never rejects. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The time of the machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        stopListening();
        resolve();
      }, milliseconds);
      const stopListening = onAbort(signal, () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};
