import { releaseByItself } from '../delivery/deliver.js';
import type { OwnRequest } from '../identity/send-code.js';
import type { Transaction } from '../ports/store.js';
import { keepChange, lockRequest } from '../request/change-request.js';
import { requireUndecided } from '../request/clock/note-on-clock.js';
import type { FeeWords } from '../request/case-file.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { Refused } from '../request/refused.js';
import { requirePerson } from '../request/grounded-refusal.js';
import { systemActor } from '../work/worker.js';
import { type Fee, type FeeStanding, standingOf } from './fee.js';
import { withFeeWords } from './fee-words.js';

/** What comes of a fee, as staff note it. */
export interface FeeNote {
  readonly as: Exclude<FeeStanding, 'announced'>;
  /** How that is known, or why it is waived. Sealed with the case. */
  readonly words?: string;
}

/**
 * Notes that a fee was accepted or paid, or waives it (OUT-06): by a person who has just proved that it is them. What was only waiting for it
 * goes out by itself then. Throws `Refused`: `REFUSED` for whoever is no person; `STEP_UP_REQUIRED`; `WRONG_STATE` where no fee was
 * announced, it stands so already or was ended, or the request is decided.
 */
export function noteFee(desk: Desk, viewer: Viewer, id: string, { as, words = '' }: FeeNote): Promise<DataRequest> {
  return settle(desk, viewer, id, {
    as,
    by: viewer.actor.id,
    words,
    check: (now) => {
      requirePerson(viewer, now);
    },
  });
}

/** The subject accepts a fee on the page of their request. A second time changes nothing. Throws `Refused` as {@link noteFee} does. */
export function acceptOwnFee(desk: Desk, { viewer, id }: OwnRequest): Promise<DataRequest> {
  return settle(desk, viewer, id, { as: 'accepted', by: 'subject', words: '', check: () => undefined });
}

interface Settlement {
  readonly as: FeeNote['as'];
  readonly by: string;
  readonly words: string;
  /** Throws `Refused` for whoever may not. */
  readonly check: (now: Date) => void;
}

const EVENTS = { accepted: 'accept', paid: 'pay', waived: 'waive' } as const satisfies Record<FeeNote['as'], FeeWords['event']>;

async function settle(desk: Desk, viewer: Viewer, id: string, { as, by, words, check }: Settlement): Promise<DataRequest> {
  const settled = await desk.store.transact(async (transaction) => {
    const { now } = transaction;
    check(now);
    const request = await lockRequest(transaction, viewer, id);
    requireUndecided(request);
    const at = now.toISOString();
    const fee = feeAs(request, as, { at, by });
    const event = EVENTS[as];
    const changed = { ...request, ...(await withFeeWords(desk, request, { event, text: words, by, at })), fee };
    const details = { for: fee.cause.for, hasWords: words.trim() !== '' };
    const kept = await keepChange(transaction, changed, { desk, viewer, action: `fee.${event}`, details });
    return goOn(transaction, desk, kept);
  });
  desk.wake();
  return settled;
}

function feeAs({ fee }: DataRequest, as: FeeNote['as'], done: { readonly at: string; readonly by: string }): Fee {
  if (fee === undefined) throw new Refused('WRONG_STATE', 'No fee was announced for this request.', 'It is free.');
  if (fee.end !== undefined || standingOf(fee) === as) {
    throw new Refused('WRONG_STATE', `This fee is ${standingOf(fee)} already.`, 'See where it stands.');
  }
  return as === 'accepted' ? { ...fee, accepted: done } : { ...fee, end: { as, ...done } };
}

/** What only waited for the fee goes out, as work that nobody has to start. */
async function goOn(transaction: Transaction, desk: Desk, request: DataRequest): Promise<DataRequest> {
  if (request.state !== 'awaiting_release') return request;
  const viewer = { actor: systemActor('fee'), controller: request.controller };
  await releaseByItself(transaction, request, { desk, viewer });
  return lockRequest(transaction, viewer, request.id);
}
