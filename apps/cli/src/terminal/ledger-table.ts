import type { Account, LedgerEntry } from '@habeas/core';
import { table } from './table.js';

const COLUMNS = [
  { title: 'source' },
  { title: 'collection' },
  { title: 'outcome' },
  { title: 'records', align: 'right' },
  { title: 'files', align: 'right' },
  { title: 'searched by' },
  { title: 'what happened' },
] as const;

/** The ledger as a table, blocking entries marked with `!`, and each remedy on a line of its own below it. */
export function ledgerTable({ ledger }: Pick<Account, 'ledger'>): readonly string[] {
  const remedies = ledger.flatMap(({ source, collection, problem, reason }) =>
    [problem?.remedy, reason?.remedy].flatMap((remedy) =>
      remedy === undefined ? [] : [`  ${source.id}.${collection}: ${remedy}`],
    ),
  );
  return [
    ...table(COLUMNS, ledger.map(ledgerRow)),
    ...(remedies.length === 0 ? [] : ['', 'What can be done:', ...new Set(remedies)]),
  ];
}

function ledgerRow(entry: LedgerEntry): readonly string[] {
  return [
    entry.source.id,
    entry.collection,
    entry.blocking ? `! ${entry.outcome}` : entry.outcome,
    String(entry.records),
    entry.files === 0 ? '' : String(entry.files),
    searchedBy(entry),
    remarks(entry).join('; '),
  ];
}

function searchedBy({ lookups }: LedgerEntry): string {
  const ways = lookups.map(({ kind, namespace, mode }) => `${namespace ?? kind} (${mode})`);
  return ways.length === 0 ? 'its owner' : [...new Set(ways)].join(', ');
}

function remarks({ problem, reason, queued, dropped, attempts, unclassified, notes }: LedgerEntry): readonly string[] {
  const counted = (count: number, text: string): readonly string[] => (count === 0 ? [] : [`${String(count)} ${text}`]);
  return [
    ...(problem === undefined ? [] : [problem.message]),
    ...(reason === undefined ? [] : [reason.message]),
    ...counted(queued, 'for a person to decide'),
    ...counted(dropped, 'dropped on re-check'),
    ...(attempts > 1 ? [`${String(attempts)} attempts`] : []),
    ...(unclassified.length === 0 ? [] : [`not in the data map: ${unclassified.join(', ')}`]),
    ...notes.map(({ field, kind, count }) => `${field}: ${String(count)} × ${kind}`),
  ];
}
