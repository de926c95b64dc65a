import type { LocalDate } from '../calendar/local-date.js';
import type { ClockSettings, RequestClock } from './request-clock.js';
import { dateIn } from '../calendar/source-date.js';
import type { TraceStep } from './trace-step.js';

/** A day that periods are counted from, and why it is that one. */
export interface StartDay {
  readonly date: LocalDate;
  readonly trace: readonly TraceStep[];
}

/** The day of receipt in the controller's time zone (DLN-01): 31 January, 23:30 UTC, is 1 February in Paris. */
export function receipt({ receivedAt }: RequestClock, { zone }: ClockSettings): StartDay {
  const date = dateIn(receivedAt, zone);
  const utc = dateIn(receivedAt, 'UTC');
  const step: TraceStep = utc === date ? { kind: 'received', date, zone } : { kind: 'received-elsewhere', utc, date, zone };
  return { date, trace: [step] };
}

/**
 * The day that the legal periods are counted from: receipt, or in the UK pack the day on which the last thing asked for came (ICO;
 * DLN-09). While something is missing it is the day of `at`, and moves on with it.
 */
export function countingFrom(clock: RequestClock, settings: ClockSettings, at: Date): StartDay {
  const received = receipt(clock, settings);
  const came = clock.demands.map(({ metAt }) => dateIn(metAt ?? at, settings.zone));
  const date = came.reduce((latest, each) => (each > latest ? each : latest), received.date);
  if (date === received.date) return received;
  const isMissing = clock.demands.some(({ metAt }) => metAt === undefined);
  return { date, trace: [...received.trace, { kind: isMissing ? 'not-started' : 'started', date }] };
}
