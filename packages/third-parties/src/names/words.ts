import { nameWords } from '@habeas/connector-sdk';

/** How a word is written. `initial` is one capital letter. */
export type Shape = 'small' | 'capital' | 'capitals' | 'initial';

/** What stands between a word and the one before. `start` where there is none, or where a sentence, line or clause ended. */
export type Gap = 'none' | 'space' | 'dot' | 'comma' | 'link' | 'colon' | 'start';

/** A word of a text, as the rules for names see it. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Without accents, lower case, hyphens kept: `jean-philippe`. */
  readonly folded: string;
  /** Its parts, where it has hyphens or apostrophes. */
  readonly parts: readonly string[];
  readonly shape: Shape;
  readonly gap: Gap;
  /** It opens a sentence: its capital says nothing. */
  readonly opens: boolean;
  /** Followed by an English `'s`: a name ends here. */
  readonly isPossessive: boolean;
}

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const ELISION = /^(?:(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu)['’]|[CDJLMNST]['’](?=\p{Ll})|Qu['’](?=\p{Ll}))/u;
const POSSESSIVE = /['’]s$/iu;
const LONGEST_GAP = 6;

/** The words of a text that no digit, `@` or `_` touches and that are not part of what was `taken` before. A line in capitals counts as one in small letters. */
export function wordsOf(text: string, isTaken: (place: number) => boolean): readonly Word[] {
  const words: Word[] = [];
  const isLoud = loudLines(text);
  let last = 0;
  for (const { index, 0: found } of text.matchAll(WORD)) {
    const between = text.slice(last, index);
    last = index + found.length;
    if (isTaken(index)) continue;
    if (/[\d@_]/u.test(between.slice(-1)) || /[\d@_]/u.test(text.charAt(last))) continue;
    words.push(wordOf(text, { found, start: index, isLoud: isLoud(index) }, words.at(-1)));
  }
  return words;
}

interface Found {
  readonly found: string;
  readonly start: number;
  readonly isLoud: boolean;
}

function wordOf(text: string, { found, start, isLoud }: Found, before: Word | undefined): Word {
  const elision = ELISION.exec(found)?.[0].length ?? 0;
  const isPossessive = POSSESSIVE.test(found);
  const bare = found.slice(elision, isPossessive ? -2 : undefined);
  const gap = elision > 0 ? 'none' : gapOf(text, before, start);
  const parts = fold(bare);
  return {
    start: start + elision,
    end: start + elision + bare.length,
    folded: parts.join('-'),
    parts,
    shape: isLoud ? 'small' : shapeOf(bare),
    gap: before === undefined ? 'start' : gap,
    opens: before === undefined || gap === 'start',
    isPossessive,
  };
}

/** The fast way for words of plain letters, which most are. */
function fold(word: string): readonly string[] {
  return /^[A-Za-z]+$/u.test(word) ? [word.toLowerCase()] : nameWords(word);
}

function shapeOf(word: string): Shape {
  const letters = word.replace(/[^\p{L}]/gu, '');
  const first = letters.charAt(0);
  if (first === first.toLowerCase()) return 'small';
  if (letters.length === 1) return 'initial';
  return letters === letters.toUpperCase() ? 'capitals' : 'capital';
}

const GAPS: readonly (readonly [RegExp, Gap])[] = [
  [/^$/u, 'none'],
  [/^[ \u00a0\u202f]{1,2}$/u, 'space'],
  [/^\.(?:[ \u00a0]{0,2}|-)$/u, 'dot'],
  [/^ ?, ?$/u, 'comma'],
  [/^ ?[/&+] ?$/u, 'link'],
  [/^ ?[:=("«“'’–-]{1,2} ?["«“(]?$/u, 'colon'],
];

function gapOf(text: string, before: Word | undefined, start: number): Gap {
  const from = before === undefined ? 0 : before.end + (before.isPossessive ? 2 : 0);
  if (start - from > LONGEST_GAP) return 'start';
  const between = text.slice(from, start);
  const gap = GAPS.find(([pattern]) => pattern.test(between))?.[1] ?? 'start';
  // A full stop behind a longer word ends a sentence; behind `J` or `Mme` it shortens.
  return gap === 'dot' && before !== undefined && before.end - before.start > 4 ? 'start' : gap;
}

/** Tells of a place whether most of its line is in capitals. */
function loudLines(text: string): (index: number) => boolean {
  let end = -1;
  let isLoud = false;
  return (index) => {
    if (index < end) return isLoud;
    const from = text.lastIndexOf('\n', index) + 1;
    const next = text.indexOf('\n', index);
    end = next < 0 ? text.length : next;
    const letters = text.slice(from, end).replace(/[^\p{L}]/gu, '');
    const capitals = letters.replace(/[^\p{Lu}]/gu, '').length;
    isLoud = letters.length > 12 && capitals > letters.length * 0.7;
    return isLoud;
  };
}
