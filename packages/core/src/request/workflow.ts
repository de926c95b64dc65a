import type { Transaction } from '../ports/store.js';
import type { StepKind } from '../work/step.js';
import type { DataRequest } from './data-request.js';
import type { Desk } from './desk.js';

/** The version that new requests begin with. A request ends with the version it began with (security R13). */
export const WORKFLOW_VERSION = 1;

/**
 * Adds the next step of a request's work. The key holds the round, so that the same work begun anew is another step, and how often it was
 * done, for what may be done several times in a round.
 */
export async function addStep(
  transaction: Transaction,
  { ids }: Pick<Desk, 'ids'>,
  request: DataRequest,
  { kind, dueAt = transaction.now, again }: { readonly kind: StepKind; readonly dueAt?: Date; readonly again?: number },
): Promise<void> {
  await transaction.steps.add({
    id: ids.next('stp'),
    controller: request.controller,
    request: request.id,
    key: [kind, request.rounds, ...(again === undefined ? [] : [again])].join('-'),
    kind,
    workflowVersion: request.workflowVersion,
    dueAt,
  });
}

/**
 * Cancels what is left of a request's work. Messages still go out: whoever is to be told something is told, whatever is decided next. Copies of
 * documents are still deleted.
 */
export function cancelWork({ steps }: Transaction, { controller, id }: DataRequest): Promise<void> {
  return steps.cancelOf(controller, id, ['mail', 'webhook', 'purge']);
}
