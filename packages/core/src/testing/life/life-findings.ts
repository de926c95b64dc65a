/** What a run through many lives came to. */
export interface LifeFindings {
  readonly sequences: number;
  /** Events that happened, and attempts that were refused. */
  readonly happened: number;
  readonly refused: number;
  /** How often each state was reached. */
  readonly reached: Readonly<Record<string, number>>;
  /** How often each arrow was gone along: `ready start`. */
  readonly arrows: Readonly<Record<string, number>>;
  /** What was not as it has to be, the first hundred: of which sequence, so that it can be run again alone. */
  readonly faults: readonly string[];
}

const MOST_FAULTS = 100;

/** Counts what happens, and keeps what is wrong. */
export class LifeTally {
  #happened = 0;
  #refused = 0;
  readonly #reached = new Map<string, number>();
  readonly #arrows = new Map<string, number>();
  readonly #faults: string[] = [];

  /** Something happened, or was refused. */
  count(from: string, event: string, to: string | undefined): void {
    if (to === undefined) {
      this.#refused += 1;
      return;
    }
    this.#happened += 1;
    this.#reached.set(to, (this.#reached.get(to) ?? 0) + 1);
    const arrow = `${from} ${event}`;
    this.#arrows.set(arrow, (this.#arrows.get(arrow) ?? 0) + 1);
  }

  /** Notes each of these facts that does not hold. */
  check(where: () => string, facts: Readonly<Record<string, boolean>>): void {
    for (const fact in facts) if (facts[fact] !== true) this.#note(`${where()}: not so: ${fact}`);
  }

  findings(sequences: number): LifeFindings {
    return {
      sequences,
      happened: this.#happened,
      refused: this.#refused,
      reached: Object.fromEntries(this.#reached),
      arrows: Object.fromEntries(this.#arrows),
      faults: this.#faults,
    };
  }

  #note(fault: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push(fault);
  }
}
