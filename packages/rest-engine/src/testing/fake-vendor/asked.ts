import type { Captures } from './captures.js';
import type { ArrivedRequest, Route } from './route.js';
import type { Selection } from './select.js';

/** A request that was understood, and what it is answered from. */
export interface Asked extends Selection {
  readonly route: Route;
  readonly captures: Captures;
  readonly request: ArrivedRequest;
  readonly address: URL;
  /** Where the list that was gone through last had come to. */
  readonly memory: { position: number };
}
