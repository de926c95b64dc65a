import type { RequestVault } from '../../ports/request-vault.js';
import type { FoundRows, ManualTask } from '../../manual/manual-task.js';
import type { DataRequest } from '../data-request.js';
import { keyOf } from '../sealed-files.js';

/** Seals what was found under a name that was never used, durably. */
export async function sealRows(vault: RequestVault, request: DataRequest, blob: string, rows: FoundRows): Promise<void> {
  await vault.put(keyOf(request), blob, once(Buffer.from(JSON.stringify(rows))));
}

/** What was found by hand; nothing, where nothing was. */
export async function openRows(vault: RequestVault, request: DataRequest, { end }: ManualTask): Promise<FoundRows> {
  if (end?.blob === undefined) return {};
  const parts: Uint8Array[] = [];
  for await (const part of vault.read(keyOf(request), end.blob)) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as FoundRows;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  await Promise.resolve();
  yield bytes;
}
