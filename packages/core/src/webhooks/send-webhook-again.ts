import { lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { notFound, Refused } from '../request/refused.js';
import { addCallStep, nextCall } from './queue-call.js';

/**
 * Makes a call again that was given up, or that its receiver has lost: with the same id, and after what waits already. Throws `Refused`:
 * `NOT_FOUND` for no such request or no such call of it, `WRONG_STATE` for one that waits.
 */
export async function sendWebhookAgain(
  desk: Pick<Desk, 'store' | 'ids' | 'wake'>,
  viewer: Viewer,
  id: string,
  callId: string,
): Promise<DataRequest> {
  const request = await desk.store.transact(async (transaction) => {
    const locked = await lockRequest(transaction, viewer, id);
    const call = await transaction.webhooks.get(viewer.controller, callId);
    if (call?.request !== id) throw notFound('webhook');
    if (call.state === 'waiting') throw new Refused('WRONG_STATE', 'This call waits already.', 'It is tried by itself for days.');
    const isFirst = (await nextCall(transaction, call)) === undefined;
    const { sentAt: _sent, failedAt: _failed, status: _status, problem: _problem, ...rest } = call;
    const again = { ...rest, state: 'waiting', rounds: call.rounds + 1 } as const;
    await transaction.webhooks.change(again);
    if (isFirst) await addCallStep(transaction, desk, locked, again);
    await transaction.audit.add({
      ...{ id: desk.ids.next('aud'), controller: viewer.controller, actor: viewer.actor, action: 'webhook.again' },
      ...{ object: { type: 'request', id }, outcome: 'done', details: { call: callId, endpoint: call.endpoint } },
    });
    return locked;
  });
  desk.wake();
  return request;
}
