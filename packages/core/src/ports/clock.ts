/** Where time comes from, so that a run can be repeated to the second. */
export interface Clock {
  now(): Date;
  /** Resolves after so many milliseconds, or as soon as the signal aborts; it never rejects. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The time of the machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) => {
    // A signal of its own: Node warns of a leak when many pauses listen to one.
    const own = AbortSignal.any([signal]);
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        own.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, own.aborted ? 0 : milliseconds);
      own.addEventListener('abort', wake);
    });
  },
};
