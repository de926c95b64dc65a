import type { Fetch } from '../api/http.js';
import type { Language } from '../words/words.js';

/** What the console runs in. */
export interface Surroundings {
  readonly fetch: Fetch;
  /** The languages of the browser's person, and the one that was chosen here before. */
  readonly languages: readonly string[];
  readonly rememberLanguage: (language: Language) => void;
  /** Behind the `#` of the address: what an identity provider's sign-in still lacks. */
  readonly hash: string;
  /** Begins the page anew. */
  readonly reload: () => void;
}
