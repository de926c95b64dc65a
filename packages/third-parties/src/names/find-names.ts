import type { TextSpan, ThirdPartySpan } from '@habeas/core/law';
import type { Contacts } from './contacts.js';
import { judge, type Verdict } from './judge.js';
import { type Phrase, phraseFrom } from './phrase.js';
import { after, before, isTitle } from './surroundings.js';
import { type Word, wordsOf } from './words.js';

interface Candidate {
  readonly phrase: Phrase;
  readonly verdict: Verdict | undefined;
}

const CONJUNCTIONS = new Set(['and', 'et', 'ou', 'or']);

/**
 * Names of people in a French or English text, the subject's own included. One pass over the words, each name at most six words
 * long and judged by at most four before it: linear.
 */
export function findNames(text: string, contacts: Contacts): readonly ThirdPartySpan[] {
  const words = wordsOf(text, (place) => contacts.hold(place));
  const candidates: Candidate[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = isTitle(words, at) ? undefined : phraseFrom(words, at, before(words, at) === 'title');
    if (phrase === undefined) {
      at += 1;
      continue;
    }
    const hasContact = isBeside(words, phrase, contacts);
    const setting = { phrase, before: before(words, phrase.first), after: after(words, phrase), hasContact };
    candidates.push({ phrase, verdict: judge(setting) });
    at = phrase.last + 1;
  }
  return withCompany(words, candidates).flatMap(({ phrase, verdict }) =>
    verdict === undefined ? [] : [{ kind: 'name' as const, ...spanOf(text, words, phrase), ...verdict }],
  );
}

/** "Vu avec Sébastien et Oriane": who stands beside a name with "and" between is a person, too. */
function withCompany(words: readonly Word[], candidates: readonly Candidate[]): readonly Candidate[] {
  const isPaired = ({ phrase }: Candidate, other: Candidate | undefined): boolean =>
    other?.verdict !== undefined && isConjoined(words, phrase, other.phrase);
  return candidates.map((candidate, index) => {
    const isCompany = isPaired(candidate, candidates[index - 1]) || isPaired(candidate, candidates[index + 1]);
    if (candidate.verdict !== undefined || candidate.phrase.isSmall || !isCompany) return candidate;
    return { phrase: candidate.phrase, verdict: { confidence: 0.55, why: 'beside' } };
  });
}

function isConjoined(words: readonly Word[], a: Phrase, b: Phrase): boolean {
  const [left, right] = a.first < b.first ? [a, b] : [b, a];
  const next = words[left.last + 1] as Word;
  if (right.first === left.last + 1) return next.gap === 'link';
  return right.first === left.last + 2 && CONJUNCTIONS.has(next.folded) && next.gap === 'space';
}

/** From its title, which tells a person's sex, up to the point of a last initial: "Mme Émeline R." */
function spanOf(text: string, words: readonly Word[], { first, last }: Phrase): TextSpan {
  const { end, shape } = words[last] as Word;
  let from = first;
  while (isTitle(words, from - 1)) from -= 1;
  return { start: (words[from] as Word).start, end: shape === 'initial' && text.charAt(end) === '.' ? end + 1 : end };
}

function isBeside(words: readonly Word[], { last, names }: Phrase, contacts: Contacts): boolean {
  return contacts.follow((words[last] as Word).end) || names.some(({ folded }) => contacts.name(folded));
}
