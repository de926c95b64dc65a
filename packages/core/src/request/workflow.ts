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

/** Whoever is to be told something is told, whatever is decided next, and what went out is sent on; and copies of documents are deleted. */
const OUTLIVING: readonly StepKind[] = ['mail', 'webhook', 'transmit', 'purge'];

/** Cancels what is left of a request's work, but messages, calls, what is sent on, the deletion of documents, and what is named beside. */
export function cancelWork(
  { steps }: Transaction,
  { controller, id }: DataRequest,
  beside: readonly StepKind[] = [],
): Promise<void> {
  return steps.cancelOf(controller, id, [...OUTLIVING, ...beside]);
}
