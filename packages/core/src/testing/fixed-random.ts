import type { Random } from '../ports/random.js';

/** Chance that always brings the same. */
export function fixedRandom(value = 0.5): Random {
  return { next: () => value };
}
