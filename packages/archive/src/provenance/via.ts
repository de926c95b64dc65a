import type { MatchAccount } from '@habeas/core';
import type { SourceRecord, Via } from '@habeas/connector-sdk';
import { ArchiveError } from '../archive-error.js';

const CACHED = 4096;

/** One way of reaching records: the owned references walked, in one source. */
export interface KnownPath {
  /** `p1`, `p2` … in the order of first use. */
  readonly id: string;
  readonly source: string;
  readonly steps: readonly string[];
}

/** Turns the ways in which records were reached into short texts: `m1`, or `m1/p3`, several with a space between. */
export class ViaNames {
  readonly #matches: ReadonlyMap<string, string>;
  readonly #paths = new Map<string, KnownPath>();
  #cache = new Map<Via, string>();
  #source = '';

  constructor(matches: readonly MatchAccount[]) {
    const included = matches.filter(({ decision }) => decision === 'included');
    this.#matches = new Map(included.map(({ id, source, collection, recordId }) => [keyOf(source, collection, recordId), id]));
  }

  /** The paths that occurred so far. */
  get paths(): readonly KnownPath[] {
    return [...this.#paths.values()];
  }

  /** Begins with another source: matches and paths belong to one. */
  enter(source: string): void {
    this.#source = source;
    this.#cache = new Map();
  }

  /** Throws `ArchiveError` for a record that no included match leads to: it has no business in the archive. */
  of({ via }: SourceRecord): string {
    const [only] = via;
    if (only === undefined) throw new ArchiveError('findings', `a record of source '${this.#source}' has no path to a match`);
    return via.length === 1 ? this.#nameOf(only) : via.map((each) => this.#nameOf(each)).join(' ');
  }

  #nameOf(via: Via): string {
    const known = this.#cache.get(via);
    if (known !== undefined) return known;
    const name = this.#makeName(via);
    if (this.#cache.size >= CACHED) this.#cache.clear();
    this.#cache.set(via, name);
    return name;
  }

  #makeName({ root, path }: Via): string {
    const match = this.#matches.get(keyOf(this.#source, root.collection, root.recordId));
    if (match === undefined) {
      throw new ArchiveError(
        'findings',
        `a record of source '${this.#source}' was reached from a record of '${root.collection}' that is not an included match`,
      );
    }
    return path.length === 0 ? match : `${match}/${this.#pathId(path)}`;
  }

  #pathId(steps: readonly string[]): string {
    const key = JSON.stringify([this.#source, ...steps]);
    const known = this.#paths.get(key) ?? { id: `p${this.#paths.size + 1}`, source: this.#source, steps };
    this.#paths.set(key, known);
    return known.id;
  }
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
