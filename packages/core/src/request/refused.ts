/**
 * Why something was not done, as a stable code. `docs/errors.md` has a section for each.
 *
 * - `NOT_FOUND` there is no such thing here, or not for this viewer: the two look alike
 * - `WRONG_STATE` the request is not where this can happen; `STALE_KEY` an idempotency key came back with another content
 * - `INVALID_INPUT` something given is not what it has to be; `STEP_UP_REQUIRED` it needs a fresh proof of the person
 * - `INCOMPLETE` a release of what is incomplete needs a reason; `CHANGED` somebody else changed it meanwhile
 * - `REFUSED` credentials are wrong or not enough, and more is not said; `LIMITED` too many tries: later
 */
export type RefusalCode =
  | 'NOT_FOUND'
  | 'WRONG_STATE'
  | 'STALE_KEY'
  | 'INVALID_INPUT'
  | 'STEP_UP_REQUIRED'
  | 'INCOMPLETE'
  | 'CHANGED'
  | 'REFUSED'
  | 'LIMITED';

/** Something that was asked for was not done, for a reason that was to be expected. Nothing was changed. No personal data. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly remedy?: string,
  ) {
    super(message);
  }
}

/** The refusal that tells nobody whether the thing exists elsewhere. */
export function notFound(what: string): Refused {
  return new Refused('NOT_FOUND', `There is no such ${what}.`);
}
