import type { MatchAccount } from '../findings/findings.js';
import type { KnownMatch } from './known-match.js';

/** What a human has said about a match: it is the subject's, or it is somebody else's. */
export type ReviewVerdict = 'confirmed' | 'rejected';

/** What humans have said about matches, by {@link matchPlace}. */
export type Reviews = ReadonlyMap<string, ReviewVerdict>;

/** Nobody has said anything. */
export const NO_REVIEWS: Reviews = new Map();

/** The name of a record among all records of all sources: equal in every search that finds it. Personal data, for it holds a key. */
export function matchPlace({ source, collection, recordId }: Pick<MatchAccount, 'source' | 'collection' | 'recordId'>): string {
  return [source, collection, recordId].join('\u0000');
}

/** The source of a {@link matchPlace}. */
export function sourceIn(place: string): string {
  return place.slice(0, place.indexOf('\u0000'));
}

/** What a human has said about this match. */
export function reviewOf(match: Pick<KnownMatch, 'id'>, reviews: Reviews): ReviewVerdict | undefined {
  return reviews.get(match.id);
}
