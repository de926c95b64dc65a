import { releaseByItself } from '../delivery/deliver.js';
import { keepChange } from '../request/change-request.js';
import type { Commit, StepContext } from '../work/step-context.js';
import { systemActor } from '../work/worker.js';
import { addCoolOff, coolOffEnd, cooledOff } from './cool-off.js';

/**
 * Lets an answer go to a new contact, once the contacts on record have had time to object and none of them has (R57). Where no notice of
 * theirs went out it waits for an officer.
 */
export function coolOffStep({ desk, claim }: StepContext): Promise<Commit> {
  return Promise.resolve(async (transaction, request) => {
    const { controller, id, contacts } = request;
    if (request.state !== 'awaiting_release' || contacts?.isNew !== true || contacts.objectedAt !== undefined) return;
    const viewer = { actor: systemActor(claim.worker), controller };
    const isTold = contacts.notice !== undefined;
    const end = coolOffEnd(await transaction.messages.of(controller, id), {
      now: transaction.now,
      coolOffMs: desk.delivery.coolOffMsOf(controller),
      isTold,
    });
    if (end === 'untold') {
      await keepChange(transaction, request, { desk, viewer, action: 'identity.untold', details: {} });
    } else if (end > transaction.now) {
      await addCoolOff(transaction, request, desk, end);
    } else {
      const trace = { desk, viewer, action: 'identity.cool_off', details: { isTold } };
      const cooled = await keepChange(transaction, cooledOff(request, transaction.now), trace);
      await releaseByItself(transaction, cooled, { desk, viewer });
    }
  });
}
