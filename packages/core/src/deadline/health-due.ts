import type { LocalDate } from '../calendar/local-date.js';
import { computeDeadlines } from './deadlines.js';
import { healthDates, type HealthDue } from './health-dates.js';
import type { ClockSettings, RequestClock } from './request-clock.js';

/**
 * The dates of the health fast track for information of a day, or for what has no day: then the shorter period holds (DLN-10). Nothing
 * where the controller's rules have no fast track.
 */
export function healthDue(
  clock: RequestClock,
  settings: ClockSettings,
  { informationOf, at }: { readonly informationOf?: LocalDate; readonly at: Date },
): HealthDue | undefined {
  const { health: _health, ...without } = clock;
  const { workBy } = computeDeadlines(without, settings, at);
  return healthDates(clock, settings, { workBy, ...(informationOf === undefined ? {} : { informationOf }) });
}
