import type { Transaction } from '../ports/store.js';
import { keepChange } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { withForwards } from './duty.js';

/**
 * Notes, with an answer that is made, that the request has to be passed on to those for whom some of what was found is held (INT-07): once for
 * each activity of the register, however often the answer is made anew.
 */
export async function noteForwards(
  transaction: Transaction,
  request: DataRequest,
  { desk, viewer }: { readonly desk: Pick<Desk, 'ids'>; readonly viewer: Viewer },
): Promise<DataRequest> {
  const { duties: before = [], disclosure } = request;
  const duties = withForwards(before, disclosure?.heldForOthers ?? [], { at: transaction.now, by: viewer.actor.id });
  if (duties.length === before.length) return request;
  const noted = duties.slice(before.length).map(({ id, kind, activity = '' }) => ({ id, kind, activity }));
  const details = { duties: noted };
  return keepChange(transaction, { ...request, duties }, { desk, viewer, action: 'duty.note', details });
}
