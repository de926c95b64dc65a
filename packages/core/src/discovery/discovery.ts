import type { FoundIdentifier } from '@habeas/connector-sdk';
import type { IdentifierAccount, LedgerEntry, MatchAccount } from '../findings/findings.js';
import { readFindings } from '../reading/read-findings.js';
import type { EarlierProgress, ResumableFindings } from '../reading/reading-progress.js';
import { ledgerView, matchesOf, type SearchedCase } from './account.js';
import { matchId } from './identifier-book.js';

/** What a search found, before anything is read. */
export interface Discovery {
  /** All matches, in the order of source, collection and record. */
  readonly matches: readonly MatchAccount[];
  /** Matches that are proved or corroborated, and those that wait for a human. */
  readonly included: readonly MatchAccount[];
  readonly queued: readonly MatchAccount[];
  readonly identifiers: readonly IdentifierAccount[];
  /** What identifies a person on the record of a match, for whoever has to decide about it. */
  foundOn(match: string): readonly FoundIdentifier[];
  /** Whether every source was searched to its end by what it was asked for; what was learnt and not followed does not count. */
  isSearched(): boolean;
  /** The ledger as it stands: collections that a match leads to are not read yet. */
  ledgerSoFar(): readonly LedgerEntry[];
  /**
   * Everything that belongs to the included matches. Can be called once; its sessions are closed when it is consumed. With the
   * progress of an earlier reading of the same matches it delivers only what is still to come, and the account counts both.
   */
  read(earlier?: EarlierProgress): ResumableFindings;
  /** Stops whatever is being done and closes the sessions. Safe to call twice. */
  close(): Promise<void>;
}

/** See {@link Discovery}. */
export function discoveryOf(searched: SearchedCase): Discovery {
  const matches = matchesOf(searched);
  let isRead = false;
  return {
    matches,
    included: matches.filter(({ decision }) => decision === 'included'),
    queued: matches.filter(({ decision }) => decision === 'queued'),
    identifiers: searched.book.account(searched.settlement),
    foundOn: (match) => searched.settlement.verdicts.find((_, index) => matchId(index) === match)?.match.found ?? [],
    isSearched: () => searched.ledger.isSearched(ledgerView(searched)),
    ledgerSoFar: () => searched.ledger.entries(ledgerView(searched)),
    read: (earlier = () => undefined) => {
      if (isRead) throw new Error('The findings of a discovery can be read once.');
      isRead = true;
      return readFindings(searched, earlier);
    },
    close: () => {
      searched.stop();
      return searched.close();
    },
  };
}
