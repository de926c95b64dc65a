import type { ClockSettings, RequestClock } from '../../deadline/request-clock.js';
import type { DataRequest } from '../data-request.js';
import type { Desk } from '../desk.js';
import { requireUnderGdpr } from '../open-request.js';
import { Refused } from '../refused.js';
import { factsOf } from './clock-facts.js';
import { clockOf, keptClock, type Timed } from './clock-of.js';
import { type ClockNote, type ClockViewer, noteOnClock, type NoteTerms } from './note-on-clock.js';
import { withDecision } from './words.js';

/** When a request really reached the controller, and how that is known. */
export interface CorrectedReceipt {
  readonly receivedAt: Date;
  readonly reason: string;
}

/**
 * Corrects when a request reached the controller (INT-01): every date is computed anew from it, and the trail says from when to when.
 * Questions and an extension that it makes late count no more. Throws `Refused`: `INVALID_INPUT` without a reason, and for a receipt after
 * the registration, after what happened to the request, or before the GDPR applied; `WRONG_STATE` where the personal data was destroyed.
 */
export function correctReceipt(desk: Desk, viewer: ClockViewer, id: string, corrected: CorrectedReceipt): Promise<DataRequest> {
  return noteOnClock(desk, viewer, id, (request, terms) => {
    const { receivedAt, reason } = corrected;
    if (reason.trim() === '') throw new Refused('INVALID_INPUT', 'This needs a reason.', 'Say how the right day is known.');
    requireUnderGdpr(receivedAt);
    requireFirst(request, receivedAt, terms.settings);
    return noteOf(request, corrected, viewer, terms);
  });
}

function noteOf(
  request: DataRequest,
  { receivedAt, reason }: CorrectedReceipt,
  { actor }: ClockViewer,
  { settings, now }: NoteTerms,
): ClockNote {
  const [kept, counted] = [keptClock({ ...request, receivedAt }, settings), clockOf({ ...request, receivedAt }, settings)];
  return {
    verb: 'correct-receipt',
    fields: { receivedAt },
    words: withDecision({ event: 'correct-receipt', reason, by: actor.id, at: now.toISOString() }),
    details: {
      from: request.receivedAt.toISOString(),
      to: receivedAt.toISOString(),
      dueBefore: request.dueAt.toISOString(),
      questionsLate: askedIn(kept) - askedIn(counted),
      isExtensionLate: kept.extension !== undefined && counted.extension === undefined,
    },
  };
}

/** How much was asked of its subject: questions, and what is asked for in the UK pack. */
function askedIn({ pauses, demands }: RequestClock): number {
  return pauses.length + demands.length;
}

function requireFirst(request: DataRequest, receivedAt: Date, settings: ClockSettings): void {
  if (receivedAt.getTime() === request.receivedAt.getTime()) {
    throw new Refused('INVALID_INPUT', 'This is the receipt that is noted already.');
  }
  if (happened(request, settings).every((each) => each >= receivedAt)) return;
  throw new Refused(
    'INVALID_INPUT',
    'A request is received before it is registered, and before anything is asked, told or reminded of.',
    'Give the time at which it reached the controller.',
  );
}

function happened({ createdAt, ...timed }: Timed & Pick<DataRequest, 'createdAt'>, settings: ClockSettings): readonly Date[] {
  const { pauses, demands, extension } = keptClock(timed, settings);
  const reminders = factsOf(timed).reminders.map((reminder) => new Date(reminder.receivedAt));
  return [
    createdAt,
    ...[...pauses, ...demands].map(({ askedAt }) => askedAt),
    ...reminders,
    ...(extension === undefined ? [] : [extension.decidedAt]),
  ];
}
