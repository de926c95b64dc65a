import {
  CUES,
  FILLERS,
  KINSHIP,
  PARTICLES,
  PERSON_VERBS,
  PETS,
  PLACE_AFTER,
  PLACE_BEFORE,
  ROLES,
  SAID,
  SAYING,
  STREETS,
  TITLES,
  WEAK_CUES,
  WEAK_TITLES,
} from '../lexicon/context-words.js';
import type { Phrase } from './phrase.js';
import { isGiven } from './word-class.js';
import type { Word } from './words.js';

/** What stands before a name. `place`: it is a street's or a company's; `article`: "le Maire", which names nobody; `at`: "à Nancy". */
export type Before = 'title' | 'place' | 'role' | 'cue' | 'weak-cue' | 'article' | 'at' | 'nothing';

const REACH = 4;
const ARTICLES = new Set(['le', 'la', 'les', 'un', 'une', 'the', 'an']);
const AT = new Set(['a', 'in', 'at', 'near', 'vers']);

/** What the words before a place say about a name that begins there. */
export function before(words: readonly Word[], at: number): Before {
  if (isPlaceBefore(words, at)) return 'place';
  if (isTitle(words, at - 1)) return 'title';
  const near = words[at]?.gap === 'space' ? (words[at - 1] as Word).folded : '';
  if (ARTICLES.has(near)) return 'article';
  const seen = looksBack(words, at);
  return seen === 'nothing' && AT.has(near) ? 'at' : seen;
}

/** Whether a word is a form of address here: "me" is one as `Me` alone, "soeur" before a capital only. */
export function isTitle(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined || !TITLES.has(word.folded)) return false;
  if (next.gap !== 'space' && next.gap !== 'dot') return false;
  if (!WEAK_TITLES.has(word.folded)) return true;
  const isShort = word.folded.length <= 2;
  return next.shape !== 'small' && (isShort ? word.shape !== 'small' : !isGiven(next));
}

/** "rue Jean Moulin", "rue du Docteur Roux", "chez SARL Durand". */
function isPlaceBefore(words: readonly Word[], at: number): boolean {
  let from = at;
  if (isTight(words[from]) && isTitle(words, from - 1)) from -= 1;
  let kinds = PLACE_BEFORE;
  while (from > Math.max(0, at - REACH) && isTight(words[from])) {
    const { folded } = words[from - 1] as Word;
    if (kinds.has(folded)) return !isRoleAt(words, from - 1);
    if (!PARTICLES.has(folded)) return false;
    if (folded === 'de' || folded === 'd') kinds = STREETS;
    from -= 1;
  }
  return false;
}

/** "ma maison" is no firm, but "parrain" and the like may stand in both lists. */
function isRoleAt(words: readonly Word[], at: number): boolean {
  const word = words[at]?.folded ?? '';
  return KINSHIP.has(word) || ROLES.has(word);
}

function isTight(word: Word | undefined): boolean {
  return word !== undefined && (word.gap === 'space' || word.gap === 'none' || word.gap === 'dot');
}

/** The nearest word that says something, over small words only and within the sentence. */
function looksBack(words: readonly Word[], at: number): Before {
  if (words.slice(Math.max(0, at - 2), at).some(({ folded }) => PETS.has(folded))) return 'place';
  for (let back = at - 1; back >= Math.max(0, at - REACH); back -= 1) {
    if (words[back + 1]?.gap === 'start') return 'nothing';
    const { folded } = words[back] as Word;
    if (KINSHIP.has(folded) || ROLES.has(folded)) return 'role';
    if (CUES.has(folded)) return strengthOf(words, back);
    if (!FILLERS.has(folded)) return 'nothing';
  }
  return 'nothing';
}

/** "message de" is a weak cue by itself; "cousin avec" is what stands further back. */
function strengthOf(words: readonly Word[], at: number): Before {
  const { folded } = words[at] as Word;
  const earlier = words[at - 1];
  if (!WEAK_CUES.has(folded)) return 'cue';
  return earlier !== undefined && CUES.has(earlier.folded) && !WEAK_CUES.has(earlier.folded) && words[at]?.gap !== 'start'
    ? 'cue'
    : 'weak-cue';
}

/** What stands behind a name. */
export interface After {
  /** "Julie Durand Consulting", "Victoria Road". */
  readonly isPlace: boolean;
  /** Somebody says or does something. */
  readonly isDoing: boolean;
  /** Somebody says something or calls. */
  readonly isSaying: boolean;
}

/** What the words behind a name say about it. */
export function after(words: readonly Word[], { last }: Phrase): After {
  const next = words[last + 1];
  if (next === undefined || next.gap === 'start') return { isPlace: false, isDoing: false, isSaying: false };
  const isSaid = ['a', 'ont', 'm', 'has', 'had'].includes(next.folded) && saidWithin(words, last + 2);
  return {
    isPlace: isPlaceAfter(words, last + 1),
    isDoing: next.gap === 'space' && (PERSON_VERBS.has(next.folded) || next.folded === 'from'),
    isSaying: next.gap === 'space' && (SAYING.has(next.folded) || isSaid),
  };
}

/** "a appelé", "m'a dit", "a bien confirmé", "a été", of which only the first three say that it is a person. */
function saidWithin(words: readonly Word[], at: number): boolean {
  return [words[at], words[at + 1]].some((word) => word !== undefined && SAID.has(word.folded));
}

const SMALL_PLACES = new Set(['street', 'road', 'avenue', 'ltd', 'sarl', 'sas', 'plc', 'inc']);

function isPlaceAfter(words: readonly Word[], at: number): boolean {
  const next = words[at] as Word;
  const joined = next.gap === 'link' || (['and', 'et'].includes(next.folded) && words[at + 1]?.gap === 'space');
  const word = next.gap === 'link' ? next : joined ? (words[at + 1] as Word) : next;
  if (!joined && next.gap !== 'space') return false;
  return PLACE_AFTER.has(word.folded) && (word.shape !== 'small' || SMALL_PLACES.has(word.folded));
}
