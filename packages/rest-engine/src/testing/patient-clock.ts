import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { onAbort } from '@habeas/connector-sdk';
import type { Clock } from '../clock.js';

/** A clock on which waits take no time, and time passes only while nothing else is under way. */
export interface PatientClock extends Clock {
  /** Runs to the end; whenever nothing is under way, the next wait is over. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

interface Waiting {
  readonly at: number;
  readonly wake: () => void;
}

/** What goes on at a vendor. */
export interface Activity {
  /** Requests that are being answered now. */
  readonly busy: () => number;
  /** How many came so far. */
  readonly arrived: () => number;
}

/** When a conformance check begins. */
export const START = Date.UTC(2026, 0, 1);

/**
 * A clock for a connector and a vendor in one process: a wait ends when the vendor has stood still for a moment, so that no time
 * passes while a request is on its way.
 */
export function patientClock(activity: () => Activity | undefined, start = START): PatientClock {
  let now = start;
  const waiting = new Set<Waiting>();
  const endNextWait = (): void => {
    const [next] = [...waiting].sort((a, b) => a.at - b.at);
    if (next === undefined) return;
    now = Math.max(now, next.at);
    waiting.delete(next);
    next.wake();
  };
  return {
    now: () => now,
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const one = {
          at: now + Math.max(0, milliseconds),
          wake: () => {
            unlink();
            resolve();
          },
        };
        waiting.add(one);
        const unlink = onAbort(signal, () => {
          waiting.delete(one);
          reject(signal.reason as Error);
        });
      }),
    async run(work) {
      const running = new Set([0]);
      const end = (): void => {
        running.clear();
      };
      const result = work();
      result.then(end, end);
      while (running.size > 0) {
        const before = activity()?.arrived();
        await quiet();
        if (activity()?.arrived() === before && (activity()?.busy() ?? 0) === 0) endNextWait();
      }
      return result;
    },
  };
}

/** A moment in which everything that can go on has gone on. */
async function quiet(): Promise<void> {
  for (let turns = 0; turns < 8; turns += 1) await turn();
  await sleep(1);
}
