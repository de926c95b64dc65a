import type { ErrorClass } from '../errors.js';

/**
 * How the search of one collection ended. `complete` and `empty` are the only two that say "this is all there is":
 * an error is never "no data".
 */
export type Outcome =
  | 'complete' // everything that belongs to the person was delivered
  | 'empty' // searched to the end, nothing of this person
  | 'partial' // some was delivered, and it is known that some is missing
  | 'denied' // the source refused access
  | 'throttled' // a limit of the source stopped the search
  | 'failed' // a fault stopped the search
  | 'skipped' // not searched, for a reason that is stated
  | 'unsupported'; // no way is known to search it

/** A fault as it is shown and stored: no personal data, and what to do about it. */
export interface Problem {
  readonly errorClass: ErrorClass;
  readonly message: string;
  readonly remedy?: string;
}

/** Something about a field's values that could not be carried as the source has it. Counted, never silent. */
export interface CarriageNote {
  readonly field: string;
  readonly kind: 'invalid-text' | 'too-large' | 'unsupported-type' | 'impossible-date';
  readonly count: number;
}
