import type { DataRequest } from '../data-request.js';
import type { Desk } from '../desk.js';
import { Refused } from '../refused.js';
import { isDecided } from '../transitions.js';
import { factsOf, type LinkedReminder } from './clock-facts.js';
import { type ClockNote, type ClockViewer, happenedAt, noteOnClock, type NoteTerms } from './note-on-clock.js';
import { withWords } from './words.js';

/** The subject asked again for what was not answered, not wholly, or refused. */
export interface SubjectReminder {
  /** What it says, in words. */
  readonly text?: string;
  /** Where that was earlier than now. */
  readonly receivedAt?: Date;
}

/**
 * Links a reminder to the request it reminds of: it is no new request, and moves no date (EDPB Guidelines 01/2022, §29; INT-05). Throws
 * `Refused`: `WRONG_STATE` where the request was withdrawn; `INVALID_INPUT` for a time in the future or before the request.
 */
export function linkReminder(desk: Desk, viewer: ClockViewer, id: string, reminder: SubjectReminder): Promise<DataRequest> {
  return noteOnClock(desk, viewer, id, (request, terms) => {
    if (isDecided(request) && request.state !== 'refused' && request.state !== 'released') {
      throw new Refused('WRONG_STATE', `Nobody is reminded of a request that is ${request.state}.`, 'Open a new request.');
    }
    return noteOf(request, reminder, viewer, terms);
  });
}

function noteOf(request: DataRequest, reminder: SubjectReminder, { actor }: ClockViewer, { now }: NoteTerms): ClockNote {
  const receivedAt = happenedAt(reminder.receivedAt, now);
  if (receivedAt < request.receivedAt) {
    throw new Refused(
      'INVALID_INPUT',
      'A reminder comes after its request.',
      'Correct the receipt of the request, if that is wrong.',
    );
  }
  const clock = factsOf(request);
  const id = `r${String(clock.reminders.length + 1)}`;
  const linked: LinkedReminder = { id, receivedAt: receivedAt.toISOString(), notedBy: actor.id };
  return {
    verb: 'remind',
    fields: { clock: { ...clock, reminders: [...clock.reminders, linked] } },
    words: withWords({ about: id, event: 'remind', text: reminder.text ?? '', by: actor.id, at: now.toISOString() }),
    details: { reminder: id, receivedAt: linked.receivedAt },
  };
}
