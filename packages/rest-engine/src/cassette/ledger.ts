import { ConnectorError, type Identifier, type Located, type Match, type Session } from '@habeas/connector-sdk';
import type { LedgerEntry } from './cassette.js';

/** What is searched, and how. */
export interface Searched {
  readonly collections: readonly { readonly name: string }[];
  readonly locate: Session['locate'];
  readonly read: Session['read'];
}

/** Faults of one collection; any other is of the whole source, and ends the search. */
const OF_ONE: readonly ConnectorError['errorClass'][] = ['permission', 'not-found', 'contract'];

/** Searches for somebody and reads everything of them, one collection after the other: what it came to, by collection. */
export async function ledgerOf(source: Searched, identifiers: readonly Identifier[]): Promise<Record<string, LedgerEntry>> {
  const matches: Match[] = [];
  const located = new Map<string, Located>();
  for await (const item of source.locate({ identifiers })) {
    if (item.type === 'match') matches.push(item);
    else located.set(item.collection, item);
  }
  const roots = matches.filter(({ evidence }) => evidence.some(({ how }) => how !== 'folded'));
  const ledger: Record<string, LedgerEntry> = {};
  for (const { name } of source.collections) {
    const search = located.get(name);
    ledger[name] = {
      ...(search === undefined ? {} : { search: search.outcome }),
      matches: matches.filter(({ collection }) => collection === name).length,
      dropped: search?.dropped ?? 0,
      ...(roots.length === 0 ? { records: 0 } : await readOf(source, name, roots)),
    };
  }
  return ledger;
}

async function readOf(
  { read }: Searched,
  collection: string,
  roots: readonly Match[],
): Promise<Pick<LedgerEntry, 'records' | 'read'>> {
  let records = 0;
  try {
    for await (const item of read({ collection, roots, want: 'records' })) {
      if (item.type === 'records') records += item.records.length;
      if (item.type === 'done') return { records, read: item.outcome };
    }
    return { records };
  } catch (error) {
    if (!(error instanceof ConnectorError) || !OF_ONE.includes(error.errorClass)) throw error;
    return { records, read: error.errorClass };
  }
}
