import { findsSpecialCategories } from '../proof/proof-standing.js';
import type { DataRequest } from '../request/data-request.js';
import type { ChosenPacking } from './delivery.js';
import type { Packing } from './packing.js';

/** What a file is locked as. */
export type Lock = Exclude<Packing, 'zip'>;

/** A file that is not offered plain before somebody has chosen so, and why. */
export interface WantedLock {
  readonly packing: Lock;
  /** The answer holds special categories (SPC-03), or its subject asked for a lock. */
  readonly because: 'special_categories' | 'asked';
}

type Locking = Pick<DataRequest, 'askedPacking' | 'answers' | 'disclosure'>;

/**
 * How the file of an answer is locked where nobody has chosen otherwise: as its subject asked when they filed the request; an answer with
 * special categories always is. Somebody who asked for a plain file did so before anybody knew what would be in it, and had proved nothing.
 */
export function wantedLock(request: Locking): WantedLock | undefined {
  const asked = request.askedPacking ?? 'zip';
  if (isSpecial(request)) return { packing: asked === 'zip' ? 'aes' : asked, because: 'special_categories' };
  return asked === 'zip' ? undefined : { packing: asked, because: 'asked' };
}

/** The same as how it is packed. */
export function wantedPacking(request: Locking): Packing {
  return wantedLock(request)?.packing ?? 'zip';
}

/** Whether a file is offered to nobody before they have it locked, or have chosen not to. */
export function isLockAwaited(request: Locking, chosen: ChosenPacking | undefined): boolean {
  return chosen === undefined && wantedLock(request) !== undefined;
}

/** What was noted of the answer counts too: while an addition to it is prepared, what is known is of that. */
function isSpecial({ answers, disclosure }: Locking): boolean {
  return answers?.at(-1)?.hasSpecialCategories === true || findsSpecialCategories(disclosure) === true;
}
