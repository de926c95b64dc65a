import { EN } from './en.js';
import type { SayKey } from './words.js';

/** The codes of the service that there are words for. */
export type WordFamily =
  | 'action'
  | 'outcome'
  | 'meaning'
  | 'refusal'
  | 'state'
  | 'right'
  | 'kind'
  | 'status'
  | 'agenda'
  | 'message'
  | 'messageState'
  | 'packing'
  | 'question'
  | 'letter'
  | 'taskOutcome'
  | 'health'
  | 'verdict'
  | 'basis'
  | 'role'
  | 'party'
  | 'severity'
  | 'extension';

/** The key of a word in a family, where there is one: what the service may say tomorrow has no word today. */
export function knownWord(family: WordFamily, name: string): SayKey | undefined {
  const key = `${family}.${name}`;
  return key in EN ? (key as SayKey) : undefined;
}
