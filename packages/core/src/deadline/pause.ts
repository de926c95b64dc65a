import { Refused } from '../request/refused.js';
import { computeDeadlines } from './deadlines.js';
import { openPause } from './paused-days.js';
import type { ClockSettings, Pause, PauseGround, Question, RequestClock, ScopeAnswer } from './request-clock.js';
import { dateIn } from '../calendar/source-date.js';
import { workingDaysBetween } from './working-days.js';

/** A question as it is asked. */
export type NewQuestion = Pick<Pause, 'askedAt' | 'confirmedBy'> & { readonly question: Question };

/** An answer as it comes. */
export interface Answer {
  readonly answeredAt: Date;
  /** To a question of scope; `none` where it is missing. */
  readonly scope?: ScopeAnswer;
}

/**
 * Asks a question and stops the clock until its answer (EDPB Guidelines 01/2022, §159; DLN-07). Throws `Refused` with `WRONG_STATE` where
 * another question is open, the period is over, nobody can be in doubt (a signed-in account), the quantity is not large (DLN-08), or the
 * question comes late and no data protection officer has confirmed it; with `INVALID_INPUT` where the doubt has no words or the order of
 * times is impossible.
 */
export function askQuestion(clock: RequestClock, settings: ClockSettings, asked: NewQuestion): RequestClock {
  if (asked.question.kind === 'identity' && settings.rules.pack === 'uk') {
    throw new Refused('WRONG_STATE', 'In the UK pack a proof of identity starts the clock.', 'Note that it was asked for.');
  }
  requireAskable(clock, settings, asked);
  return { ...clock, pauses: [...clock.pauses, { ...asked, question: groundOf(asked.question) }] };
}

/** Throws `Refused` where a question is not to be asked, whatever it does to the clock (DLN-07, DLN-08). */
export function requireAskable(clock: RequestClock, settings: ClockSettings, asked: NewQuestion): void {
  requireOrder(clock, settings, asked.askedAt);
  requireGround(asked.question, settings);
  requirePrompt(clock, settings, asked);
}

/**
 * Whether a question that was asked pauses the clock as it is now: a receipt that was corrected can make it late, or leave it no period to
 * pause (INT-01, DLN-07).
 */
export function stillPauses(
  clock: RequestClock,
  settings: ClockSettings,
  asked: Pick<Pause, 'askedAt' | 'confirmedBy'>,
): boolean {
  return isPrompt(clock, settings, asked) && asked.askedAt < computeDeadlines(clock, settings, asked.askedAt).lateFrom;
}

/**
 * Notes the answer to the open question: the clock goes on (DLN-07). Throws `Refused` with `WRONG_STATE` where none is open, one of scope
 * included whose time is over, and with `INVALID_INPUT` where it would have come before the question.
 */
export function noteAnswer(clock: RequestClock, settings: ClockSettings, { answeredAt, scope = 'none' }: Answer): RequestClock {
  const open = requireOpen(clock, settings, answeredAt);
  if (answeredAt < open.askedAt) throw new Refused('INVALID_INPUT', 'No answer comes before its question.');
  return replaceLast(clock, { ...open, answeredAt, ...(open.question.kind === 'scope' ? { scopeAnswer: scope } : {}) });
}

/**
 * Notes that the information of Art. 15(1)(a) to (h) and (2) was sent while a question of scope is open (DLN-08). Throws `Refused` with
 * `WRONG_STATE` where none is open.
 */
export function noteSupplementarySent(clock: RequestClock, settings: ClockSettings, sentAt: Date): RequestClock {
  const open = requireOpen(clock, settings, sentAt);
  if (open.question.kind !== 'scope') throw new Refused('WRONG_STATE', 'No question of scope is open.');
  return replaceLast(clock, { ...open, supplementarySentAt: sentAt });
}

/** Whether what is found is so much that the subject may be asked which of it is meant (recital 63; DLN-08). */
export function isLargeQuantity(
  found: { readonly records: number; readonly sources: number },
  { rules }: ClockSettings,
): boolean {
  return found.records > rules.largeQuantity.records || found.sources > rules.largeQuantity.sources;
}

/** What is to be produced: everything, unless the subject said in time that less is meant, or may still say so (DLN-08). */
export function scopeAt(clock: RequestClock, settings: ClockSettings, at: Date): 'everything' | 'narrowed' | 'asked' {
  if (openPause(clock, settings, at)?.question.kind === 'scope') return 'asked';
  return clock.pauses.findLast(({ scopeAnswer }) => scopeAnswer !== undefined)?.scopeAnswer === 'narrowed'
    ? 'narrowed'
    : 'everything';
}

function requireOrder(clock: RequestClock, settings: ClockSettings, askedAt: Date): void {
  if (askedAt < (clock.pauses.at(-1)?.answeredAt ?? clock.receivedAt)) {
    throw new Refused('INVALID_INPUT', 'A question is asked after the request is received and the one before it is answered.');
  }
  if (openPause(clock, settings, askedAt) !== undefined) {
    throw new Refused('WRONG_STATE', 'Another question is open.', 'Wait for its answer, or ask both in one.');
  }
  if (askedAt >= computeDeadlines(clock, settings, askedAt).lateFrom) {
    throw new Refused('WRONG_STATE', 'The period is over: nothing pauses it now.', 'Answer without delay.');
  }
}

function requireGround(question: Question, settings: ClockSettings): void {
  if (question.kind === 'scope') {
    if (isLargeQuantity(question, settings)) return;
    throw new Refused('WRONG_STATE', 'This is no large quantity: everything is produced without a question.', 'Go on.');
  }
  if (question.isSignedIn) {
    throw new Refused('WRONG_STATE', 'The request came from a signed-in account: there is no doubt who asks.', 'Go on.');
  }
  if (question.doubt.trim() === '') {
    throw new Refused('INVALID_INPUT', 'This doubt has no words.', 'Say what makes it doubtful who asks.');
  }
}

function groundOf(question: Question): PauseGround {
  return question.kind === 'scope' ? question : { kind: question.kind };
}

function isPrompt(
  { receivedAt }: RequestClock,
  { zone, calendar, rules }: ClockSettings,
  { askedAt, confirmedBy = '' }: Pick<Pause, 'askedAt' | 'confirmedBy'>,
): boolean {
  const days = workingDaysBetween(dateIn(receivedAt, zone), dateIn(askedAt, zone), calendar);
  return days <= rules.promptWorkingDays || confirmedBy !== '';
}

function requirePrompt(clock: RequestClock, settings: ClockSettings, asked: NewQuestion): void {
  if (isPrompt(clock, settings, asked)) return;
  throw new Refused(
    'WRONG_STATE',
    `A question pauses the clock when it is asked within ${settings.rules.promptWorkingDays} working days.`,
    'The data protection officer can confirm a later one.',
  );
}

function requireOpen(clock: RequestClock, settings: ClockSettings, at: Date): Pause {
  const open = openPause(clock, settings, at);
  if (open === undefined) {
    throw new Refused('WRONG_STATE', 'No question is open.', 'Ask one first; one of scope waits for its answer only so long.');
  }
  return open;
}

function replaceLast(clock: RequestClock, pause: Pause): RequestClock {
  return { ...clock, pauses: [...clock.pauses.slice(0, -1), pause] };
}
