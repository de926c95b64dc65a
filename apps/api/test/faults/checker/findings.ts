/** The promises that a break is a break of, as the design numbers them. */
export type Invariant =
  | 'I1-lawful-state'
  | 'I2-once'
  | 'I3-exact-archive'
  | 'I3-same-bytes'
  | 'I4-approved'
  | 'I5-destroyed'
  | 'I6-trail'
  | 'I8-nothing-in-clear'
  | 'I10-no-leftovers'
  | 'I12-baseline';

/** One thing that is not as it has to be. Names ids and places, never a value. */
export interface Break {
  readonly invariant: Invariant;
  readonly what: string;
}

/** Where a check notes what it found. */
export class Findings {
  readonly breaks: Break[] = [];
  readonly counts: Record<string, number> = {};

  /** Something is not as it has to be. */
  broken(invariant: Invariant, what: string): void {
    this.breaks.push({ invariant, what });
  }

  /** Notes a break where a claim does not hold. */
  demand(holds: boolean, invariant: Invariant, what: string): void {
    if (!holds) this.broken(invariant, what);
  }

  /** Counts what was looked at: a check that has looked at nothing has shown nothing. */
  count(what: string, more = 1): void {
    this.counts[what] = (this.counts[what] ?? 0) + more;
  }
}
