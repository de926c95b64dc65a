import { type NewQuestion, requireAskable } from './pause.js';
import { Refused } from '../request/refused.js';
import type { ClockSettings, Demand, RequestClock } from './request-clock.js';

/**
 * Notes that something was asked for before the clock starts (ICO; DLN-09). Throws `Refused` with `WRONG_STATE` outside the UK pack,
 * and where the same thing was asked for before; with `INVALID_INPUT` where it was asked for before receipt.
 */
export function noteDemand(clock: RequestClock, { rules }: ClockSettings, demand: Omit<Demand, 'metAt'>): RequestClock {
  if (rules.pack !== 'uk') {
    throw new Refused('WRONG_STATE', 'Only in the UK pack does a clock wait for what was asked for.', 'Ask a question instead.');
  }
  if (clock.demands.some(({ what }) => what === demand.what)) {
    throw new Refused('WRONG_STATE', 'This was asked for already.');
  }
  if (demand.askedAt < clock.receivedAt) throw new Refused('INVALID_INPUT', 'Nothing is asked for before a request is received.');
  return { ...clock, demands: [...clock.demands, demand] };
}

/**
 * Notes that what was asked for has come (DLN-09). Throws `Refused` with `WRONG_STATE` where it was not asked for or came before, and
 * with `INVALID_INPUT` where it would have come before it was asked for.
 */
export function noteDemandMet(clock: RequestClock, what: Demand['what'], metAt: Date): RequestClock {
  const demand = clock.demands.find((each) => each.what === what && each.metAt === undefined);
  if (demand === undefined) throw new Refused('WRONG_STATE', 'Nothing of this kind is waited for.');
  if (metAt < demand.askedAt) throw new Refused('INVALID_INPUT', 'Nothing comes before it was asked for.');
  return { ...clock, demands: clock.demands.map((each) => (each === demand ? { ...each, metAt } : each)) };
}

/**
 * Asks in a question for identity or authority: as promptly as a question that pauses a clock, and before the period is over (DLN-09).
 * Throws `Refused` as `noteDemand` and `askQuestion` do.
 */
export function demandByQuestion(
  clock: RequestClock,
  settings: ClockSettings,
  { what, ...asked }: NewQuestion & Pick<Demand, 'what'>,
): RequestClock {
  requireAskable(clock, settings, asked);
  return noteDemand(clock, settings, { what, askedAt: asked.askedAt });
}
