import type { LedgerLine } from '../data-request.js';

/** How much a search has found so far: records, and the sources that hold them (DLN-08). What nobody has decided about does not count. */
export function quantityOf(ledger: readonly LedgerLine[]): { readonly records: number; readonly sources: number } {
  const found = ledger
    .map(({ source, records, included }) => ({ source, count: Math.max(records, included) }))
    .filter(({ count }) => count > 0);
  return {
    records: found.reduce((sum, { count }) => sum + count, 0),
    sources: new Set(found.map(({ source }) => source)).size,
  };
}
