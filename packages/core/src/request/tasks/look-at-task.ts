import { type ManualTask, STATEMENTS, type TaskFile, type TaskOutcome } from '../../manual/manual-task.js';
import { requireFreshProof } from '../../staff/principal.js';
import type { DataRequest, GivenText } from '../data-request.js';
import type { Desk, Viewer } from '../desk.js';
import { notFound } from '../refused.js';
import { openCaseFile, openSubjectFile } from '../sealed-files.js';
import { namedFiles } from './findings-by-hand.js';
import { manualSourceOf, openTaskOf } from './task-of.js';

/** What whoever searches by hand is told of the person. */
export type ToldIdentifier = Pick<GivenText, 'kind' | 'namespace' | 'part' | 'value'>;

/** An open task with everything that it takes to do it. */
export interface TaskToDo {
  readonly task: ManualTask;
  /** By language. */
  readonly instructions: Readonly<Record<string, string>>;
  readonly doneBy: string;
  readonly collections: readonly string[];
  readonly told: readonly ToldIdentifier[];
  /** What was handed in so far, beside rows, by the name it was given. */
  readonly files: readonly (TaskFile & { readonly name: string })[];
  /** What is stated by ending it, word by word. */
  readonly statements: Readonly<Record<TaskOutcome, string>>;
}

/** Which task of which request. */
export interface TaskPlace {
  readonly request: string;
  readonly task: string;
}

/**
 * What is to be done in an open task, and for whom (SCP-07): the identifiers of the kinds that its source is told, as they were given and
 * as the search has found them (SCP-10). Each look is in the trail before. Throws `Refused`: `NOT_FOUND`, `WRONG_STATE` where it has
 * ended or the request is decided, `STEP_UP_REQUIRED` without a fresh proof of the person.
 */
export async function lookAtTask(desk: Desk, viewer: Viewer, place: TaskPlace): Promise<TaskToDo> {
  const request = await desk.store.transact(async ({ requests, now }) => {
    const found = await requests.get(viewer.controller, place.request);
    if (found === undefined) throw notFound('request');
    requireFreshProof(viewer, now);
    return found;
  });
  const { task } = openTaskOf(request, place.task);
  const { instructions, doneBy, collections, tells } = manualSourceOf(desk, viewer.controller, task);
  const told = (await knownOf(desk, request)).filter(({ kind }) => tells.includes(kind));
  const files = await namedFiles(desk.vault, request, task);
  await desk.store.transact(({ audit }) =>
    audit.add({
      id: desk.ids.next('aud'),
      controller: viewer.controller,
      actor: viewer.actor,
      action: 'task.read',
      object: { type: 'request', id: place.request },
      outcome: 'done',
      details: { task: task.id, source: task.source, kinds: [...new Set(told.map(({ kind }) => kind))] },
    }),
  );
  return { task, instructions, doneBy, collections: collections.map(({ name }) => name), told, files, statements: STATEMENTS };
}

async function knownOf({ vault }: Desk, request: DataRequest): Promise<readonly ToldIdentifier[]> {
  const { identifiers: given } = await openSubjectFile(vault, request);
  const { identifiers: known } = await openCaseFile(vault, request);
  const learnt = known.filter(({ status }) => status === 'derived');
  return [
    ...given.map(({ provedBy: _, ...each }) => each),
    ...learnt.map(({ kind, namespace, value }) => ({ kind, value, ...(namespace === undefined ? {} : { namespace }) })),
  ];
}
