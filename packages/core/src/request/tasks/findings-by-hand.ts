import type { HandedFile } from '../../manual/manual-session.js';
import type { FoundRows, ManualTask, TaskFile } from '../../manual/manual-task.js';
import type { RequestVault } from '../../ports/request-vault.js';
import type { DataRequest } from '../data-request.js';
import { keyOf, openCaseFile } from '../sealed-files.js';
import { storedText, storeText } from '../stored-text.js';

/** Seals what was found under a name that was never used, durably. */
export async function sealRows(vault: RequestVault, request: DataRequest, blob: string, rows: FoundRows): Promise<void> {
  await storeText(vault, keyOf(request), blob, JSON.stringify(rows));
}

/** What was found by hand; nothing, where nothing was. Files are opened as they are read. */
export async function openFindings(
  vault: RequestVault,
  request: DataRequest,
  task: ManualTask,
): Promise<{ readonly rows: FoundRows; readonly files: readonly HandedFile[] }> {
  if (task.end?.outcome !== 'found') return { rows: {}, files: [] };
  const files = (await namedFiles(vault, request, task)).map(({ collection, name, blob, bytes }) => ({
    collection,
    name,
    bytes,
    open: () => vault.read(keyOf(request), blob),
  }));
  return { rows: await rowsIn(vault, request, task.end.blob), files };
}

/** The files of a task, with what they are called. */
export async function namedFiles(
  vault: RequestVault,
  request: DataRequest,
  { id, files = [] }: ManualTask,
): Promise<readonly (TaskFile & { readonly name: string })[]> {
  if (files.length === 0) return [];
  const { taskFiles = [] } = await openCaseFile(vault, request);
  const names = new Map(taskFiles.filter(({ task }) => task === id).map(({ file, name }) => [file, name]));
  return files.map((file) => ({ ...file, name: names.get(file.id) ?? file.id }));
}

async function rowsIn(vault: RequestVault, request: DataRequest, blob: string | undefined): Promise<FoundRows> {
  if (blob === undefined) return {};
  return JSON.parse(await storedText(vault, keyOf(request), blob)) as FoundRows;
}
