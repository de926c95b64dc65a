import { isAlive } from '../../delivery/usable-link.js';
import { isReleased } from '../../delivery/issue-link.js';
import type { Commit, StepContext } from '../../work/step-context.js';
import { systemActor } from '../../work/worker.js';
import { announceEnd } from '../announce-end.js';

/**
 * Tells the subject that the time of a released answer is nearly over: that the download ends, where nobody has fetched it yet, and else that
 * the request is closed. Where that time is over already, or everything was shredded meanwhile, nothing is told any more.
 */
export function remindStep({ desk, claim }: StepContext): Promise<Commit> {
  return Promise.resolve(async (transaction, request) => {
    if (!isReleased(request) || transaction.now >= request.expiresAt) return;
    const viewer = { actor: systemActor(claim.worker), controller: request.controller };
    const delivery = await transaction.deliveries.get(request.controller, request.id);
    const waits = delivery?.link !== undefined && isAlive(delivery.link, transaction.now) && delivery.link.completed === 0;
    await announceEnd(transaction, request, waits ? 'archive_expiring' : 'closed', { desk, viewer });
  });
}
