import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, earliest } from '../calendar/local-date.js';
import { frenchCalendar } from '../testing/french-calendar.js';
import { computeDeadlines } from './deadlines.js';
import { type ClockSettings, type RequestClock, startClock } from './request-clock.js';
import { DEFAULT_DEADLINE_RULES, FRENCH_HEALTH_TERMS, type HealthTerms } from './rules.js';

const HOUR_MS = 3_600_000;
const calendar = frenchCalendar();
const later = new Date('2055-01-01');
const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true });
const zones = fc.constantFrom('Europe/Paris', 'America/Martinique', 'Pacific/Noumea', 'UTC');
const terms = fc.record<HealthTerms>({
  days: fc.integer({ min: 1, max: 60 }),
  monthsForOld: fc.integer({ min: 1, max: 3 }),
  oldAfterYears: fc.integer({ min: 1, max: 20 }),
  notBeforeHours: fc.nat({ max: 72 }),
});
const settings = fc
  .tuple(zones, terms)
  .map(([zone, healthFastTrack]): ClockSettings => ({ zone, calendar, rules: { ...DEFAULT_DEADLINE_RULES, healthFastTrack } }));
const known = fc.constantFrom('possible' as const, 'found' as const);

/** A request with an extension and a question, hours after its receipt. */
const clocks = fc
  .record({ receivedAt: instants, hours: fc.nat({ max: 600 }), open: fc.nat({ max: 900 }), isExtended: fc.boolean() })
  .map(({ receivedAt, hours, open, isExtended }): RequestClock => {
    const askedAt = new Date(receivedAt.getTime() + hours * HOUR_MS);
    const answeredAt = new Date(askedAt.getTime() + open * HOUR_MS);
    const extension = { reason: 'volume_of_data', decidedAt: askedAt, noticeSentAt: askedAt } as const;
    const pauses = [{ question: { kind: 'identity' } as const, askedAt, answeredAt }];
    return { ...startClock(receivedAt), pauses, ...(isExtended ? { extension } : {}) };
  });

describe('DLN-10 for any receipt, question and extension', () => {
  it('is never due later than its days, than the safe date of the request, or than the law leaves without it', () => {
    fc.assert(
      fc.property(clocks, settings, known, (clock, where, health) => {
        const [dated, without] = [{ ...clock, health }, clock].map((each) => computeDeadlines(each, where, later));
        const days = addDays(dated!.received, where.rules.healthFastTrack!.days);
        const due = dated!.dueHealth!.date;
        return (
          due === earliest(days, without!.workBy) &&
          due <= without!.limit.date &&
          dated!.workBy === due &&
          dated!.limit.date === due &&
          dated!.lateFrom <= without!.lateFrom &&
          dated!.dueSafe.date === without!.dueSafe.date &&
          dated!.dueLegal.date === without!.dueLegal.date
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('by the health code: at most eight days, whatever is asked or extended, and nothing in the first 48 hours', () => {
    const french = zones.map((zone): ClockSettings => ({
      zone,
      calendar,
      rules: { ...DEFAULT_DEADLINE_RULES, healthFastTrack: FRENCH_HEALTH_TERMS },
    }));
    fc.assert(
      fc.property(clocks, french, known, (clock, where, health) => {
        const { received, workBy, notBefore, lateFrom } = computeDeadlines({ ...clock, health }, where, later);
        const isAfter = notBefore!.getTime() === clock.receivedAt.getTime() + 48 * HOUR_MS;
        return workBy === addDays(received, 8) && isAfter && notBefore! < lateFrom;
      }),
      { numRuns: 2_000 },
    );
  });
});

it('leaves a request alone of which nothing says that health information is among it', () => {
  const where: ClockSettings = {
    zone: 'Europe/Paris',
    calendar,
    rules: { ...DEFAULT_DEADLINE_RULES, healthFastTrack: FRENCH_HEALTH_TERMS },
  };
  const clock = startClock(new Date('2026-06-03T12:00:00Z'));
  const { dueHealth, notBefore, workBy } = computeDeadlines(clock, where, later);
  expect([dueHealth, notBefore, workBy]).toEqual([undefined, undefined, '2026-07-03']);
});
