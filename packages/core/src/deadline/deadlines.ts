import { addDays, addMonths, earliest, type LocalDate, partsOf } from '../calendar/local-date.js';
import type { DueDate } from './due-date.js';
import { healthDates } from './health-dates.js';
import { pausedDays } from './paused-days.js';
import type { ClockSettings, RequestClock } from './request-clock.js';
import { countingFrom, receipt } from './start-of-clock.js';
import { dayEndsAt } from './time-zone.js';
import type { TraceStep } from './trace-step.js';
import { rollForward } from './working-days.js';

/** The dates of a request as they stand at an instant: plain data, to be kept as it is (DLN-01 to DLN-03, DLN-06, DLN-07). */
export interface Deadlines {
  /** The day of receipt in the controller's zone. */
  readonly received: LocalDate;
  /** One month after receipt, never moved, never paused: what dashboards, alerts and automation go by (DLN-03). */
  readonly dueSafe: DueDate;
  /** One month after receipt, moved to a working day (Art. 12(3); Reg. 1182/71, Art. 3; DLN-01). */
  readonly dueLegal: DueDate;
  /** What an extension gives: the earlier of two ways to count three months, never moved (DLN-06). */
  readonly dueExtSafe: DueDate;
  /** Three months after receipt, moved to a working day (DLN-06). */
  readonly dueExtLegal: DueDate;
  /** Where questions were asked: the month or, after an extension, the three, and the days they were open (DLN-07). */
  readonly duePaused?: DueDate;
  /** Where health information has a fast track and may be among it: not moved by anything (DLN-10). */
  readonly dueHealth?: DueDate;
  /** With it: the time before which nothing is handed out. */
  readonly notBefore?: Date;
  /** Whether the notice of an extension was sent (DLN-05). */
  readonly isExtended: boolean;
  readonly pausedDays: number;
  /** `dueSafe`, or `dueExtSafe` after an extension (DLN-03); `dueHealth` where there is one (DLN-10). */
  readonly workBy: LocalDate;
  /** The last day that the law leaves: the legal date, extended and paused as it was, or `dueHealth` where there is one. */
  readonly limit: DueDate;
  /** The first instant after that day in the controller's zone: what happens then is late (DLN-01). */
  readonly lateFrom: Date;
  readonly zone: string;
  /** The calendar that the dates were computed from (DLN-02). */
  readonly calendar: { readonly id: string; readonly version: string };
}

/** All dates of a request, as they stand at an instant (DLN-01 to DLN-10). Throws `RangeError` for a zone that does not exist. */
export function computeDeadlines(clock: RequestClock, settings: ClockSettings, at: Date): Deadlines {
  const { zone, calendar, rules } = settings;
  const received = receipt(clock, settings);
  const counting = countingFrom(clock, settings, at);
  const threeMonths = rules.months + rules.extensionMonths;
  const dueLegal = rolled(after(counting, rules.months), settings);
  const dueExtLegal = rolled(after(counting, threeMonths), settings);
  const dueSafe = unmoved(after(received, rules.months));
  const dueExtSafe = unmoved(earlierExtended(received, settings));
  const isExtended = clock.extension?.noticeSentAt !== undefined;
  const days = pausedDays(clock, settings, at);
  const base = after(counting, isExtended ? threeMonths : rules.months);
  const duePaused = clock.pauses.length === 0 ? undefined : rolled(later(base, days), settings);
  const [safe, legal] = isExtended ? [dueExtSafe, dueExtLegal] : [dueSafe, dueLegal];
  const held = heldDates(clock, settings, { workBy: safe.date, limit: duePaused ?? legal });
  return {
    received: received.date,
    dueSafe,
    dueLegal,
    dueExtSafe,
    dueExtLegal,
    ...(duePaused === undefined ? {} : { duePaused }),
    ...held,
    isExtended,
    pausedDays: days,
    lateFrom: dayEndsAt(zone, held.limit.date),
    zone,
    calendar: { id: calendar.id, version: calendar.version },
  };
}

/** By when a request is to be answered: of health information that may be among it by its own dates, which nothing moves (DLN-10). */
function heldDates(
  clock: RequestClock,
  settings: ClockSettings,
  without: Pick<Deadlines, 'workBy' | 'limit'>,
): Pick<Deadlines, 'workBy' | 'limit' | 'dueHealth' | 'notBefore'> {
  const health = clock.health === undefined ? undefined : healthDates(clock, settings, without);
  if (health === undefined) return without;
  const { due, notBefore } = health;
  return { workBy: due.date, limit: due, dueHealth: due, notBefore };
}

/** A day on the way to a due date. */
interface Counted {
  readonly date: LocalDate;
  readonly trace: readonly TraceStep[];
}

function after(start: Counted, count: number): Counted {
  const date = addMonths(start.date, count);
  const day = partsOf(start.date).day;
  const step: TraceStep = partsOf(date).day === day ? { kind: 'months', count, date } : { kind: 'clamped', count, day, date };
  return { date, trace: [...start.trace, step] };
}

function later(base: Counted, count: number): Counted {
  const date = addDays(base.date, count);
  return { date, trace: [...base.trace, { kind: 'paused', count, date }] };
}

/** Three months at once, and one and then two, can differ: 31 January gives 30 and 28 April. The earlier is safe (DLN-06). */
function earlierExtended(received: Counted, { rules }: ClockSettings): Counted {
  const atOnce = after(received, rules.months + rules.extensionMonths);
  const inTwo = addMonths(addMonths(received.date, rules.months), rules.extensionMonths);
  if (inTwo === atOnce.date) return atOnce;
  const date = earliest(atOnce.date, inTwo);
  return { date, trace: [...received.trace, { kind: 'earlier-of', first: atOnce.date, second: inTwo, date }] };
}

function rolled(counted: Counted, { calendar }: ClockSettings): DueDate {
  const { date, verified, trace } = rollForward(counted.date, calendar);
  return { date, verified, trace: [...counted.trace, ...trace, { kind: 'ends', date }] };
}

function unmoved({ date, trace }: Counted): DueDate {
  return { date, verified: true, trace: [...trace, { kind: 'not-rolled', date }] };
}
