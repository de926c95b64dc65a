import type { LedgerLine, WorkDesk } from '@habeas/core';
import { SourceSearchType, SourceTroubleType } from './source.types.js';

/** How many searches are looked back: each of them asks every source that there was then. */
const LOOKED_AT = 20;

/** How the last search that is known of a source ended: nothing of whom it was for. Nothing where the last searches did not ask it. */
export async function lastSearch(
  { store }: Pick<WorkDesk, 'store'>,
  controller: string,
  source: string,
): Promise<SourceSearchType | undefined> {
  return store.transact(async ({ audit, requests }) => {
    const { items } = await audit.page(controller, { action: 'request.gathered' }, { first: LOOKED_AT });
    for (const { item } of items) {
      const request = await requests.get(controller, item.object.id);
      const lines = (request?.ledger ?? []).filter((line) => line.source === source);
      if (lines.length > 0) return searchOf(item.at, lines);
    }
    return undefined;
  });
}

function searchOf(at: Date, lines: readonly LedgerLine[]): SourceSearchType {
  const troubles = lines
    .filter(({ blocking }) => blocking)
    .map(({ collection, outcome, message, remedy }) =>
      Object.assign(new SourceTroubleType(), { collection, outcome, message, remedy }),
    );
  return Object.assign(new SourceSearchType(), { at, collections: lines.length, troubles });
}
