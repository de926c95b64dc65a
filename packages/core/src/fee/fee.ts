import type { LocalDate } from '../calendar/local-date.js';
import { Refused } from '../request/refused.js';

/** What making a copy costs directly; searching, people's time and overheads are none of it (Art. 15(3) GDPR; OUT-06). */
export const DIRECT_COSTS = ['printing', 'storage_medium', 'packaging', 'postage'] as const;

/** See {@link DIRECT_COSTS}. */
export type DirectCost = (typeof DIRECT_COSTS)[number];

/** One direct cost, in the smallest unit of the fee's currency: cents, yen, or fils of which a thousand make a dinar. */
export interface FeeCost {
  readonly cost: DirectCost;
  readonly cents: number;
}

/** What a fee can be for; there is no other (Art. 12(5), 15(3) GDPR; OUT-06). The words that show it are in the case file. */
export type FeeCause =
  | { readonly for: 'further_copy'; readonly earlier: string; readonly firstCopyOn: LocalDate }
  | { readonly for: 'excessive'; readonly earlier: string; readonly lastRequestOn: LocalDate }
  | { readonly for: 'manifestly_unfounded' };

/** Where a fee stands: `accepted` by the subject, `paid`, or `waived` by the officer. Nothing is due before it is accepted. */
export type FeeStanding = 'announced' | 'accepted' | 'paid' | 'waived';

/** A fee as it was announced, and what came of it. Facts without names: what people wrote is in the case file. Times are ISO 8601, UTC. */
export interface Fee {
  readonly cause: FeeCause;
  /** The fee is their sum. */
  readonly costs: readonly FeeCost[];
  /** ISO 4217. */
  readonly currency: string;
  /** Until when an answer is wanted. Nothing happens by itself when that is over. */
  readonly answerBy: LocalDate;
  readonly announcedAt: string;
  /** The officer, by id. */
  readonly announcedBy: string;
  /** Where it was accepted: by whom, a member of staff who noted it or `subject`. */
  readonly accepted?: { readonly at: string; readonly by: string };
  readonly end?: { readonly as: 'paid' | 'waived'; readonly at: string; readonly by: string };
}

/** Where a fee stands. */
export function standingOf({ accepted, end }: Pick<Fee, 'accepted' | 'end'>): FeeStanding {
  return end?.as ?? (accepted === undefined ? 'announced' : 'accepted');
}

/** The sum of its costs, in the smallest unit of its currency. */
export function totalOf({ costs }: Pick<Fee, 'costs'>): number {
  return costs.reduce((sum, { cents }) => sum + cents, 0);
}

/** Whether a fee waits for the subject: then the answer does not go out by itself (OUT-06). */
export function awaitsFee({ fee }: { readonly fee?: Fee }): boolean {
  return fee !== undefined && standingOf(fee) === 'announced';
}

/** Throws `Refused` with `WRONG_STATE` while a fee waits for the subject: whoever releases an answer then waives the fee first. */
export function requireSettledFee(request: { readonly fee?: Fee }): void {
  if (!awaitsFee(request)) return;
  const remedy = 'Note that it was accepted or paid, or waive it.';
  throw new Refused('WRONG_STATE', 'A fee was announced for this answer, and nothing has come of it yet.', remedy);
}
