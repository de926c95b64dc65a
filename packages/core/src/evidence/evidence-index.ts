import type { CollectionSpec } from '@habeas/connector-sdk';
import type { Account, SourceDescription } from '../findings/findings.js';

/** What says what is in the evidence of a request: the account, and each collection that was read. Personal data. */
export interface EvidenceIndex {
  readonly account: Account;
  readonly collections: readonly { readonly source: SourceDescription; readonly collection: CollectionSpec }[];
}

/** The index as JSON. */
export function writeIndex(index: EvidenceIndex): string {
  return JSON.stringify(index);
}

/** The index from JSON: times are times again. */
export function readIndex(text: string): EvidenceIndex {
  const { account, collections } = JSON.parse(text) as EvidenceIndex;
  const date = (text: Date): Date => new Date(text);
  return {
    collections,
    account: {
      ...account,
      startedAt: date(account.startedAt),
      finishedAt: date(account.finishedAt),
      ledger: account.ledger.map((entry) => ({
        ...entry,
        startedAt: date(entry.startedAt),
        finishedAt: date(entry.finishedAt),
      })),
    },
  };
}
