import type { Account, MatchAccount } from '../findings/findings.js';
import type { LedgerView } from '../ledger/ledger.js';
import type { Expansion, Search } from './expand.js';
import { matchId } from './identifier-book.js';

/** A search that has come to its end. */
export interface SearchedCase extends Search, Expansion {
  readonly startedAt: Date;
  /** Ends whatever is being read. */
  readonly stop: () => void;
  /** Closes the sessions. */
  readonly close: () => Promise<void>;
}

/** All matches, in the order of source, collection and record. */
export function matchesOf({ book, settlement }: Expansion): readonly MatchAccount[] {
  return settlement.verdicts.map(({ match, decision }, index) => {
    const { source, collection, recordId, round } = match;
    const evidence = match.evidence.map(({ key, field, how }) => ({ identifier: book.idOf(key), field, how }));
    return { id: matchId(index), source, collection, recordId, round, ...decision, evidence };
  });
}

/** The account of a case whose findings are read, or will not be. */
export function accountOf(searched: SearchedCase): Account {
  const { book, settlement, ledger, startedAt, context } = searched;
  const matches = matchesOf(searched);
  const entries = ledger.entries(ledgerView(searched));
  return {
    startedAt,
    finishedAt: context.clock.now(),
    ledger: entries,
    identifiers: book.account(settlement),
    matches,
    complete: !entries.some(({ blocking }) => blocking) && !matches.some(({ decision }) => decision === 'queued'),
  };
}

/** What the ledger needs to know of a case. */
export function ledgerView({ book, settlement, context }: SearchedCase): LedgerView {
  const counts = new Map<string, Map<string, { included: number; queued: number }>>();
  for (const { match, decision } of settlement.verdicts) {
    const ofSource = counts.get(match.source) ?? new Map<string, { included: number; queued: number }>();
    counts.set(match.source, ofSource);
    const { included, queued } = ofSource.get(match.collection) ?? NONE;
    const { decision: made } = decision;
    ofSource.set(match.collection, {
      included: included + Number(made === 'included'),
      queued: queued + Number(made === 'queued'),
    });
  }
  return {
    kinds: book.searchedKinds(),
    leftOut: book.leftOutKinds(),
    count: (source, collection) => counts.get(source)?.get(collection) ?? NONE,
    now: context.clock.now(),
  };
}

const NONE = { included: 0, queued: 0 };
