import { addMonths, type LocalDate } from '../calendar/local-date.js';
import { dateIn } from '../calendar/source-date.js';
import { followLink, tellSubject } from '../mail/tell-subject.js';
import type { Transaction } from '../ports/store.js';
import { keepChange, lockRequest } from '../request/change-request.js';
import { requireUndecided } from '../request/clock/note-on-clock.js';
import type { DataRequest } from '../request/data-request.js';
import type { Viewer } from '../request/desk.js';
import { repetition, requirePerson, saidUnfounded } from '../request/grounded-refusal.js';
import { Refused } from '../request/refused.js';
import { saidWords } from '../request/said-words.js';
import type { WorkDesk } from '../work/step-context.js';
import { DIRECT_COSTS, type Fee, type FeeCause, type FeeCost, totalOf } from './fee.js';
import { withFeeWords } from './fee-words.js';
import { furtherCopy } from './further-copy.js';

/** What a fee is for, as the officer gives it: days are worked out from the earlier request. */
export type ClaimedFeeCause =
  | { readonly for: 'further_copy' | 'excessive'; readonly earlier: string; readonly evidence: string }
  | { readonly for: 'manifestly_unfounded'; readonly evidence: string };

/** A fee as the officer announces it. */
export interface AnnouncedFee {
  readonly cause: ClaimedFeeCause;
  readonly costs: readonly FeeCost[];
  readonly currency: string;
  readonly answerBy: LocalDate;
}

/** How many months an answer can be waited for at most. */
const LONGEST_MONTHS = 1;
/** By their codes, ISO 4217. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/**
 * Announces a fee before anything is due (Art. 12(5), 15(3) GDPR; OUT-06): by a person who has just proved that it is them, for a further copy
 * of the same or for an excess, of direct costs alone. The subject is told of it, with until when they can accept or withdraw; the clock goes
 * on but in the UK pack (DLN-09). It is announced once. Throws `Refused`: `REFUSED` for whoever is no person; `STEP_UP_REQUIRED`; `INVALID_INPUT` for
 * costs, a currency, a day or evidence that will not do; `NOT_FOUND` without the earlier request; `WRONG_STATE` where the copy is a first
 * one, the request is decided or was answered, or a fee was announced before.
 */
export async function announceFee(desk: WorkDesk, viewer: Viewer, id: string, announced: AnnouncedFee): Promise<DataRequest> {
  const kept = await desk.store.transact(async (transaction) => {
    const { now } = transaction;
    requirePerson(viewer, now);
    const request = await lockRequest(transaction, viewer, id);
    requireChargeable(request);
    const { zone } = desk.clocks.settingsOf(request.controller);
    const { evidence, ...cause } = await causeOf(desk, transaction, request, announced.cause);
    const fee: Fee = {
      cause,
      costs: directCosts(announced.costs),
      currency: currencyOf(announced.currency),
      answerBy: dayOf(announced.answerBy, dateIn(now, zone)),
      announcedAt: now.toISOString(),
      announcedBy: viewer.actor.id,
    };
    const said = { event: 'announce', text: evidence, by: viewer.actor.id, at: fee.announcedAt } as const;
    const changed = { ...request, ...(await withFeeWords(desk, request, said)), fee };
    const amount = { cents: totalOf(fee), currency: fee.currency };
    const details = { for: cause.for, ...amount, answerBy: fee.answerBy };
    const kept = await keepChange(transaction, changed, { desk, viewer, action: 'fee.announce', details });
    const facts = { reference: kept.reference, amount, until: fee.answerBy, ...(await followLink(transaction, kept, desk)) };
    await tellSubject(transaction, kept, { kind: 'fee_announced', facts }, { desk, viewer });
    return kept;
  });
  desk.wake();
  return kept;
}

function requireChargeable(request: DataRequest): void {
  requireUndecided(request);
  if ((request.answers ?? []).length > 0) {
    throw new Refused('WRONG_STATE', 'An answer to this request went out: what completes it is free.');
  }
  if (request.fee !== undefined) {
    throw new Refused('WRONG_STATE', 'A fee was announced for this request already.', 'Waive it: then nothing is due.');
  }
}

async function causeOf(
  desk: WorkDesk,
  transaction: Transaction,
  request: DataRequest,
  claimed: ClaimedFeeCause,
): Promise<FeeCause & { readonly evidence: string }> {
  switch (claimed.for) {
    case 'manifestly_unfounded':
      return { for: claimed.for, evidence: saidUnfounded(claimed.evidence) };
    case 'excessive': {
      const { earlier } = claimed;
      const { lastRequestOn, evidence } = await repetition(desk, transaction, request, { ...claimed, repeats: earlier });
      return { for: claimed.for, earlier, lastRequestOn, evidence };
    }
    case 'further_copy': {
      const cause = await furtherCopy(desk, transaction, request, claimed.earlier);
      return { ...cause, evidence: saidWords(claimed.evidence, 'what shows that the same copy is asked for once more') };
    }
  }
}

function directCosts(costs: readonly FeeCost[]): readonly FeeCost[] {
  const kinds = new Set(costs.map(({ cost }) => cost));
  const isEach = costs.every(({ cents }) => Number.isSafeInteger(cents) && cents > 0);
  if (kinds.size > 0 && kinds.size === costs.length && isEach) return costs.map(({ cost, cents }) => ({ cost, cents }));
  const remedy = `Give each of these once at most, in the smallest unit of the currency, from 1 on: ${DIRECT_COSTS.join(', ')}. Nothing else can be charged.`;
  throw new Refused('INVALID_INPUT', 'These are no direct costs of a copy.', remedy);
}

function currencyOf(currency: string): string {
  if (CURRENCIES.has(currency)) return currency;
  throw new Refused('INVALID_INPUT', 'This is no currency.', 'Give it by its three letters: EUR.');
}

function dayOf(answerBy: LocalDate, today: LocalDate): LocalDate {
  if (answerBy > today && answerBy <= addMonths(today, LONGEST_MONTHS)) return answerBy;
  throw new Refused(
    'INVALID_INPUT',
    'There is no time to answer until this day, or too much.',
    'Give a day within a month from now.',
  );
}
