import { PARTICLES } from '../lexicon/context-words.js';
import { isAmbiguous, isFamily, isGiven, isNameLike, isNever, isSureFamily, isSureGiven } from './word-class.js';
import type { Word } from './words.js';

/** Words side by side that may be one name. */
export interface Phrase {
  readonly first: number;
  /** The last word, inclusive. */
  readonly last: number;
  /** The words that are neither particles nor initials. */
  readonly names: readonly Word[];
  readonly hasInitial: boolean;
  /** Written without capitals. */
  readonly isSmall: boolean;
}

const LONGEST = 6;
const ARTICLES = new Set(['le', 'la', 'les', 'l']);

/** The longest name that may begin with a word, or `undefined`. `isTitled` takes words that are no name elsewhere ("Mrs May"). */
export function phraseFrom(words: readonly Word[], first: number, isTitled = false): Phrase | undefined {
  const head = words[first];
  if (head === undefined || !beginsName(words, first, isTitled)) return undefined;
  const names: Word[] = [];
  let hasInitial = false;
  let last = first - 1;
  for (let at = first; at < words.length && at - first < LONGEST;) {
    const taken = takes(words, at, first, isTitled);
    if (taken === 0) break;
    const word = words[at + taken - 1] as Word;
    if (word.shape === 'initial') hasInitial = true;
    else names.push(word);
    last = at + taken - 1;
    at += taken;
    if (word.isPossessive) break;
  }
  return names.length === 0 ? undefined : { first, last, names, hasInitial, isSmall: head.shape === 'small' };
}

function beginsName(words: readonly Word[], first: number, isTitled: boolean): boolean {
  const head = words[first] as Word;
  // "Mme de La Rochère", not "Madame la Présidente".
  if (isTitled && particlesAt(words, first) > 0) return head.shape !== 'small' || !ARTICLES.has(head.folded);
  if (head.shape === 'small') return isSmallGiven(head) || (isTitled && isPlainSmall(head));
  return isTitled || (head.shape === 'initial' ? words[first + 1]?.shape !== 'small' : isNameLike(head));
}

function isSmallGiven(word: Word): boolean {
  return isGiven(word) && (!isNever(word) || isSureGiven(word));
}

/** After a title, a small word is a name unless it is known to be anything else: "mme tessier", not "madame la directrice". */
function isPlainSmall(word: Word): boolean {
  const asName = { ...word, shape: 'capital' as const };
  return word.folded.length >= 3 && isNameLike(asName);
}

/** How many words belong to the name from here: none, one, or a particle and what follows it. */
function takes(words: readonly Word[], at: number, first: number, isTitled: boolean): number {
  const word = words[at] as Word;
  if (at === first && !isParticle(word)) return 1;
  if (at > first && !isJoined(words, at)) return 0;
  const particles = particlesAt(words, at);
  if (particles > 0) return particles + 1;
  if (at === first) return Number(isTitled || isGiven(word) || isFamily(word));
  return Number(word.shape === 'small' ? isSmallPart(word, words[first] as Word) : isLargePart(word));
}

function isSmallPart(word: Word, head: Word): boolean {
  return head.shape === 'small' && !isNever(word) && (isSureFamily(word) || isSureGiven(word));
}

function isLargePart(word: Word): boolean {
  return word.shape === 'initial' || isNameLike(word) || (isAmbiguous(word) && isFamily(word));
}

function isJoined(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  const before = words[at - 1] as Word;
  if (word.gap === 'space') return true;
  if (word.gap === 'dot') return before.shape === 'initial';
  return word.gap === 'comma' && before.shape === 'capitals' && word.shape === 'capital' && isGiven(word);
}

/** Particles from here with a capital word behind them: "de La Rochère", "Le Goff". At most two. */
function particlesAt(words: readonly Word[], at: number): number {
  for (const count of [1, 2]) {
    const particle = words[at + count - 1];
    if (particle === undefined || !isParticle(particle)) return 0;
    const next = words[at + count];
    if (next !== undefined && (next.gap === 'space' || next.gap === 'none') && isNameLike(next)) return count;
  }
  return 0;
}

/** `D.` is an initial, whatever `d` is. */
function isParticle({ shape, folded }: Word): boolean {
  return shape !== 'initial' && PARTICLES.has(folded);
}
