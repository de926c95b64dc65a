import type { Transaction } from '../../ports/store.js';
import type { Commit, StepContext } from '../../work/step-context.js';
import { systemActor } from '../../work/worker.js';
import type { DataRequest } from '../data-request.js';
import { giveUpLate, toldUntil } from '../give-up.js';
import { shredded } from '../shred-request.js';
import { addStep, cancelWork } from '../workflow.js';

/**
 * The time is over: what is left of the request's personal data is destroyed. Where something was missing in an answer and every worker was
 * away when it was to be looked for the last time, that is given up first, and the request kept for an hour more, so that it is told.
 */
export function expireStep({ desk, claim }: StepContext): Promise<Commit> {
  return Promise.resolve(async (transaction, request) => {
    if (request.dataKey === undefined) return;
    const viewer = { actor: systemActor(claim.worker), controller: request.controller };
    const isLate = await isLookedFor(transaction, request);
    if (isLate) await cancelWork(transaction, request);
    const current = isLate ? await giveUpLate(transaction, request, { desk, viewer }) : request;
    const dueAt = toldUntil(current);
    if (dueAt === undefined || transaction.now >= dueAt) await shredded(transaction, current, { desk, viewer });
    else await addStep(transaction, desk, current, { kind: 'expire', dueAt, again: 1 });
  });
}

/** Whether somebody was to look for what was missing in an answer, and has not. */
async function isLookedFor({ steps }: Transaction, { controller, id }: DataRequest): Promise<boolean> {
  const all = await steps.of(controller, id);
  return all.some(({ kind, state }) => kind === 'recheck' && state !== 'done' && state !== 'cancelled');
}

/** Removes the files of a request whose key is destroyed. */
export async function shredStep({ desk, request }: StepContext): Promise<Commit> {
  await desk.vault.remove({ controller: request.controller, request: request.id });
  return (transaction) => transaction.evidence.forget(request.controller, request.id);
}
