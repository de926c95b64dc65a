import { ConnectorError } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import type { WebhookSender } from '../ports/webhook-sender.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import type { Step, StepProblem } from '../work/step.js';
import type { Commit, StepContext } from '../work/step-context.js';
import { callNext, callOfKey } from './queue-call.js';

/**
 * Makes one call. That it was accepted is committed afterwards: whoever is killed in between makes it once more, with the same id, and
 * never after that was committed.
 */
export async function webhookStep({ desk, request, claim, signal }: StepContext): Promise<Commit> {
  const { controller } = request;
  const id = callOfKey(claim.step.key);
  const call = await desk.store.transact(({ webhooks }) => webhooks.get(controller, id));
  if (call?.state !== 'waiting') return () => Promise.resolve();
  const { status } = await required(desk.webhooks).send(call, signal);
  return async (transaction, current) => {
    await transaction.webhooks.change({ ...call, state: 'sent', sentAt: transaction.now, status });
    await callNext(transaction, desk, current, call);
  };
}

function required(sender: WebhookSender | undefined): WebhookSender {
  if (sender !== undefined) return sender;
  throw new ConnectorError('not-found', 'This service calls no endpoints any more.', {
    remedy: 'Name them in service.yaml, as webhooks, and have the call made again.',
  });
}

/** Notes that the call of a step is given up, and why; the next one goes on. A person may have it made again. */
export async function failCall(
  transaction: Transaction,
  desk: Pick<Desk, 'ids'>,
  request: DataRequest,
  { step, problem }: { readonly step: Step; readonly problem: StepProblem },
): Promise<void> {
  const call = await transaction.webhooks.get(request.controller, callOfKey(step.key));
  if (call === undefined) return;
  await transaction.webhooks.change({ ...call, state: 'failed', failedAt: transaction.now, problem });
  await callNext(transaction, desk, request, call);
}
