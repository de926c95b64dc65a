import type { ArchiveFile, DataRequest, LedgerLine } from './data-request.js';
import { findsSpecialCategories } from '../proof/proof-standing.js';
import { isDecided } from './transitions.js';

/** The sources of which something stands in the way of a complete answer, by id. */
export function outstandingSources(ledger: readonly LedgerLine[]): readonly string[] {
  return [...new Set(ledger.filter(({ blocking }) => blocking).map(({ source }) => source))].sort();
}

/** What is noted of an answer that goes out now: after those before it. */
export function withAnswer(
  { answers = [], archive, complete, ledger, disclosure }: DataRequest,
  releasedAt: Date,
  expiresAt: Date,
): Pick<DataRequest, 'answers'> {
  const [at, until] = [releasedAt.toISOString(), expiresAt.toISOString()];
  const state = { complete: complete === true, missing: complete === true ? [] : outstandingSources(ledger) };
  const special = findsSpecialCategories(disclosure) === true ? ({ hasSpecialCategories: true } as const) : {};
  const given = [archive]
    .filter((file) => file !== undefined)
    .map((file) => ({ archive: file, releasedAt: at, expiresAt: until, ...state, ...special }));
  return { answers: [...answers, ...given] };
}

/** Whether an addition is being prepared to an answer that went out. */
export function isReopened(request: DataRequest): boolean {
  return (request.answers ?? []).length > 0 && !isDecided(request);
}

/** What its subject can fetch as long as its link is good: the last answer that went out, also while an addition is prepared. */
export function standingArchive(request: Pick<DataRequest, 'answers' | 'archive'> | undefined): ArchiveFile | undefined {
  return request?.answers?.at(-1)?.archive ?? request?.archive;
}
