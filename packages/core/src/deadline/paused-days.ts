import { addDays, daysBetween, earliest, type LocalDate } from '../calendar/local-date.js';
import type { ClockSettings, Pause, RequestClock } from './request-clock.js';
import { dateIn } from '../calendar/source-date.js';

/** The calendar days for which questions were open until an instant (DLN-07): from the day one was asked to the day it was answered. */
export function pausedDays({ pauses }: RequestClock, settings: ClockSettings, at: Date): number {
  return pauses.reduce((sum, pause) => sum + daysOf(pause, settings, at), 0);
}

/** The question that waits for its answer at an instant. One of scope waits only so long (DLN-08). */
export function openPause({ pauses }: RequestClock, settings: ClockSettings, at: Date): Pause | undefined {
  const last = pauses.at(-1);
  if (last === undefined || last.answeredAt !== undefined) return undefined;
  const until = answerableUntil(last, settings);
  return until !== undefined && dateIn(at, settings.zone) > until ? undefined : last;
}

/** The last day on which a question of scope can be answered: after it everything is produced (DLN-08). One of identity has none. */
export function answerableUntil({ question, askedAt }: Pause, { zone, rules }: ClockSettings): LocalDate | undefined {
  return question.kind === 'scope' ? addDays(dateIn(askedAt, zone), rules.scopeAnswerDays) : undefined;
}

function daysOf(pause: Pause, settings: ClockSettings, at: Date): number {
  const asked = dateIn(pause.askedAt, settings.zone);
  const ended = dateIn(pause.answeredAt ?? at, settings.zone);
  return Math.max(0, daysBetween(asked, earliest(ended, answerableUntil(pause, settings) ?? ended)));
}
