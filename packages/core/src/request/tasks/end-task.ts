import {
  type FoundRows,
  hasOpenTask,
  type ManualTask,
  STATEMENTS,
  type TaskEnd,
  type TaskFile,
  type TaskOutcome,
} from '../../manual/manual-task.js';
import { requireFreshProof } from '../../staff/principal.js';
import type { Transaction } from '../../ports/store.js';
import { beginSearch, type SearchBegin } from '../begin-search.js';
import type { TaskWords } from '../case-file.js';
import { keepChange, lockRequest } from '../change-request.js';
import type { DataRequest } from '../data-request.js';
import type { Desk, Viewer } from '../desk.js';
import { notFound, Refused } from '../refused.js';
import { keyOf, openCaseFile, sealFile } from '../sealed-files.js';
import { sealRows } from './findings-by-hand.js';
import { type GivenRows, rowsOf } from './given-rows.js';
import type { TaskPlace } from './look-at-task.js';
import { manualSourceOf, mayBeAddedTo, openTaskOf } from './task-of.js';

/** What whoever ends a task says. */
export interface TaskReport {
  readonly outcome: TaskOutcome;
  /** Whether the person makes the statement of this outcome, see {@link STATEMENTS}. */
  readonly isStated: boolean;
  /** In their own words: why it could not be done. */
  readonly reason?: string;
  /** What was found, once for each collection. */
  readonly rows?: readonly GivenRows[];
}

/**
 * Ends a task with a signed statement (SCP-07): who, when and word by word what is in the trail, what was found and written is sealed.
 * Where the request waits for its release and no other task is open, it is searched anew. Throws `Refused`: `NOT_FOUND`, `WRONG_STATE`,
 * `STEP_UP_REQUIRED`, and `INVALID_INPUT` for a statement that is not made or rows that cannot be taken.
 */
export async function endTask(desk: Desk, viewer: Viewer, place: TaskPlace, report: TaskReport): Promise<DataRequest> {
  const request = await desk.store.transact(async ({ requests, now }) => {
    const found = await requests.get(viewer.controller, place.request);
    if (found === undefined) throw notFound('request');
    requireFreshProof(viewer, now);
    return found;
  });
  const { task } = openTaskOf(request, place.task);
  const source = manualSourceOf(desk, viewer.controller, task);
  const rows = lawful(
    report,
    source.collections.map(({ name }) => name),
    task.files ?? [],
  );
  const blob = `task/${desk.ids.next('tsk')}`;
  const hasRows = Object.keys(rows).length > 0;
  if (hasRows) await sealRows(desk.vault, request, blob, rows);
  const end = {
    outcome: report.outcome,
    by: viewer.actor.id,
    rows: Object.values(rows).reduce((sum, each) => sum + each.length, 0),
    files: task.files?.length ?? 0,
    ...(hasRows ? { blob } : {}),
  };
  const changed = await desk.store.transact((transaction) => ended(transaction, { desk, viewer, place }, end, report.reason));
  desk.wake();
  return changed;
}

/** What was found, by collection; throws `Refused` with `INVALID_INPUT` where the report says too little or too much. */
function lawful(report: TaskReport, collections: readonly string[], files: readonly TaskFile[]): FoundRows {
  const { rows = [] } = report;
  const fault = faultOf(report, { hasRows: rows.length > 0, hasFiles: files.length > 0 });
  if (fault !== undefined) throw new Refused('INVALID_INPUT', fault);
  const names = rows.map(({ collection }) => collection);
  if (names.some((name) => !collections.includes(name)) || new Set(names).size < names.length) {
    const remedy = `Hand in rows once for each of: ${collections.join(', ')}.`;
    throw new Refused('INVALID_INPUT', 'Rows are for a collection that the source does not declare, or for one twice.', remedy);
  }
  return Object.fromEntries(rows.map((given) => [given.collection, rowsOf(given)]));
}

function faultOf(
  { outcome, isStated, reason = '' }: TaskReport,
  { hasRows, hasFiles }: { readonly hasRows: boolean; readonly hasFiles: boolean },
): string | undefined {
  if (!isStated) return 'A task ends with a statement: read it, and confirm it.';
  if (outcome === 'not_done' && reason.trim() === '') return 'This needs a reason.';
  if (outcome === 'found') return hasRows || hasFiles ? undefined : 'Something was found, and nothing is handed in.';
  if (hasRows) return 'Rows are handed in where something was found.';
  return hasFiles ? 'Files were handed in: state that something was found, or take them back.' : undefined;
}

interface Ending {
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly place: TaskPlace;
}

async function ended(
  transaction: Transaction,
  { desk, viewer, place }: Ending,
  end: Omit<TaskEnd, 'at'> & { readonly files: number },
  reason = '',
): Promise<DataRequest> {
  const request = await lockRequest(transaction, viewer, place.request);
  const { task, tasks: before } = openTaskOf(request, place.task);
  if ((task.files?.length ?? 0) !== end.files) throw changedMeanwhile();
  const at = transaction.now.toISOString();
  const tasks = before.map((each): ManualTask => (each.id === task.id ? { ...each, end: { ...end, at } } : each));
  const words = { task: task.id, text: reason.trim(), by: viewer.actor.id, at };
  const caseFile = words.text === '' ? {} : { caseFile: await sealWords(desk, request, words) };
  const { outcome, rows, files } = end;
  const details = {
    task: task.id,
    source: task.source,
    outcome,
    rows,
    files,
    statement: STATEMENTS[outcome],
    reason: words.text !== '',
  };
  const trace = { desk, viewer, action: 'task.end', details };
  const changed = await keepChange(transaction, { ...request, ...caseFile, tasks }, trace);
  const search = searchAfter(changed, task);
  return search === undefined ? changed : beginSearch(transaction, changed, { event: 'retry', viewer, desk, ...search });
}

/** How it is searched anew, once no task is open: all of it before it is released, and afterwards what was missing (SCP-09). */
function searchAfter(request: DataRequest, { source }: ManualTask): Pick<SearchBegin, 'only'> | undefined {
  if (hasOpenTask(request.tasks)) return undefined;
  if (request.state === 'awaiting_release') return {};
  return mayBeAddedTo(request) ? { only: source } : undefined;
}

function changedMeanwhile(): Refused {
  return new Refused('CHANGED', 'Files were handed in or taken back meanwhile.', 'Look at the task again.');
}

async function sealWords({ vault }: Desk, request: DataRequest, words: TaskWords): Promise<string> {
  const file = await openCaseFile(vault, request);
  return sealFile(vault, keyOf(request), 'case', { ...file, taskWords: [...(file.taskWords ?? []), words] });
}
