import type { Transaction } from '../ports/store.js';
import { happen } from './change-request.js';
import type { DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { withOpenTasks } from './tasks/open-tasks.js';
import { addStep } from './workflow.js';

/** How a search begins: for the first time, or anew. */
export interface SearchBegin {
  readonly event: 'start' | 'retry';
  readonly viewer: Viewer;
  readonly desk: Desk;
}

/** Begins a search of all sources, in a transaction that holds the request, and opens the tasks of those that are searched by hand. */
export async function beginSearch(
  transaction: Transaction,
  request: DataRequest,
  { event, viewer, desk }: SearchBegin,
): Promise<DataRequest> {
  const { problem: _, complete: _complete, resumesIn: _resumesIn, ...rest } = request;
  const tasks = withOpenTasks(request, desk.sources.bindingsOf(request.controller), transaction.now);
  const fields = { ...tasks, rounds: request.rounds + 1 };
  const began = await happen(transaction, rest, { event, viewer, desk }, { fields });
  await addStep(transaction, desk, began, { kind: 'search' });
  return began;
}
