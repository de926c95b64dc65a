import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import { withForwards } from './duty.js';
import { type DutyNoting, noteDuties } from './note-duties.js';

/**
 * Notes, with an answer that is made, that the request has to be passed on to those for whom some of what was found is held (INT-07): once for
 * each activity of the register, however often the answer is made anew.
 */
export function noteForwards(transaction: Transaction, request: DataRequest, noting: DutyNoting): Promise<DataRequest> {
  const { duties = [], disclosure } = request;
  const noted = { at: transaction.now, by: noting.viewer.actor.id };
  return noteDuties(transaction, request, withForwards(duties, disclosure?.heldForOthers ?? [], noted), noting);
}
