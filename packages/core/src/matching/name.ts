import { nameWords } from '@habeas/connector-sdk';
import { jaroWinkler } from './jaro-winkler.js';
import { areFormsOfOneName } from './short-names.js';

/** What a record, or the requester, says about a name: folded words, by the part of the name they are known to be. */
export interface PersonName {
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** Words of a full name: nobody knows which of them are given names. */
  readonly full: readonly string[];
}

/** One text that is a name, or a part of one. */
export interface NamePart {
  readonly part: 'given' | 'family' | 'full';
  readonly text: string;
}

/**
 * How two names agree. `strong` a given and a family name are the same; `weak` the given names are, or one is a short form or
 * an initial of the other; `similar` the given names may be one name misspelt; `different` they are clearly two people's;
 * `unknown` nothing can be compared. A different family name alone is no contradiction: people marry.
 */
export type NameLevel = 'strong' | 'weak' | 'similar' | 'different' | 'unknown';

/** Below this, two given names are clearly different (Jaro-Winkler). */
const SIMILAR = 0.8;
/** Words that come and go: particles, and titles. */
const OPTIONAL_WORDS = new Set(
  'd de del della den der des di dos du el l la le les mac mc o ten ter van von zu dr m mlle mme miss mr mrs ms prof'.split(' '),
);

/** The name that these texts make up, or `undefined` where they hold no word. */
export function personName(parts: readonly NamePart[]): PersonName | undefined {
  const words = (part: NamePart['part']): string[] =>
    unique(parts.filter((entry) => entry.part === part).flatMap(({ text }) => nameWords(text)));
  const name = { given: words('given'), family: essential(words('family'), 1), full: essential(words('full'), 2) };
  return name.given.length + name.family.length + name.full.length === 0 ? undefined : name;
}

/** How two names agree; the same in both directions. */
export function compareNames(a: PersonName, b: PersonName): NameLevel {
  const given = compareGiven(a, b);
  switch (given) {
    case 'swapped':
      return 'strong';
    case 'equal':
      return familyAgrees(a, b) ? 'strong' : 'weak';
    case 'form':
      return 'weak';
    case 'similar':
    case 'different':
    case 'unknown':
      return given;
  }
}

type Relation = 'equal' | 'form' | 'similar' | 'different';

function compareGiven(a: PersonName, b: PersonName): Relation | 'swapped' | 'unknown' {
  if (a.given.length > 0 && b.given.length > 0) {
    const straight = align(a.given, b.given);
    return straight === 'different' && isSwapped(a, b) ? 'swapped' : straight;
  }
  if (a.given.length > 0) return align(a.given, without(b.full, a.family));
  if (b.given.length > 0) return align(b.given, without(a.full, b.family));
  return align(a.full, b.full);
}

function isSwapped(a: PersonName, b: PersonName): boolean {
  return align(a.given, b.family) === 'equal' && align(a.family, b.given) === 'equal';
}

function familyAgrees(a: PersonName, b: PersonName): boolean {
  const namesOf = (name: PersonName): readonly string[] =>
    name.family.length > 0 ? name.family : without(name.full, [...a.given, ...b.given]);
  const inB = new Set(namesOf(b));
  const common = namesOf(a).filter((word) => inB.has(word)).length;
  // With two full names and no part known, one of the common words is the given name.
  const partsKnown = a.given.length + b.given.length + a.family.length + b.family.length > 0;
  return common >= (partsKnown ? 1 : 2);
}

/**
 * How two lists of words fit: each word is paired with one it is related to, and one side may have words left over ("Ann" and
 * "Ann Mary"). Words left over on both sides are different names ("Jean-Paul" and "Jean-Marie"). The weakest pair decides.
 */
function align(xs: readonly string[], ys: readonly string[]): Relation | 'unknown' {
  if (xs.length === 0 || ys.length === 0) return 'unknown';
  let weakest: Relation = 'equal';
  let left = xs;
  const open = [...ys];
  for (const relation of ['equal', 'form', 'similar'] as const) {
    left = left.filter((x) => {
      const at = open.findIndex((y) => relate(x, y) === relation);
      if (at < 0) return true;
      open.splice(at, 1);
      weakest = relation;
      return false;
    });
  }
  return left.length > 0 && open.length > 0 ? 'different' : weakest;
}

function relate(x: string, y: string): Relation {
  if (x === y) return 'equal';
  if (x.length === 1 || y.length === 1) return x.charAt(0) === y.charAt(0) ? 'form' : 'different';
  if (areFormsOfOneName(x, y)) return 'form';
  return differsByEnding(x, y) || jaroWinkler(x, y) < SIMILAR ? 'different' : 'similar';
}

/** `Paul` and `Paula`, `Julie` and `Julien`: letters added at the end make another person's name, however similar. */
function differsByEnding(x: string, y: string): boolean {
  const [shorter, longer] = x.length < y.length ? [x, y] : [y, x];
  return longer.startsWith(shorter) && longer.length - shorter.length <= 3;
}

/** Without particles and titles, as long as so many words remain. */
function essential(words: readonly string[], atLeast: number): readonly string[] {
  const kept = words.filter((word) => !OPTIONAL_WORDS.has(word));
  return kept.length < atLeast ? words : kept;
}

function without(words: readonly string[], removed: readonly string[]): readonly string[] {
  return words.filter((word) => !removed.includes(word));
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
