import type { Transaction } from '../ports/store.js';

/** The entry that stands for nobody. */
const NOBODY = 'nobody';

/**
 * Writes what says nothing, where there is nothing that a try could be paid from: what is unknown or over then takes as long as what is
 * wrong, down to the disk (security R52).
 */
export function payNothing({ limits, now }: Pick<Transaction, 'limits' | 'now'>): Promise<void> {
  return limits.put({ entry: NOBODY, times: [], expiresAt: now });
}
