import type { Captures } from './captures.js';
import type { ArrivedRequest, Route } from './route.js';
import type { Selection } from './select.js';

/** What a vendor remembers from one request to the next. */
export interface Memory {
  /** Where the list that was gone through last had come to. */
  position: number;
  /** The jobs that it has taken, by their ids. */
  readonly jobs: Map<string, TakenJob>;
}

/** A job: what was asked for with it, and how often it was asked about. */
export interface TakenJob {
  readonly of: string;
  readonly captures: Captures;
  polls: number;
}

/** A request that was understood, and what it is answered from. */
export interface Asked extends Selection {
  readonly route: Route;
  readonly captures: Captures;
  readonly request: ArrivedRequest;
  readonly address: URL;
  /** The path of the base, without a slash at its end. */
  readonly prefix: string;
  readonly memory: Memory;
}
