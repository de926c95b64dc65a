import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { onAbort } from '@habeas/connector-sdk';
import type { Clock } from '../clock.js';

/** A clock that a test moves. */
export interface VirtualClock extends Clock {
  /** Lets this many milliseconds pass, and whatever waits in them go on at its moment. */
  advance(milliseconds: number): Promise<void>;
  /** Lets time pass, from one wait to the next, until this has ended; gives what it came to. Where nothing waits, it waits itself. */
  runUntil<T>(work: Promise<T>): Promise<T>;
}

interface Waiting {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

/** A clock on which time passes only where a test lets it: an hour in a moment, and in the same order each time. */
export function virtualClock(start = Date.UTC(2024, 0, 1)): VirtualClock {
  let now = start;
  let order = 0;
  const waiting = new Set<Waiting>();

  const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      let unlink = (): void => undefined;
      const wake = (): void => {
        unlink();
        resolve();
      };
      const one = { at: now + Math.max(0, milliseconds), order: order++, wake };
      waiting.add(one);
      unlink = onAbort(signal, () => {
        waiting.delete(one);
        reject(signal.reason as Error);
      });
    });

  /** The next wait ends, if that is not later than a moment. */
  const step = (until: number): boolean => {
    const next = [...waiting].sort((a, b) => a.at - b.at || a.order - b.order)[0];
    if (next === undefined || next.at > until) return false;
    now = Math.max(now, next.at);
    waiting.delete(next);
    next.wake();
    return true;
  };

  const advance = async (milliseconds: number): Promise<void> => {
    const until = now + milliseconds;
    await settled();
    while (step(until)) await settled();
    now = until;
  };

  const runUntil = async <T>(work: Promise<T>): Promise<T> => {
    const running = new Set([work]);
    const end = (): void => {
      running.clear();
    };
    work.then(end, end);
    await settled();
    while (running.size > 0) {
      if (!step(Number.POSITIVE_INFINITY)) await sleep(1);
      await settled();
    }
    return work;
  };

  return { now: () => now, wait, advance, runUntil };
}

/** Everything that can go on without time passing has gone on. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 3; turns += 1) await turn();
}
