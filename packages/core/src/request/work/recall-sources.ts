import type { SourceBinding } from '../../discovery/source.js';
import type { RequestVault } from '../../ports/request-vault.js';
import { RecalledSource } from '../../recall/recalled-source.js';
import { readMemory, type SearchMemory, type WorkTimes, writeMemory } from '../../recall/search-memory.js';
import type { StepContext } from '../../work/step-context.js';
import type { DataRequest } from '../data-request.js';
import { keyOf } from '../sealed-files.js';
import { storedText, storeText } from '../stored-text.js';

/** The sources of a request as a search asks them. */
export interface AskedSources {
  readonly bindings: readonly SourceBinding[];
  /** Those that answer from memory. */
  readonly recalled: readonly RecalledSource[];
  readonly times: readonly WorkTimes[];
}

/**
 * The sources of a request: where one is retried, the others answer from what is remembered of the last search. One of which nothing is
 * remembered, or that has another connector since, is asked like the retried one.
 */
export async function recallSources(
  vault: RequestVault,
  request: DataRequest,
  bindings: readonly SourceBinding[],
): Promise<AskedSources> {
  const { retriedSource, searchMemory } = request;
  if (retriedSource === undefined || searchMemory === undefined) return { bindings, recalled: [], times: [] };
  const { sources, times } = readMemory(await storedText(vault, keyOf(request), searchMemory));
  const recalled = bindings.flatMap((binding) => {
    const { id, connector } = binding.description;
    const memory = sources.find(({ source }) => source === id);
    const isSame = memory?.connector.id === connector.id && memory.connector.version === connector.version;
    return !isSame || id === retriedSource || binding.manual !== undefined ? [] : [new RecalledSource(binding, memory)];
  });
  const byId = new Map(recalled.map((each) => [each.id, each.binding]));
  return { bindings: bindings.map((binding) => byId.get(binding.description.id) ?? binding), recalled, times };
}

/** Seals what is to be remembered of a search; gives its name, which no other try has used. */
export async function keepMemory({ desk, request, claim }: StepContext, memory: SearchMemory): Promise<string> {
  const name = `search/${claim.step.kind}-${String(request.rounds)}-${String(claim.fence)}`;
  await storeText(desk.vault, keyOf(request), name, writeMemory(memory));
  return name;
}
