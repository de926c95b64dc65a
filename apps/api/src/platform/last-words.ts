import type { ServiceLog } from './service-log.js';

/** What is told of the end of a process. */
export interface LastWords {
  readonly log: ServiceLog;
  /** Gives running work back, and closes everything. */
  readonly stop: () => Promise<void>;
  readonly exit: (code: number) => void;
}

/** The longest that an orderly end may take, in milliseconds (security R12). */
const PATIENCE_MS = 20_000;

/**
 * What a process does about an error that nothing has caught: it says so, without the error's text, stops in order and exits with 1,
 * for a supervisor to start it again (security R33). It never goes on: nobody knows what state it is in. A second one changes nothing.
 */
export function lastWords({ log, stop, exit }: LastWords): (error: unknown) => void {
  let isEnding = false;
  return (error) => {
    log.fault('uncaught', error);
    if (isEnding) return;
    isEnding = true;
    const late = setTimeout(() => {
      exit(1);
    }, PATIENCE_MS);
    void stop()
      .catch((second: unknown) => {
        log.fault('stop', second);
      })
      .finally(() => {
        clearTimeout(late);
        exit(1);
      });
  };
}
