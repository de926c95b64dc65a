import type { AuditEntry } from '@habeas/core';

/** An entry of the trail as a page shows it. */
export type ShownEntry = Pick<AuditEntry, 'actor' | 'action' | 'outcome' | 'details'> & {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly sequence: number;
  readonly hash: string;
};
