import type { SourceBinding } from '../discovery/source.js';
import { NOTHING_BY_HAND, SEARCHED_BY_HAND, TASK_NOT_DONE, TASK_OPEN } from './reasons.js';
import type { SettledOutcome } from './settle-outcome.js';

/**
 * The outcome of a collection that is searched by hand (SCP-07): an open task blocks like a search that failed, and a statement that
 * nothing was found counts as the search it tells of. Every other source's outcome stays.
 */
export function settleByHand({ manual, task }: Pick<SourceBinding, 'manual' | 'task'>, settled: SettledOutcome): SettledOutcome {
  if (manual === undefined) return settled;
  switch (task?.end?.outcome) {
    case undefined:
      return { outcome: 'skipped', reason: TASK_OPEN, blocking: true };
    case 'not_done':
      return { outcome: 'skipped', reason: TASK_NOT_DONE, blocking: true };
    case 'nothing_found':
      return { outcome: 'empty', reason: NOTHING_BY_HAND, blocking: false };
    case 'found':
      return settled.blocking ? settled : { ...settled, reason: SEARCHED_BY_HAND };
  }
}
