import type { Desk } from '../request/desk.js';
import { Refused } from '../request/refused.js';

/** How long an answer that went out by itself can be fetched (security R53). */
const AUTOMATIC_DAYS = 7;
/** The longest that an answer can be fetched, whatever a register says. */
const MOST_DAYS = 30;

type Delivering = Pick<Desk, 'delivery'>;

/** How many days an answer that goes out by itself can be fetched: seven, or fewer where the register of its controller says so (LOG-04). */
export function automaticDays(desk: Delivering, controller: string): number {
  return Math.min(AUTOMATIC_DAYS, mostDays(desk, controller));
}

/** Throws `Refused` with `INVALID_INPUT` for days that are none, and for more than the register of the controller gives (LOG-04). */
export function requireDays(desk: Delivering, controller: string, days: number): void {
  const most = mostDays(desk, controller);
  if (Number.isInteger(days) && days >= 1 && days <= most) return;
  throw new Refused('INVALID_INPUT', `An archive can be fetched for 1 to ${String(most)} days.`);
}

function mostDays({ delivery }: Delivering, controller: string): number {
  return Math.max(1, Math.min(MOST_DAYS, delivery.archiveDaysOf(controller) ?? MOST_DAYS));
}
