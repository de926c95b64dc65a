import type { LedgerEntry } from '../findings/findings.js';
import type { LedgerLine } from './data-request.js';

/** The ledger as people follow it: no fields, no lookups, no personal data. */
export function ledgerLines(entries: readonly LedgerEntry[]): readonly LedgerLine[] {
  return entries.map(({ source, collection, outcome, blocking, included, queued, records, files, attempts, problem, reason }) => {
    const said = problem ?? reason;
    return {
      source: source.id,
      collection,
      outcome,
      blocking,
      included,
      queued,
      records,
      files,
      attempts,
      ...(said === undefined ? {} : { message: said.message }),
      ...(said?.remedy === undefined ? {} : { remedy: said.remedy }),
    };
  });
}
