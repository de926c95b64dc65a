import { addDays, addMonths, earliest, type LocalDate } from '../calendar/local-date.js';
import type { DueDate } from './due-date.js';
import type { ClockSettings, RequestClock } from './request-clock.js';
import { receipt } from './start-of-clock.js';
import type { TraceStep } from './trace-step.js';

const HOUR_MS = 3_600_000;

/** When health information has to be handed out (CSP L1111-7; DLN-10). */
export interface HealthDue {
  /** Not earlier: the time the law leaves for second thoughts. */
  readonly notBefore: Date;
  /** The period of the health code, or the date of the GDPR where that is earlier. Never moved, never paused. */
  readonly due: DueDate;
}

/** What the dates of health information are counted from. */
export interface HealthInformation {
  /** Its day; without one the shorter period holds. */
  readonly informationOf?: LocalDate;
  /** By when the request has to be answered without it: never later than that. */
  readonly workBy: LocalDate;
}

/** The dates of the health fast track (DLN-10). Nothing where the controller's rules have none. */
export function healthDates(
  clock: RequestClock,
  settings: ClockSettings,
  { informationOf, workBy }: HealthInformation,
): HealthDue | undefined {
  const terms = settings.rules.healthFastTrack;
  if (terms === undefined) return undefined;
  const { date: received, trace } = receipt(clock, settings);
  const isOld = informationOf !== undefined && addMonths(informationOf, 12 * terms.oldAfterYears) < received;
  const own = isOld ? addMonths(received, terms.monthsForOld) : addDays(received, terms.days);
  const count = isOld ? terms.monthsForOld : terms.days;
  const date = earliest(own, workBy);
  const known: readonly TraceStep[] = clock.health === undefined ? [] : [{ kind: `health-${clock.health}`, date }];
  const counted: TraceStep = { kind: isOld ? 'health-months' : 'health-days', count, date: own };
  const capped: readonly TraceStep[] = date === own ? [] : [{ kind: 'earlier-of', first: own, second: workBy, date }];
  return {
    notBefore: new Date(clock.receivedAt.getTime() + terms.notBeforeHours * HOUR_MS),
    due: { date, verified: true, trace: [...trace, ...known, counted, ...capped, { kind: 'not-rolled', date }] },
  };
}
