/** A step that can be claimed: now, or after a while. */
export interface DueStep {
  readonly id: string;
  /** Its fence as it is: what can be claimed once more is something new to tell. */
  readonly fence: number;
  /** In so many milliseconds, 0 for now. A span and not a time: the clocks of machines differ. */
  readonly inMs: number;
}

/**
 * Tells workers, wherever they are, of steps that can be claimed. All of it is a hint: it may be lost, come twice or come late,
 * and nobody has a step before the ledger has given it to them (security R10).
 */
export interface Dispatcher {
  /** Resolves when they are told or cannot be, within a few seconds; it never rejects. */
  tell(steps: readonly DueStep[]): Promise<void>;
}

/** What the ledger of steps says to those who tell of it. */
export interface DueLedger {
  /**
   * True for one of all the processes that ask in each period: it has the turn until the next one is due, whether it lives or not.
   * The time is the database's.
   */
  takeTurn(turn: string, everyMs: number): Promise<boolean>;
  /** Every step that can be claimed now, what is due longest first, in batches: waiting ones that are due, and those whose lease has ended. */
  due(): AsyncIterable<readonly DueStep[]>;
}
