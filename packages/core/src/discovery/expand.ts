import type { Ledger } from '../ledger/ledger.js';
import type { KnownMatch } from '../matching/known-match.js';
import { settle, type Settlement } from '../matching/settle.js';
import type { Gate } from '../run/gate.js';
import type { Subject } from '../subject/subject.js';
import { CaseFile } from './case-file.js';
import { IdentifierBook } from './identifier-book.js';
import { locate } from './locate.js';
import type { RunContext } from './run-context.js';
import { type OpenSource, type RoundQuery, roundQuery } from './source.js';

/** What a search works with. */
export interface Search {
  readonly subject: Subject;
  readonly sources: readonly OpenSource[];
  readonly ledger: Ledger;
  readonly gate: Gate;
  readonly context: RunContext;
}

/** What a search came to: the identifiers it followed, and the decisions about all matches. */
export interface Expansion {
  readonly book: IdentifierBook;
  readonly settlement: Settlement;
}

/**
 * Searches all sources for what is known of the subject, learns from the matches that are included, and searches for that, until
 * nothing new appears or a limit is reached. A round waits for all its sources, and everything is decided anew from all matches:
 * so the result does not depend on who answers first.
 */
export async function expand(search: Search): Promise<Expansion> {
  const { subject, context } = search;
  const { rounds, identifiers, recordsPerIdentifier } = context.limits;
  const rules = { recordsPerIdentifier, reviews: context.reviews };
  const book = new IdentifierBook(subject, identifiers);
  const caseFile = new CaseFile();
  let settlement = settle([], subject, rules);
  for (let round = 1; round <= rounds; round += 1) {
    const query = roundQuery(round, book.ask(round));
    if (query.identifiers.length === 0) break;
    context.report({ type: 'round-started', round, identifiers: query.identifiers.length });
    caseFile.add(await searchEverywhere(query, search));
    settlement = settle(caseFile.matches(), subject, rules);
    const newIdentifiers = book.learn(settlement);
    context.report({ type: 'decided', round, ...countDecisions(settlement), newIdentifiers });
  }
  return { book, settlement };
}

/** The matches of one round, in all sources that can be searched by what is asked. */
async function searchEverywhere(query: RoundQuery, { sources, ledger, gate, context }: Search): Promise<readonly KnownMatch[]> {
  const able = sources.filter((source) => source.knowsAnyOf(query.identifiers));
  const answers = able.map(async (source) => {
    const answer = await gate.run(() => locate(source, query, context));
    ledger.located(source, answer);
    const dropped = answer.results.reduce((sum, result) => sum + result.dropped, 0);
    context.report({ type: 'located', round: query.round, source: source.id, matches: answer.matches.length, dropped });
    return answer.matches;
  });
  return (await Promise.all(answers)).flat();
}

/** How many matches are included, and how many wait for a human. */
export function countDecisions({ verdicts }: Settlement): { readonly included: number; readonly queued: number } {
  const count = (wanted: string): number => verdicts.filter(({ decision }) => decision.decision === wanted).length;
  return { included: count('included'), queued: count('queued') };
}
