import { Secret } from '@habeas/connector-sdk';
import type { Account } from '@habeas/core';
import { dateIn, type Language, sourceTitle } from '@habeas/core/law';
import type { LetterFacts } from './facts/letter-facts.js';

/** What the facts of an answer say of its search. */
export type LetterSearch = LetterFacts<'no_data'>['search'];

/** Where and in which language a letter is read. */
export interface LetterPlace {
  readonly timeZone: string;
  readonly language: Language;
}

/**
 * What a letter says of a search, from its account: the sources that were searched to their end, by their titles in its language
 * (OUT-01). An entry of the
 * ledger that is neither complete nor empty makes the search incomplete, blocking or not: a letter never says more than was searched.
 * What is declared to hold nothing about anybody is no gap.
 */
export function letterSearch(
  account: Pick<Account, 'ledger' | 'complete' | 'finishedAt'>,
  { timeZone, language }: LetterPlace,
): LetterSearch {
  const unfinished = account.ledger.filter(
    ({ outcome, blocking, reason }) =>
      outcome !== 'complete' && outcome !== 'empty' && (blocking || reason?.code !== 'declared-empty'),
  );
  const gaps = new Set(unfinished.map(({ source }) => source.id));
  const searched = account.ledger.map(({ source }) => source).filter(({ id }) => !gaps.has(id));
  return {
    snapshotOn: dateIn(account.finishedAt, timeZone),
    sources: [...new Set(searched.map((source) => sourceTitle(source, language)))],
    isComplete: account.complete && unfinished.length === 0,
    records: account.ledger.reduce((sum, { records }) => sum + records, 0),
  };
}

/** The identifiers that were searched, and no others: a name or a birth date only confirms (OUT-01). */
export function searchedIdentifiers({ identifiers }: Pick<Account, 'identifiers'>): LetterFacts<'no_data'>['identifiers'] {
  return identifiers.filter(({ round }) => round > 0).map(({ kind, value }) => ({ kind, value: new Secret(value) }));
}
