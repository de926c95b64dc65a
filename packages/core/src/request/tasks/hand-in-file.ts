import type { ManualTask, TaskFile } from '../../manual/manual-task.js';
import type { Transaction } from '../../ports/store.js';
import { requireFreshProof } from '../../staff/principal.js';
import type { TaskFileName } from '../case-file.js';
import { keepChange, lockRequest } from '../change-request.js';
import type { DataRequest } from '../data-request.js';
import type { Desk, Viewer } from '../desk.js';
import { notFound, Refused } from '../refused.js';
import { keyOf, openCaseFile, sealFile } from '../sealed-files.js';
import type { TaskPlace } from './look-at-task.js';
import { manualSourceOf, openTaskOf } from './task-of.js';

/** A file as somebody hands it in for a collection of a task's source. */
export interface GivenFile {
  readonly collection: string;
  /** What it is called; kept with the personal data. */
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

const MOST_FILES = 100;
const LARGEST_BYTES = 50 * 1024 * 1024;
const LONGEST_NAME = 200;

/**
 * Keeps a file for an open task (SCP-07), sealed under the request's key; what it holds is read when the task has ended. Its id, collection
 * and size are in the trail. Throws `Refused`: `NOT_FOUND`, `WRONG_STATE`, `STEP_UP_REQUIRED`, and `INVALID_INPUT` for a file that cannot
 * be taken; nothing is kept then.
 */
export async function handInFile(desk: Desk, viewer: Viewer, place: TaskPlace, given: GivenFile): Promise<TaskFile> {
  const name = given.name.normalize().trim();
  const request = await proved(desk, viewer, place);
  const { task } = openTaskOf(request, place.task);
  const { collections } = manualSourceOf(desk, viewer.controller, task);
  if (collections.every((each) => each.name !== given.collection)) throw notFound('collection');
  if (name === '' || name.length > LONGEST_NAME) throw refused('A file has a name of 1 to 200 characters.', 'Give it one.');
  const id = desk.ids.next('fil');
  const blob = `task/${id}`;
  const counted = new CountedContent(given.content);
  await desk.vault.put(keyOf(request), blob, counted.bytes());
  try {
    return await desk.store.transact((transaction) =>
      kept(transaction, { desk, viewer, place }, { id, collection: given.collection, blob, bytes: counted.total, name }),
    );
  } catch (error) {
    await desk.vault.remove(keyOf(request), blob);
    throw error;
  }
}

/** Takes a file of an open task back: its content is gone. Throws `Refused`: `NOT_FOUND`, `WRONG_STATE`, `STEP_UP_REQUIRED`. */
export async function takeFileBack(desk: Desk, viewer: Viewer, place: TaskPlace, id: string): Promise<DataRequest> {
  await proved(desk, viewer, place);
  const { request, file } = await desk.store.transact((transaction) => dropped(transaction, { desk, viewer, place }, id));
  await desk.vault.remove(keyOf(request), file.blob);
  return request;
}

async function proved({ store }: Desk, viewer: Viewer, { request: id }: TaskPlace): Promise<DataRequest> {
  return store.transact(async ({ requests, now }) => {
    const request = await requests.get(viewer.controller, id);
    if (request === undefined) throw notFound('request');
    requireFreshProof(viewer, now);
    return request;
  });
}

interface Handling {
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly place: TaskPlace;
}

async function kept(
  transaction: Transaction,
  handling: Handling,
  { name, ...file }: TaskFile & { readonly name: string },
): Promise<TaskFile> {
  const request = await lockRequest(transaction, handling.viewer, handling.place.request);
  const { task, tasks } = openTaskOf(request, handling.place.task);
  const files = task.files ?? [];
  if (files.length >= MOST_FILES) throw refused(`A task takes ${String(MOST_FILES)} files.`, 'Put several into one.');
  const { collection, bytes } = file;
  await changed(transaction, handling, {
    request,
    tasks: withTask(tasks, { ...task, files: [...files, file] }),
    rename: (names) => [...names, { task: task.id, file: file.id, name }],
    trace: { action: 'task.file', details: { task: task.id, source: task.source, file: file.id, collection, bytes } },
  });
  return file;
}

async function dropped(
  transaction: Transaction,
  handling: Handling,
  id: string,
): Promise<{ readonly request: DataRequest; readonly file: TaskFile }> {
  const request = await lockRequest(transaction, handling.viewer, handling.place.request);
  const { task, tasks } = openTaskOf(request, handling.place.task);
  const { files = [] } = task;
  const file = files.find((each) => each.id === id);
  if (file === undefined) throw notFound('file');
  const without = await changed(transaction, handling, {
    request,
    tasks: withTask(tasks, { ...task, files: files.filter((each) => each !== file) }),
    rename: (names) => names.filter((each) => each.task !== task.id || each.file !== id),
    trace: { action: 'task.file-taken-back', details: { task: task.id, source: task.source, file: id } },
  });
  return { request: without, file };
}

interface FileChange {
  readonly request: DataRequest;
  readonly tasks: readonly ManualTask[];
  readonly rename: (names: readonly TaskFileName[]) => readonly TaskFileName[];
  readonly trace: { readonly action: string; readonly details: Readonly<Record<string, string | number>> };
}

async function changed(
  transaction: Transaction,
  { desk, viewer }: Handling,
  { request, tasks, rename, trace }: FileChange,
): Promise<DataRequest> {
  const file = await openCaseFile(desk.vault, request);
  const taskFiles = rename(file.taskFiles ?? []);
  const caseFile = await sealFile(desk.vault, keyOf(request), 'case', { ...file, taskFiles });
  return keepChange(transaction, { ...request, caseFile, tasks }, { desk, viewer, ...trace });
}

function withTask(tasks: readonly ManualTask[], task: ManualTask): readonly ManualTask[] {
  return tasks.map((each) => (each.id === task.id ? task : each));
}

/** Content, counted as it goes by; too much of it ends it. */
class CountedContent {
  total = 0;

  constructor(private readonly content: AsyncIterable<Uint8Array>) {}

  async *bytes(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const part of this.content) {
      this.total += part.byteLength;
      if (this.total > LARGEST_BYTES) throw refused('A file has 50 MiB at most.', 'Hand it in in parts.');
      yield part;
    }
    if (this.total === 0) throw refused('The file is empty.', 'Look whether it was saved.');
  }
}

function refused(what: string, remedy: string): Refused {
  return new Refused('INVALID_INPUT', what, remedy);
}
