import { EN } from './en.js';
import type { SayKey } from './words.js';

/** The key of a word in a family, where there is one: what the service may say tomorrow has no word today. */
export function knownWord(
  family: 'action' | 'outcome' | 'meaning' | 'refusal' | 'state' | 'right' | 'kind',
  name: string,
): SayKey | undefined {
  const key = `${family}.${name}`;
  return key in EN ? (key as SayKey) : undefined;
}
