import { ANN, NEAR_MISSES, ODD_PEOPLE, PLUS_TAG, TWIN } from '../world/people.js';
import type { Holding } from '../world/world.js';

/** Everybody that most checks need. */
export const STANDARD: readonly Holding[] = [ANN, ...NEAR_MISSES, PLUS_TAG, TWIN, ...ODD_PEOPLE].map((person) => ({ person }));
