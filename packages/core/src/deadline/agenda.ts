import { computeDeadlines } from './deadlines.js';
import { addDays, type LocalDate } from '../calendar/local-date.js';
import { answerableUntil, openPause } from './paused-days.js';
import type { ClockSettings, RequestClock } from './request-clock.js';
import { dateIn } from '../calendar/source-date.js';
import { addWorkingDays } from './working-days.js';

/**
 * What a day is for (DLN-04, DLN-05, DLN-08).
 *
 * - `reminder` somebody looks at the request; `target` an answer is wanted; `work-by` it has to be out; `limit` the law's last day
 * - `extension-notice` the notice of a decided extension has to be sent; without it nothing is extended
 * - `supplementary-information` what does not wait for the answer to a question of scope has to be sent
 * - `scope-answer` the last day for that answer: then everything is produced
 * - `breach-notice` the 72 hours end in which the authority has to be notified of an answer that reached somebody else (DEL-03)
 * - `fee-answer` until when the subject was asked to accept a fee (OUT-06): nothing happens by itself when it is over
 */
export type AgendaKind =
  | 'reminder'
  | 'target'
  | 'work-by'
  | 'limit'
  | 'extension-notice'
  | 'supplementary-information'
  | 'scope-answer'
  | 'breach-notice'
  | 'fee-answer';

/** One day of a request on which something is to be done (DLN-04). */
export interface AgendaEntry {
  readonly on: LocalDate;
  readonly kind: AgendaKind;
}

/** What is to be done for a request and when, as it stands at an instant, earliest first (DLN-04). */
export function agenda(clock: RequestClock, settings: ClockSettings, at: Date): readonly AgendaEntry[] {
  const { rules, calendar } = settings;
  const { received, dueSafe, workBy, limit, isExtended } = computeDeadlines(clock, settings, at);
  const entries: readonly AgendaEntry[] = [
    ...rules.reminderDays.map((days): AgendaEntry => ({ on: addDays(received, days), kind: 'reminder' })),
    { on: addWorkingDays(received, rules.targetWorkingDays, calendar), kind: 'target' },
    { on: workBy, kind: 'work-by' },
    { on: limit.date, kind: 'limit' },
    ...(clock.extension === undefined || isExtended ? [] : [{ on: dueSafe.date, kind: 'extension-notice' } as const]),
    ...scopeEntries(clock, settings, at),
  ];
  return [...entries].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

function scopeEntries(clock: RequestClock, settings: ClockSettings, at: Date): readonly AgendaEntry[] {
  const open = openPause(clock, settings, at);
  const until = open === undefined ? undefined : answerableUntil(open, settings);
  if (open === undefined || until === undefined) return [];
  const answer: AgendaEntry = { on: until, kind: 'scope-answer' };
  if (open.supplementarySentAt !== undefined) return [answer];
  return [{ on: dateIn(open.askedAt, settings.zone), kind: 'supplementary-information' }, answer];
}
