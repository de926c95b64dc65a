import type { ThirdPartyClue } from '@habeas/core/law';
import { NEVER_SMALL } from '../lexicon/ambiguous-names.js';
import { FAMOUS, PLACE_AFTER } from '../lexicon/context-words.js';
import type { Phrase } from './phrase.js';
import type { After, Before } from './surroundings.js';
import { isAmbiguous, isFamily, isGiven, isSureFamily, isSureGiven } from './word-class.js';
import type { Word } from './words.js';

/** That a phrase is a name: how sure, and why. */
export interface Verdict {
  readonly confidence: number;
  readonly why: ThirdPartyClue;
}

/** A phrase with what surrounds it. */
export interface Setting {
  readonly phrase: Phrase;
  readonly before: Before;
  readonly after: After;
  /** A phone number or an address stands right behind it, or the address holds the name. */
  readonly hasContact: boolean;
}

type Rule = (setting: Setting) => Verdict | undefined;

/** The rules, from the top: the first that has something to say decides. Places and brands come first. */
const RULES: readonly Rule[] = [titled, small, givenAndFamily, initialed, related, oneGiven, cued, surname];

/** Whether a phrase is a person's name, as far as its words and surroundings tell; `undefined` where nothing does. */
export function judge(setting: Setting): Verdict | undefined {
  if (isElsewhere(setting)) return undefined;
  for (const rule of RULES) {
    const verdict = rule(setting);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

/** A street, a company, a brand, somebody famous. */
function isElsewhere({ phrase, before, after }: Setting): boolean {
  if (before === 'place' || after.isPlace) return true;
  if (before === 'article' && !phrase.names.some(isSureGiven)) return true;
  const words = phrase.names.map(({ folded }) => folded.replaceAll('-', ' ')).join(' ');
  if (FAMOUS.has(words)) return true;
  const [first, last] = [phrase.names[0] as Word, phrase.names.at(-1) as Word];
  if (phrase.names.length < 2 || !PLACE_AFTER.has(last.folded)) return false;
  return !(isSureGiven(first) && isFamily(last));
}

function titled({ before }: Setting): Verdict | undefined {
  return before === 'title' ? { confidence: 0.95, why: 'title' } : undefined;
}

function small({ phrase, before }: Setting): Verdict | undefined {
  if (!phrase.isSmall) return undefined;
  const [first] = phrase.names as [Word];
  if (phrase.names.length > 1) return { confidence: 0.85, why: 'given-and-family' };
  if (before === 'role' && !NEVER_SMALL.has(first.folded)) return { confidence: 0.75, why: 'role' };
  if (isAmbiguous(first)) return undefined;
  return { confidence: 0.6, why: 'given-name' };
}

function givenAndFamily({ phrase: { isSmall, names, hasInitial } }: Setting): Verdict | undefined {
  const hasGiven = names.some(isGiven);
  if (isSmall || !hasGiven || (names.length < 2 && !hasInitial)) return undefined;
  return { confidence: names.some(isSureGiven) ? 0.95 : 0.8, why: 'given-and-family' };
}

function initialed({ phrase: { isSmall, names, hasInitial } }: Setting): Verdict | undefined {
  return !isSmall && hasInitial && names.length > 0 ? { confidence: 0.8, why: 'initial' } : undefined;
}

function related({ phrase, before, hasContact }: Setting): Verdict | undefined {
  if (phrase.isSmall) return undefined;
  if (before === 'role') return isLoud(phrase) ? undefined : { confidence: 0.75, why: 'role' };
  return hasContact && !isLoud(phrase) ? { confidence: 0.7, why: 'beside' } : undefined;
}

function oneGiven({ phrase, before, after }: Setting): Verdict | undefined {
  const [first] = phrase.names as [Word];
  if (phrase.isSmall || !isGiven(first)) return undefined;
  if (!isAmbiguous(first)) return { confidence: 0.8, why: 'given-name' };
  if (before === 'cue' || after.isSaying) return { confidence: 0.7, why: 'cue' };
  return before === 'at' || (first.opens && !after.isDoing) ? undefined : { confidence: 0.55, why: 'given-name' };
}

/** Unknown words with capitals, where something is said to or by them. */
function cued({ phrase, before, after }: Setting): Verdict | undefined {
  if (phrase.isSmall || isLoud(phrase)) return undefined;
  const [first] = phrase.names as [Word];
  const isCued = before === 'cue' || after.isSaying || (after.isDoing && !first.opens);
  if (isCued) return { confidence: 0.6, why: 'cue' };
  if (phrase.names.length > 1 && before === 'weak-cue') return { confidence: 0.6, why: 'cue' };
  return undefined;
}

/** "DUPONT Ghislaine", whoever that is, and a known family name. */
function surname({ phrase: { isSmall, names } }: Setting): Verdict | undefined {
  const [first, second] = names as [Word, Word?];
  if (isSmall) return undefined;
  if (second !== undefined && isUpperFamily(first, second)) return { confidence: 0.65, why: 'family-name' };
  if (names.some(isSureFamily)) return { confidence: 0.55, why: 'family-name' };
  return undefined;
}

function isUpperFamily(first: Word, second: Word): boolean {
  const isOne = (a: Word, b: Word): boolean =>
    a.shape === 'capitals' && a.folded.length > 3 && b.shape === 'capital' && b.folded.length > 2;
  return isOne(first, second) || isOne(second, first);
}

/** One word in capitals that is no known name: an acronym, most of the time. */
function isLoud({ names }: Phrase): boolean {
  const [only] = names as [Word];
  return names.length === 1 && only.shape === 'capitals' && !isFamily(only) && !isGiven(only);
}
