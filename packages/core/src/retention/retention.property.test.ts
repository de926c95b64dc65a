import { afterEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { addDays, compareDates, localDate, type LocalDate } from '../calendar/local-date.js';
import { retentionRule } from '../testing/retention-rule.js';
import { evaluateRetention, SOON_DAYS } from './evaluate.js';
import type { DatedRetention } from './evaluation.js';
import type { RetentionRule } from './rule.js';

const RUNS = { numRuns: 4_000 };
const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2150-12-31'), noInvalidDate: true });
const dates = days.map((date) => localDate(date.toISOString().slice(0, 10)));
const periods = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 400 }))
  .map(([years, months, count]) => `P${years}Y${months}M${count}D`);

function expiry(rule: RetentionRule, values: Record<string, LocalDate>, today = localDate('2026-01-01')): DatedRetention {
  const evaluation = evaluateRetention(rule, { values }, { today, timeZone: 'Europe/Paris' });
  if (!('expiresOn' in evaluation)) throw new Error('An end was to be known.');
  return evaluation;
}

/** Counts as a person with a paper calendar does: months to the same day, else to the last one; then day by day. */
function byHand(anchor: LocalDate, period: string): string {
  const [years, months, count] = period.match(/\d+/g)!.map(Number) as [number, number, number];
  const [year, month, day] = anchor.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year + years, month + months, 0)); // day 0: the last of the month before
  last.setUTCDate(Math.min(day, last.getUTCDate()) + count);
  return last.toISOString().slice(0, 10);
}

jest.setTimeout(120_000); // thousands of cases each: seconds on a quiet core

describe('evaluateRetention, whatever the rule and the record', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('ends where a calendar on paper ends it (RET-02)', () => {
    fc.assert(
      fc.property(dates, periods, (a, period) => {
        expect(expiry(retentionRule({ anchor: 'a', period }), { a }).expiresOn).toBe(byHand(a, period));
      }),
      RUNS,
    );
  });

  it('a later anchor never ends earlier (RET-02)', () => {
    fc.assert(
      fc.property(dates, fc.nat(100), periods, (a, later, period) => {
        const rule = retentionRule({ anchor: 'a', period });
        const [first, second] = [expiry(rule, { a }), expiry(rule, { a: addDays(a, later) })];
        expect(compareDates(first.expiresOn, second.expiresOn)).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('later_of ends with the last of its anchors, earlier_of with the first (RET-01)', () => {
    fc.assert(
      fc.property(fc.tuple(dates, dates, dates), periods, ([a, b, c], period) => {
        const single = [a, b, c].map((on) => expiry(retentionRule({ anchor: 'a', period }), { a: on }).expiresOn).sort();
        const text = { anchor: ['a', 'b', 'c'], period };
        expect(expiry(retentionRule({ ...text, combine: 'later_of' }), { a, b, c }).expiresOn).toBe(single[2]);
        expect(expiry(retentionRule({ ...text, combine: 'earlier_of' }), { a, b, c }).expiresOn).toBe(single[0]);
      }),
      RUNS,
    );
  });

  it('is overdue from exactly the day after its end, and soon for exactly thirty days before (RET-02)', () => {
    fc.assert(
      fc.property(dates, periods, (a, period) => {
        const rule = retentionRule({ anchor: 'a', period });
        const { expiresOn } = expiry(rule, { a });
        const statusAfter = (count: number) => expiry(rule, { a }, addDays(expiresOn, count)).status;
        expect([-SOON_DAYS - 1, -SOON_DAYS, 0, 1].map(statusAfter)).toEqual([
          'running',
          'expires_soon',
          'expires_soon',
          'overdue',
        ]);
      }),
      RUNS,
    );
  });

  it('a law never shortens, and is named exactly where it is longer than the policy (RET-05)', () => {
    fc.assert(
      fc.property(dates, dates, periods, periods, (a, b, period, statutory) => {
        const own = expiry(retentionRule({ anchor: 'a', period }), { a }).expiresOn;
        const law = expiry(retentionRule({ anchor: 'b', period: statutory }), { b }).expiresOn;
        const overrides = [{ ground: 'legal_obligation', law: 'a law', anchor: 'b', period: statutory }];
        const both = expiry(retentionRule({ anchor: 'a', period, overrides }), { a, b });
        expect(both.expiresOn).toBe([own, law].sort()[1]);
        expect(both.phases.some(({ phase }) => phase === 'archive')).toBe(law > own);
      }),
      RUNS,
    );
  });

  it('nothing is said of a record that lacks an anchor (RET-07)', () => {
    const nothing = fc.constantFrom(null, '', 'n/a', '0000-00-00', '2026-02-30', '9999-12-31', 20260101, true);
    fc.assert(
      fc.property(dates, nothing, periods, fc.constantFrom('later_of', 'earlier_of'), (a, b, period, combine) => {
        const rule = retentionRule({ anchor: ['a', 'b'], combine, period });
        const evaluation = evaluateRetention(rule, { values: { a, b } }, { today: a, timeZone: 'UTC' });
        expect(evaluation).toMatchObject({ status: 'indeterminate', gaps: [{ fact: 'b' }] });
      }),
      RUNS,
    );
  });

  it('never asks the machine for its clock or its time zone (RET-02)', () => {
    for (const local of ['getTimezoneOffset', 'getFullYear', 'getMonth', 'getDate', 'getHours', 'setDate', 'setMonth'] as const) {
      jest.spyOn(Date.prototype, local).mockImplementation(() => {
        throw new Error(`${local} depends on the machine.`);
      });
    }
    jest.spyOn(Date, 'now').mockImplementation(() => {
      throw new Error('The day is given.');
    });
    const zones = fc.constantFrom('Z', '+02:00', '-0930', '');
    fc.assert(
      fc.property(dates, zones, periods, (a, zone, period) => {
        const rule = retentionRule({ anchor: 'a', period });
        const evaluation = evaluateRetention(
          rule,
          { values: { a: `${a}T23:30:00${zone}` } },
          { today: a, timeZone: 'Asia/Tokyo' },
        );
        // Tokyo is nine hours ahead of UTC: half past eleven in the evening is already the next day there.
        const next = zone === '' ? a : addDays(a, 1);
        fc.pre(zone === '' || a > '1952-01-01'); // it had summer time before
        expect(evaluation).toMatchObject({ anchor: { on: next }, expiresOn: byHand(next, period) });
      }),
      RUNS,
    );
  });

  it('P60M is P5Y for every record (RET-01)', () => {
    fc.assert(
      fc.property(dates, fc.nat(60), (a, years) => {
        const [inYears, inMonths] = [`P${years}Y`, `P${years * 12}M`].map((period) => retentionRule({ anchor: 'a', period }));
        expect(expiry(inYears!, { a }).expiresOn).toBe(expiry(inMonths!, { a }).expiresOn);
      }),
      RUNS,
    );
  });
});
