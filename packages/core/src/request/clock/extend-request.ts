import { dateIn } from '../../calendar/source-date.js';
import type { LocalDate } from '../../calendar/local-date.js';
import { decideExtension, noteExtensionNotice } from '../../deadline/extension.js';
import type { ClockSettings, ExtensionReason, RequestClock } from '../../deadline/request-clock.js';
import type { DataRequest } from '../data-request.js';
import type { Desk } from '../desk.js';
import { factsOf, type KeptExtension } from './clock-facts.js';
import { keptClock } from './clock-of.js';
import { type ClockNote, type ClockViewer, happenedAt, noteOnClock, type NoteTerms, requireUndecided } from './note-on-clock.js';
import { withDecision } from './words.js';

/** The decision to take longer, with its notice once that was sent. */
export interface ExtensionOfRequest {
  readonly reason: ExtensionReason;
  /** Missing while it is not sent: then no date changes (DLN-05). */
  readonly notice?: ExtensionNotice;
}

/** A notice of extension, as it was sent (DLN-11). */
export interface ExtensionNotice {
  /** What takes longer here, and why. */
  readonly explanation: string;
  /** The day that it promises the answer by. */
  readonly promisedOn: LocalDate;
  /** Where the subject can turn to. */
  readonly contact: string;
  /** Where that was earlier than now. */
  readonly sentAt?: Date;
}

/**
 * Decides that a request takes longer, once, and notes the notice that says so: now, or in a second call with the same reason
 * (Art. 12(3); DLN-05). Only a notice that was sent within the first month moves dates. Throws `Refused`: `WRONG_STATE` for a second
 * extension, after the first month, and where the request is decided; `INVALID_INPUT` for another reason than those of the law, a notice
 * that lacks something or promises a day that is too late (DLN-11), and a time in the future.
 */
export function extendRequest(desk: Desk, viewer: ClockViewer, id: string, wanted: ExtensionOfRequest): Promise<DataRequest> {
  return noteOnClock(desk, viewer, id, (request, terms) => {
    requireUndecided(request);
    return noteOf(request, wanted, viewer, terms);
  });
}

function noteOf(
  request: DataRequest,
  wanted: ExtensionOfRequest,
  { actor }: ClockViewer,
  { settings, now }: NoteTerms,
): ClockNote {
  const { reason, notice } = wanted;
  const sentAt = notice === undefined ? now : happenedAt(notice.sentAt, now);
  const decided = decidedClock(request, settings, wanted, sentAt);
  if (notice !== undefined) noteExtensionNotice(decided, settings, { texts: textsOf(request, settings, reason, notice), sentAt });
  const clock = factsOf(request);
  const extension: KeptExtension = {
    ...(clock.extension ?? { reason, decidedAt: sentAt.toISOString(), decidedBy: actor.id }),
    ...(notice === undefined ? {} : { noticeSentAt: sentAt.toISOString(), promisedOn: notice.promisedOn }),
  };
  return {
    verb: 'extend',
    fields: { clock: { ...clock, extension } },
    ...(notice === undefined
      ? {}
      : { words: withDecision({ event: 'extend', reason: notice.explanation, by: actor.id, at: now.toISOString() }) }),
    details: { ...extension },
    ...(notice === undefined ? {} : { tells: { kind: 'extended', facts: { dueOn: notice.promisedOn } } }),
  };
}

/** The clock with the decision: the one that waits for this notice, or a new one. */
function decidedClock(
  request: DataRequest,
  settings: ClockSettings,
  { reason, notice }: ExtensionOfRequest,
  decidedAt: Date,
): RequestClock {
  const kept = keptClock(request, settings);
  const waits = kept.extension !== undefined && kept.extension.noticeSentAt === undefined;
  return waits && notice !== undefined ? kept : decideExtension(kept, settings, { reason, decidedAt });
}

function textsOf(
  { reference, receivedAt }: DataRequest,
  { zone }: ClockSettings,
  reason: ExtensionReason,
  { explanation, promisedOn, contact }: ExtensionNotice,
): Parameters<typeof noteExtensionNotice>[2]['texts'] {
  return { reference, receivedOn: dateIn(receivedAt, zone), reason, explanation, newDueOn: promisedOn, contact };
}
