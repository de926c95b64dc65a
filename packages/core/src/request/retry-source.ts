import { beginSearch } from './begin-search.js';
import { lockRequest } from './change-request.js';
import type { DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { notFound } from './refused.js';

/**
 * Searches one source anew, and what new identifiers lead to in others; what was read of the others stays as it is (SCP-09). Of a request
 * of which no search is remembered yet, all sources are searched. Throws `Refused`: `NOT_FOUND` for no such request or source, `WRONG_STATE`
 * where the request does not wait.
 */
export async function retrySource(desk: Desk, viewer: Viewer, id: string, source: string): Promise<DataRequest> {
  const changed = await desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    const isKnown = desk.sources.bindingsOf(request.controller).some(({ description }) => description.id === source);
    if (!isKnown) throw notFound('source');
    return beginSearch(transaction, request, { event: 'retry', viewer, desk, only: source });
  });
  desk.wake();
  return changed;
}
