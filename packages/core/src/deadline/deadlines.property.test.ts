import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { frenchCalendar } from '../testing/french-calendar.js';
import { computeDeadlines, type Deadlines } from './deadlines.js';
import { addDays, addMonths, daysBetween, type LocalDate, partsOf, weekdayOf } from '../calendar/local-date.js';
import { startClock, type ClockSettings, type Pause, type RequestClock } from './request-clock.js';
import { DEFAULT_DEADLINE_RULES } from './rules.js';
import { dateIn } from '../calendar/source-date.js';

const HOUR_MS = 3_600_000;
const calendar = frenchCalendar();
const zones = fc.constantFrom('Europe/Paris', 'America/Martinique', 'Indian/Reunion', 'Pacific/Noumea', 'UTC');
const settings = zones.map((zone): ClockSettings => ({ zone, calendar, rules: DEFAULT_DEADLINE_RULES }));
const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true });
const later = new Date('2055-01-01');

const isWorking = (date: LocalDate): boolean =>
  ![0, 6].includes(weekdayOf(date)) && calendar.holidaysOf(partsOf(date).year)?.has(date) === false;
const rollByHand = (date: LocalDate): LocalDate => (isWorking(date) ? date : rollByHand(addDays(date, 1)));
const legalOf = ({ dueLegal, dueExtLegal }: Deadlines): readonly LocalDate[] => [dueLegal.date, dueExtLegal.date];
const safeOf = ({ dueSafe, dueExtSafe }: Deadlines): readonly LocalDate[] => [dueSafe.date, dueExtSafe.date];

/** Questions and their answers, one after the other, as hours after receipt. */
const pausesAfter = (receivedAt: Date): fc.Arbitrary<readonly Pause[]> =>
  fc.array(fc.tuple(fc.nat({ max: 200 }), fc.nat({ max: 400 })), { minLength: 1, maxLength: 4 }).map((gaps) => {
    let time = receivedAt.getTime();
    return gaps.map(([before, open]) => {
      const askedAt = new Date((time += before * HOUR_MS));
      const answeredAt = new Date((time += open * HOUR_MS));
      return { question: { kind: 'identity', doubt: 'Two members of this name.', isSignedIn: false }, askedAt, answeredAt };
    });
  });

