import type { Clock } from '../ports/clock.js';
import { systemClock } from '../ports/clock.js';

/** The machine's clock, which can be put forward. */
export class ShiftedClock implements Clock {
  #ahead = 0;

  now(): Date {
    return new Date(systemClock.now().getTime() + this.#ahead);
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return systemClock.sleep(milliseconds, signal);
  }

  /** Puts it forward. */
  pass(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}
