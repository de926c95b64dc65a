import { beginSearch } from '../request/begin-search.js';
import type { Desk, OnceKey, Viewer } from '../request/desk.js';
import type { NewRequest } from '../request/open-request.js';
import { type ClaimedRequest, openClaimed } from './open-claimed.js';

/**
 * Takes a request over from a controller's own website or help desk, to be fulfilled with nobody touching it where nothing is doubtful
 * (OUT-08): opened, and searched at once where something of it is proved. Throws as `openClaimed` does.
 */
export function handOver(desk: Desk, viewer: Viewer, given: NewRequest, onceKey: OnceKey): Promise<ClaimedRequest> {
  return openClaimed(desk, viewer, given, {
    onceKey,
    isAutomatic: true,
    also: (transaction, opened, isNew) =>
      isNew && opened.state === 'ready'
        ? beginSearch(transaction, opened, { event: 'start', viewer, desk })
        : Promise.resolve(opened),
  });
}
