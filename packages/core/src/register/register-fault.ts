import { nearestWord } from '@habeas/connector-sdk';
import type { RegisterPath } from './backing.js';

/** What is wrong with a register whose format is right, as opposed to what is wrong with what the controller does. */
export interface RegisterFault {
  readonly path: RegisterPath;
  readonly what: string;
  readonly remedy: string;
}

const MOST_LISTED = 12;

/** What to do about a name that is not among those which are known. */
export function nameRemedy(name: string, known: readonly string[]): string {
  const nearest = nearestWord(name, known);
  if (nearest !== undefined) return `did you mean "${nearest}"?`;
  return known.length > 0 && known.length <= MOST_LISTED
    ? `add it, or name one of ${known.join(', ')}`
    : 'add it, or correct its spelling';
}
