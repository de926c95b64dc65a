import type { InboxRow } from './use-inbox.js';

/** What can be done with many requests: it takes nobody's decision away, and can be done again or undone. Never a release. */
export const BULK_ACTS = [
  { name: 'start', permission: 'request.start' },
  { name: 'resume', permission: 'request.pause' },
  { name: 'retry', permission: 'request.start' },
  { name: 'pause', permission: 'request.pause' },
] as const;

export type BulkAct = (typeof BULK_ACTS)[number]['name'];

/** Whether that can be done with a request now. A search that is to be begun anew, only where a fault was in the way. */
export function mayGet({ possibleEvents, state }: InboxRow, act: BulkAct): boolean {
  return possibleEvents.includes(act) && (act !== 'retry' || state === 'needs_attention');
}
