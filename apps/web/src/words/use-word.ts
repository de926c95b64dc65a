import { knownWord, type WordFamily } from './known-word.js';
import { useSpeech } from './use-speech.js';

/** The word for a code of the service, or the code itself where there is no word yet. */
export function useWord(): (family: WordFamily, code: string) => string {
  const { say } = useSpeech();
  return (family, code) => {
    const key = knownWord(family, code);
    return key === undefined ? code : say(key);
  };
}
