import type { ShortCode } from '../delivery/short-code.js';
import type { Desk, Viewer } from '../request/desk.js';

/** Where the codes for a request are kept. */
export function codePlace(request: string): string {
  return `address:${request}`;
}

/** What a code is sent with. */
export interface CodeSending {
  readonly desk: Pick<Desk, 'delivery' | 'ids' | 'vault'>;
  readonly viewer: Viewer;
  readonly code: ShortCode;
}
