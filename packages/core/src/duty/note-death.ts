import type { Transaction } from '../ports/store.js';
import { lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { withNotedWords } from '../request/noted-words.js';
import { Refused } from '../request/refused.js';
import { hasOpenDuty, nextDuty, withDuty } from './duty.js';
import { type DutyNoting, noteDuties } from './note-duties.js';

/**
 * Notes that the person of a request has died (PER-06): somebody has to decide what becomes of their data, by what they directed, what the
 * controller's policy promises and what the law wants kept. Nothing is deleted, and the request goes on. Throws `Refused`: `NOT_FOUND`,
 * `WRONG_STATE` where that is being decided already, `INVALID_INPUT` for words that nothing can seal any more.
 */
export function noteDeath(desk: Desk, viewer: Viewer, id: string, { words }: { readonly words?: string }): Promise<DataRequest> {
  return desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    const { duties = [] } = request;
    if (hasOpenDuty(duties, 'after_death')) {
      throw new Refused('WRONG_STATE', 'That the person has died is noted, and open.', 'End it once it is decided.');
    }
    const said = { about: nextDuty(duties), event: 'note', by: viewer.actor.id, at: transaction.now.toISOString() } as const;
    const sealed = await withNotedWords(desk, request, 'dutyWords', { ...said, text: words });
    return addDeath(transaction, { ...request, ...sealed }, { desk, viewer });
  });
}

/** Notes the same of a request that the transaction holds. Nothing where it is noted, and open. */
export async function addDeath(transaction: Transaction, request: DataRequest, noting: DutyNoting): Promise<DataRequest> {
  const { duties = [] } = request;
  if (hasOpenDuty(duties, 'after_death')) return request;
  const noted = { at: transaction.now, by: noting.viewer.actor.id };
  return noteDuties(transaction, request, withDuty(duties, { kind: 'after_death' }, noted), noting);
}
