import { AMBIGUOUS_NAMES } from '../lexicon/ambiguous-names.js';
import { FAMILY_NAMES } from '../lexicon/family-names.js';
import { GIVEN_NAMES } from '../lexicon/given-names.js';
import { NEVER_A_NAME } from '../lexicon/stop-words.js';
import { CUES, FILLERS, KINSHIP, PERSON_VERBS, PLACE_AFTER, PLACE_BEFORE, ROLES, TITLES } from '../lexicon/context-words.js';
import type { Word } from './words.js';

/** A known given name; of a double name, the first decides. */
export function isGiven({ folded, parts }: Word): boolean {
  return GIVEN_NAMES.has(folded) || (parts.length > 1 && GIVEN_NAMES.has(parts[0] as string));
}

/** A given name that is no other word. */
export function isSureGiven(word: Word): boolean {
  return isGiven(word) && !AMBIGUOUS_NAMES.has(word.folded);
}

/** A known family name; of a double name, either part. */
export function isFamily({ folded, parts }: Word): boolean {
  return FAMILY_NAMES.has(folded) || (parts.length > 1 && parts.some((part) => FAMILY_NAMES.has(part)));
}

/** A family name that is no other word and no given name. */
export function isSureFamily(word: Word): boolean {
  return isFamily(word) && !AMBIGUOUS_NAMES.has(word.folded) && !GIVEN_NAMES.has(word.folded);
}

/** A name in some other setting, and often another word. */
export function isAmbiguous({ folded }: Word): boolean {
  return AMBIGUOUS_NAMES.has(folded);
}

/** Never a name, whatever its capital. */
export function isNever({ folded, parts }: Word): boolean {
  return NEVER_A_NAME.has(folded) || (parts.length > 1 && parts.some((part) => NEVER_A_NAME.has(part) && !GIVEN_NAMES.has(part)));
}

/** {@link isNever}, of a folded word alone. */
export function isNeverText(folded: string): boolean {
  return NEVER_A_NAME.has(folded);
}

/** Written as a name is, and not known to be anything else. */
export function isNameLike(word: Word): boolean {
  return (word.shape === 'capital' || word.shape === 'capitals') && !isNever(word) && !isContext(word);
}

/** A word of the surroundings of names. */
export function isContext(word: Word): boolean {
  const { folded } = word;
  if (isGiven(word) || isFamily(word)) return false;
  return [TITLES, KINSHIP, ROLES, CUES, FILLERS, PERSON_VERBS, PLACE_BEFORE, PLACE_AFTER].some((words) => words.has(folded));
}