describe('DLN-01 DLN-03 DLN-06 for any receipt', () => {
  it('the month has 28 to 31 days, legal is never before safe and lies on a working day, three months come after one', () => {
    fc.assert(
      fc.property(instants, settings, (receivedAt, where) => {
        const all = computeDeadlines(startClock(receivedAt), where, later);
        const [safe, extSafe] = safeOf(all) as [LocalDate, LocalDate];
        const [legal, extLegal] = legalOf(all) as [LocalDate, LocalDate];
        const days = daysBetween(dateIn(receivedAt, where.zone), safe);
        const claims = [
          days >= 28 && days <= 31,
          legal >= safe && extLegal >= extSafe,
          extSafe > safe && extLegal > legal,
          isWorking(legal) && isWorking(extLegal),
          legal === rollByHand(safe),
          all.lateFrom > receivedAt,
          dateIn(new Date(all.lateFrom.getTime() - 1), where.zone) === all.limit.date,
        ];
        return !claims.includes(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it('who comes later is never due earlier', () => {
    fc.assert(
      fc.property(instants, fc.nat({ max: 90 * 24 }), settings, (first, hours, where) => {
        const second = new Date(first.getTime() + hours * HOUR_MS);
        const [before, after] = [first, second].map((receivedAt) => computeDeadlines(startClock(receivedAt), where, later));
        const earlier = [...safeOf(before!), ...legalOf(before!)];
        return [...safeOf(after!), ...legalOf(after!)].every((date, index) => date >= earlier[index]!);
      }),
      { numRuns: 3_000 },
    );
  });

  it('the hour of receipt does not matter within a day of the controller', () => {
    fc.assert(
      fc.property(instants, instants, settings, (some, other, where) => {
        const sameDay = new Date(Math.floor(some.getTime() / 864e5) * 864e5 + (other.getTime() % 864e5));
        fc.pre(dateIn(some, where.zone) === dateIn(sameDay, where.zone));
        const [a, b] = [some, sameDay].map((receivedAt) => computeDeadlines(startClock(receivedAt), where, later));
        return [...safeOf(a!), ...legalOf(a!)].join() === [...safeOf(b!), ...legalOf(b!)].join();
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('DLN-07 for any pauses', () => {
  const paused = instants.chain((receivedAt) =>
    pausesAfter(receivedAt).map((pauses): RequestClock => ({ ...startClock(receivedAt), pauses })),
  );
  const daysOpen = ({ pauses }: RequestClock, { zone }: ClockSettings): number =>
    pauses.reduce((sum, { askedAt, answeredAt }) => sum + daysBetween(dateIn(askedAt, zone), dateIn(answeredAt!, zone)), 0);

  it('exactly the days they were open are added before the date is moved, and nothing else moves', () => {
    fc.assert(
      fc.property(paused, settings, (clock, where) => {
        const [all, none] = [clock, { ...clock, pauses: [] }].map((each) => computeDeadlines(each, where, later));
        const days = daysOpen(clock, where);
        const expected = rollByHand(addDays(addMonths(all!.received, 1), days));
        return (
          all!.pausedDays === days &&
          all!.duePaused?.date === expected &&
          expected >= all!.dueLegal.date &&
          [...safeOf(all!), ...legalOf(all!)].join() === [...safeOf(none!), ...legalOf(none!)].join() &&
          all!.workBy === none!.workBy
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('two that touch count as one', () => {
    fc.assert(
      fc.property(paused, settings, fc.double({ min: 0, max: 1, noNaN: true }), (clock, where, share) => {
        const [{ question, askedAt, answeredAt }] = clock.pauses as [Pause];
        const middle = new Date(askedAt.getTime() + Math.floor(share * (answeredAt!.getTime() - askedAt.getTime())));
        const split: readonly Pause[] = [
          { question, askedAt, answeredAt: middle },
          { question, askedAt: middle, answeredAt: answeredAt! },
          ...clock.pauses.slice(1),
        ];
        const [whole, parts] = [clock, { ...clock, pauses: split }].map((each) => computeDeadlines(each, where, later));
        return whole!.duePaused?.date === parts!.duePaused?.date && whole!.pausedDays === parts!.pausedDays;
      }),
      { numRuns: 2_000 },
    );
  });

  it('after an extension they are added to the three months', () => {
    fc.assert(
      fc.property(paused, settings, (clock, where) => {
        const [decidedAt, noticeSentAt] = [clock.receivedAt, clock.receivedAt];
        const extended: RequestClock = { ...clock, extension: { reason: 'redaction_needed', decidedAt, noticeSentAt } };
        const { limit, received, workBy, dueExtSafe } = computeDeadlines(extended, where, later);
        return limit.date === rollByHand(addDays(addMonths(received, 3), daysOpen(clock, where))) && workBy === dueExtSafe.date;
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('DLN-02 for any end of the calendar', () => {
  it('a date is unverified exactly where a year is missing on the way to it, and then not moved', () => {
    const ends = fc.integer({ min: 2000, max: 2050 });
    const calendars = new Map(
      Array.from({ length: 51 }, (_, index) => [2000 + index, frenchCalendar(undefined, { first: 1999, last: 2000 + index })]),
    );
    fc.assert(
      fc.property(instants, ends, settings, (receivedAt, last, where) => {
        const { dueLegal, dueSafe } = computeDeadlines(
          startClock(receivedAt),
          { ...where, calendar: calendars.get(last)! },
          later,
        );
        const isKnown = partsOf(rollByHand(dueSafe.date)).year <= last;
        return dueLegal.verified === isKnown && dueLegal.date === (isKnown ? rollByHand(dueSafe.date) : dueSafe.date);
      }),
      { numRuns: 2_000 },
    );
  });
});

it('counts enough days by hand to be worth comparing with', () => {
  expect([rollByHand('2026-04-05'), rollByHand('2026-04-07')]).toEqual(['2026-04-07', '2026-04-07']);
});
