import type { Store } from '../../ports/store.js';

/** A clock that stands still until it is told how much time passes. */
export class StandingClock {
  #now = Date.parse('2026-03-01T09:00:00.000Z');

  now(): Date {
    return new Date(this.#now);
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** So many milliseconds from now. */
  in(milliseconds: number): Date {
    return new Date(this.#now + milliseconds);
  }
}

/** One fact that holds for every store. */
export interface StoreCheck {
  /** A fact about behaviour. */
  readonly title: string;
  /** Gets an empty store whose time is that of the clock. Throws an `AssertionError` where the fact does not hold. */
  readonly run: (store: Store, clock: StandingClock) => Promise<void>;
}

/** Checks by their titles. */
export function checksOf(runs: Readonly<Record<string, StoreCheck['run']>>): readonly StoreCheck[] {
  return Object.entries(runs).map(([title, run]) => ({ title, run }));
}
