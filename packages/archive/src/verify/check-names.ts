import type { Problems } from './problems.js';

const SEGMENT = /^[a-z0-9_-][a-z0-9._-]*$/;
/** The one file with capitals: people look for it by this name. */
const PAGE = 'README.html';
const LONGEST_SEGMENT = 100;

/** Checks the names of a ZIP file's entries, one by one: our own alphabet, one top folder, no name twice whatever the case. */
export class NameCheck {
  #top: string | undefined;
  readonly #seen = new Set<string>();

  constructor(private readonly problems: Problems) {}

  /** The top folder; empty where there is none. */
  get top(): string {
    return this.#top ?? '';
  }

  /** The path below the top folder, or `undefined` for a name that no archive has. */
  take(name: string): string | undefined {
    const [top = '', ...segments] = name.split('/');
    const path = segments.join('/');
    this.#top ??= top;
    const problem = this.#problemOf(top, segments);
    // A name that broke the rules may hold anything: it is not repeated in the message.
    if (problem !== undefined) this.problems.add('name', problem);
    return problem === undefined ? path : undefined;
  }

  #problemOf(top: string, segments: readonly string[]): string | undefined {
    if (top !== this.#top) return 'an entry lies outside the top folder';
    if (segments.length === 0 || ![top, ...segments].every((segment) => isSafe(segment, segments))) {
      return 'an entry has a name that no archive has';
    }
    const key = segments.join('/').toLowerCase();
    if (this.#seen.has(key)) return 'two entries have the same name';
    this.#seen.add(key);
    return undefined;
  }
}

function isSafe(segment: string, segments: readonly string[]): boolean {
  if (segment === PAGE) return segments.length === 1;
  return SEGMENT.test(segment) && segment.length <= LONGEST_SEGMENT;
}
