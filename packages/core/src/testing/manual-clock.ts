import type { Clock } from '../ports/clock.js';

/** A clock that goes on by one second at each look, and whose pauses take no time. It keeps what it was asked to wait. */
export class ManualClock implements Clock {
  readonly slept: number[] = [];
  #now: number;

  constructor(start = '2024-01-01T00:00:00.000Z') {
    this.#now = Date.parse(start);
  }

  now(): Date {
    this.#now += 1_000;
    return new Date(this.#now);
  }

  sleep(milliseconds: number): Promise<void> {
    this.slept.push(milliseconds);
    this.#now += milliseconds;
    return Promise.resolve();
  }
}
