import type { Transaction } from '../ports/store.js';
import { type Change, happen } from './change-request.js';
import type { DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { withOpenTasks } from './tasks/open-tasks.js';
import { KEPT_DAYS } from './open-request.js';
import { keyOf } from './sealed-files.js';
import { addStep, cancelWork } from './workflow.js';

/** How a search begins: for the first time, or anew. */
export interface SearchBegin {
  readonly event: 'start' | 'retry' | 'confirm';
  readonly viewer: Viewer;
  readonly desk: Desk;
  /** The only source that is asked: the others answer from what is remembered of them, as far as anything is. All of them, otherwise. */
  readonly only?: string;
  /** On what grounds, and what the trail says of it beside. */
  readonly change?: Pick<Change, 'details' | 'isProved'>;
}

/** Begins a search of all sources or one, in a transaction that holds the request, and opens the tasks of those that are searched by hand. */
export async function beginSearch(
  transaction: Transaction,
  request: DataRequest,
  { event, viewer, desk, only, change }: SearchBegin,
): Promise<DataRequest> {
  const { problem: _, complete: _complete, resumesIn: _resumesIn, retriedSource: _retried, ...rest } = request;
  // What waited for a proof has come to its end
  if (event === 'start') await cancelWork(transaction, request);
  const tasks = withOpenTasks(request, desk.sources.bindingsOf(request.controller), transaction.now);
  const reopened = request.state === 'released' ? await reopen(transaction, request, desk) : {};
  const fields = { ...tasks, ...reopened, rounds: request.rounds + 1, ...(only === undefined ? {} : { retriedSource: only }) };
  const details = { ...change?.details, ...(only === undefined ? {} : { source: only }) };
  const began = await happen(transaction, rest, { event, viewer, desk }, { ...change, fields, details });
  await addStep(transaction, desk, began, { kind: 'search' });
  return began;
}

/** What went out stays as it is; its data are kept for as long as any request that is open. */
async function reopen(transaction: Transaction, request: DataRequest, { vault }: Desk): Promise<Pick<DataRequest, 'dataKey'>> {
  await cancelWork(transaction, request, ['pack']);
  return { dataKey: await vault.keepUntil(keyOf(request), new Date(transaction.now.getTime() + KEPT_DAYS * DAY_MS)) };
}

const DAY_MS = 86_400_000;
