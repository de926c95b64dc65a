import { matchPlace, type Reviews, type ReviewVerdict } from '../matching/reviews.js';
import type { CaseFile, MatchReview } from './case-file.js';
import { happen, lockRequest } from './change-request.js';
import type { DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { notFound, Refused } from './refused.js';
import { keyOf, openCaseFile, sealFile } from './sealed-files.js';
import { addStep } from './workflow.js';

/** What a person says about a match. */
export interface Review {
  /** Its id in the case: `m3`. */
  readonly match: string;
  readonly verdict: ReviewVerdict;
  readonly reason: string;
}

/**
 * Decides about a match that waits for a human. With the last one that waits, the search goes on with what was decided: a
 * confirmed match may lead to more. Throws `Refused` with `NOT_FOUND` where there is no such match, and with `WRONG_STATE` where
 * the request is not in review.
 */
export async function reviewMatch(desk: Desk, viewer: Viewer, id: string, review: Review): Promise<DataRequest> {
  if (review.reason.trim() === '') throw new Refused('INVALID_INPUT', 'This needs a reason.');
  const changed = await desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    if (request.state !== 'in_review') {
      throw new Refused('WRONG_STATE', 'No match of this request waits for a decision.');
    }
    const file = await openCaseFile(desk.vault, request);
    const match = file.matches.find((each) => each.id === review.match);
    if (match === undefined) throw notFound('match');
    const place = matchPlace(match);
    const made: MatchReview = {
      source: match.source,
      collection: match.collection,
      recordId: match.recordId,
      verdict: review.verdict,
      reason: review.reason,
      by: viewer.actor.id,
      at: transaction.now.toISOString(),
    };
    const reviews = [...file.reviews.filter((each) => matchPlace(each) !== place), made];
    const caseFile = await sealFile(desk.vault, keyOf(request), 'case', { ...file, reviews });
    const waiting = unreviewed({ ...file, reviews });
    const details = { match: review.match, verdict: review.verdict, waiting };
    await transaction.audit.add({
      id: desk.ids.next('aud'),
      controller: request.controller,
      actor: viewer.actor,
      action: 'match.review',
      object: { type: 'request', id },
      outcome: 'done',
      details,
    });
    const noted = { ...request, caseFile, queued: waiting, version: request.version + 1, updatedAt: transaction.now };
    await transaction.requests.change(noted);
    if (waiting > 0) return noted;
    const settled = await happen(transaction, noted, { event: 'review', viewer, desk }, { fields: { rounds: noted.rounds + 1 } });
    await addStep(transaction, desk, settled, { kind: 'search' });
    return settled;
  });
  desk.wake();
  return changed;
}

/** How many queued matches nobody has decided about. */
export function unreviewed({ matches, reviews }: Pick<CaseFile, 'matches' | 'reviews'>): number {
  const reviewed = reviewsOf({ reviews });
  return matches.filter((match) => match.decision === 'queued' && !reviewed.has(matchPlace(match))).length;
}

/** What humans said, as a search takes it. */
export function reviewsOf({ reviews }: Pick<CaseFile, 'reviews'>): Reviews {
  return new Map(reviews.map((review) => [matchPlace(review), review.verdict]));
}
