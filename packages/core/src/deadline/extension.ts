import { Refused } from '../request/refused.js';
import { computeDeadlines } from './deadlines.js';
import { type LetterTexts, missingFields, strangeFields } from './letters.js';
import { parseLocalDate } from '../calendar/local-date.js';
import { EXTENSION_REASONS, type ClockSettings, type Extension, type RequestClock } from './request-clock.js';
import { dayEndsAt } from './time-zone.js';

/** A notice as it was sent. */
export interface SentNotice {
  readonly texts: LetterTexts<'extension_notice'>;
  readonly sentAt: Date;
}

/**
 * Decides that a request takes longer (Art. 12(3); DLN-05). No date changes before the notice is sent. Throws `Refused` with
 * `INVALID_INPUT` for a reason that is not in {@link EXTENSION_REASONS}, and with `WRONG_STATE` for a second extension or after the first
 * month, which no pause makes longer here.
 */
export function decideExtension(
  clock: RequestClock,
  settings: ClockSettings,
  { reason, decidedAt }: Pick<Extension, 'reason' | 'decidedAt'>,
): RequestClock {
  if (!EXTENSION_REASONS.includes(reason)) {
    throw new Refused('INVALID_INPUT', 'This is no reason to take longer.', `Reasons: ${EXTENSION_REASONS.join(', ')}.`);
  }
  if (clock.extension !== undefined)
    throw new Refused('WRONG_STATE', 'A request is extended once.', 'Answer by the day that holds.');
  requireFirstMonth(clock, settings, decidedAt);
  return { ...clock, extension: { reason, decidedAt } };
}

/**
 * Notes that the notice of an extension was sent: from now on the longer period holds (DLN-05). Throws `Refused` with `WRONG_STATE` where
 * no extension waits for one or the first month is over, and with `INVALID_INPUT` where the notice lacks something (DLN-11), gives another
 * reason than was decided, or names a day that the law does not leave.
 */
export function noteExtensionNotice(clock: RequestClock, settings: ClockSettings, { texts, sentAt }: SentNotice): RequestClock {
  const { extension } = clock;
  if (extension === undefined || extension.noticeSentAt !== undefined) {
    throw new Refused('WRONG_STATE', 'No extension waits for its notice.');
  }
  if (sentAt < extension.decidedAt) throw new Refused('INVALID_INPUT', 'A notice is sent after the decision.');
  requireFirstMonth(clock, settings, sentAt);
  requireContent(texts, extension);
  const extended = { ...clock, extension: { ...extension, noticeSentAt: sentAt } };
  const promised = parseLocalDate(texts.newDueOn);
  if (promised === undefined)
    throw new Refused('INVALID_INPUT', 'The day of the answer is written YYYY-MM-DD, and its month has it.');
  if (promised > computeDeadlines(extended, settings, sentAt).limit.date) {
    throw new Refused('INVALID_INPUT', 'The notice promises an answer for a day that is too late.');
  }
  return extended;
}

/** Whether a notice of that instant extends a request (DLN-05): a receipt that was corrected can make it late (INT-01). */
export function isInFirstMonth(clock: RequestClock, settings: ClockSettings, at: Date): boolean {
  return at < dayEndsAt(settings.zone, computeDeadlines(clock, settings, at).dueLegal.date);
}

function requireContent(texts: SentNotice['texts'], { reason }: Extension): void {
  const wrong = [...missingFields('extension_notice', texts), ...strangeFields('extension_notice', texts)];
  if (wrong.length > 0) throw new Refused('INVALID_INPUT', `This is no notice of an extension: see ${wrong.join(', ')}.`);
  if (texts.reason !== reason) throw new Refused('INVALID_INPUT', 'The notice gives another reason than was decided.');
}

/** Pauses do not count: no text of Art. 12 knows them, and a notice that comes too early harms nobody. */
function requireFirstMonth(clock: RequestClock, settings: ClockSettings, at: Date): void {
  if (at < clock.receivedAt) throw new Refused('INVALID_INPUT', 'Nothing is extended before it is received.');
  if (isInFirstMonth(clock, settings, at)) return;
  throw new Refused('WRONG_STATE', 'The first month is over: it can be extended no more.', 'Answer without delay.');
}
