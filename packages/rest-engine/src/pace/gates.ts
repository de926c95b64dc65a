/** One limit as a request meets it. */
export interface Gate {
  /** From when on a request of this cost may pass: now or earlier where it may at once, `Infinity` where another has to end first. */
  readyAt(cost: number, now: number): number;
  pass(cost: number, now: number): void;
  /** A request that passed has ended. */
  leave(): void;
}

/**
 * What is sent within a span may arrive within a shorter one. So each span is counted a little longer, which costs a twentieth of
 * what is allowed at most.
 */
const JITTER = { share: 0.05, mostMs: 1000 };

/** Lets no more than a rate pass in any span of time, counted exactly: no buckets, whose edges let twice as much through. */
export class RateGate implements Gate {
  readonly #span: number;
  #passed: { readonly until: number; readonly cost: number }[] = [];
  #used = 0;

  constructor(
    readonly rate: number,
    perMs: number,
  ) {
    this.#span = perMs + Math.min(perMs * JITTER.share, JITTER.mostMs);
  }

  readyAt(cost: number, now: number): number {
    this.#forget(now);
    let excess = this.#used + cost - this.rate;
    if (excess <= 0) return now;
    for (const passed of this.#passed) {
      excess -= passed.cost;
      if (excess <= 0) return passed.until;
    }
    return Number.POSITIVE_INFINITY;
  }

  pass(cost: number, now: number): void {
    this.#passed.push({ until: now + this.#span, cost });
    this.#used += cost;
  }

  leave(): void {
    // It counts by when it began
  }

  #forget(now: number): void {
    const first = this.#passed.findIndex(({ until }) => until > now);
    const gone = this.#passed.splice(0, first === -1 ? this.#passed.length : first);
    for (const { cost } of gone) this.#used -= cost;
    if (this.#passed.length === 0) this.#used = 0;
  }
}

/** Lets so many pass at once. */
export class SeatGate implements Gate {
  #free: number;

  constructor(seats: number) {
    this.#free = seats;
  }

  readyAt(_cost: number, now: number): number {
    return this.#free > 0 ? now : Number.POSITIVE_INFINITY;
  }

  pass(): void {
    this.#free -= 1;
  }

  leave(): void {
    this.#free += 1;
  }
}

/** Lets nobody pass for a while, after the vendor said that it was too fast. */
export class PauseGate implements Gate {
  #until = Number.NEGATIVE_INFINITY;

  pauseUntil(moment: number): void {
    this.#until = Math.max(this.#until, moment);
  }

  readyAt(): number {
    return this.#until;
  }

  pass(): void {
    // Who may pass takes nothing
  }

  leave(): void {
    // Nor gives anything back
  }
}
