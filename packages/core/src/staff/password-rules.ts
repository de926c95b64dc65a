import { Secret } from '@habeas/connector-sdk';
import { Refused } from '../request/refused.js';
import { GUESSABLE_WORDS } from './guessable-words.js';
import type { StaffDesk } from './staff-desk.js';

const SHORTEST = 15;
const LONGEST = 1_000;
/** What has to be left of a password when everything is taken out that anybody would try first. */
const LEAST_REST = 8;
const LEAST_DISTINCT = 5;
/** Shorter words of the context are parts of too many others. */
const SHORTEST_WORD = 4;

/** The one form of a password: what looks the same on two keyboards is the same (NFKC). */
export function normalised(password: Secret<string>): Secret<string> {
  return new Secret(password.reveal().normalize('NFKC'));
}

/**
 * The hash of a new password. Throws `Refused` with `INVALID_INPUT` where it has less than 15 characters, or is little more than
 * common words, rows of keys, the product's name and the words of the context: the login, names, controllers (security R28).
 */
export async function newPassword(desk: StaffDesk, password: Secret<string>, context: readonly string[]): Promise<string> {
  const text = normalised(password);
  const { length } = Array.from(text.reveal());
  if (length < SHORTEST || length > LONGEST) {
    throw new Refused('INVALID_INPUT', `A password has ${SHORTEST} to ${LONGEST} characters.`);
  }
  if (isGuessable(text, context)) {
    const remedy = 'Take four or more words that have nothing to do with each other or with this place.';
    throw new Refused('INVALID_INPUT', 'This password would be among the first to be tried.', remedy);
  }
  return desk.crypto.hashPassword(text, desk.pepper);
}

function isGuessable(password: Secret<string>, context: readonly string[]): boolean {
  const folded = fold(password.reveal());
  const words = [...wordsOf(context), ...GUESSABLE_WORDS];
  return [folded, withoutDisguise(folded)].some((text) => isPoor(restOf(text, words)));
}

function isPoor(rest: string): boolean {
  return rest.length < LEAST_REST || new Set(rest).size < LEAST_DISTINCT;
}

/**
 * The least that is left of a text when words are taken out of it. Taking them out one after the other is not enough: where one ends and
 * the next begins there may be a third.
 */
function restOf(text: string, words: readonly string[]): string {
  const rests: string[] = [];
  /** Of the text's first so many characters. */
  const restUntil = (end: number): string => rests[end - 1] ?? '';
  for (let end = 1; end <= text.length; end += 1) {
    const kept = `${restUntil(end - 1)}${text.charAt(end - 1)}`;
    const without = words.filter((word) => text.endsWith(word, end)).map((word) => restUntil(end - word.length));
    rests.push(without.reduce((least, rest) => (rest.length < least.length ? rest : least), kept));
  }
  return restUntil(text.length);
}

function wordsOf(context: readonly string[]): readonly string[] {
  return context
    .flatMap((text) => [fold(text), ...text.split(/[^\p{L}\p{N}]+/u).map(fold)])
    .filter(({ length }) => length >= SHORTEST_WORD);
}

/** Lower-case, without accents, and without what stands between words. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\s\p{M}\p{Pd}\p{Pc}.,;:'"/]/gu, '');
}

const DISGUISES: readonly (readonly [string, string])[] = [
  ['@', 'a'],
  ['4', 'a'],
  ['3', 'e'],
  ['1', 'i'],
  ['!', 'i'],
  ['0', 'o'],
  ['$', 's'],
  ['5', 's'],
  ['7', 't'],
];

function withoutDisguise(text: string): string {
  return DISGUISES.reduce((plain, [sign, letter]) => plain.replaceAll(sign, letter), text);
}
