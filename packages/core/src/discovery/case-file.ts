import { type KnownMatch, mergeMatches } from '../matching/known-match.js';

/** All matches of all sources and rounds, each record once. */
export class CaseFile {
  readonly #matches = new Map<string, KnownMatch>();

  add(matches: readonly KnownMatch[]): void {
    for (const match of matches) {
      const earlier = this.#matches.get(match.id);
      this.#matches.set(match.id, earlier === undefined ? match : mergeMatches(earlier, match));
    }
  }

  matches(): readonly KnownMatch[] {
    return [...this.#matches.values()];
  }
}
