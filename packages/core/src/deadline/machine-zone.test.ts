import { afterEach, describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import { frenchCalendar } from '../testing/french-calendar.js';
import { agenda } from './agenda.js';
import { FRENCH } from './catalogue/french.js';
import { computeDeadlines } from './deadlines.js';
import { explainDeadlines } from './explain.js';
import { healthDue } from './health-due.js';
import { startClock, type ClockSettings } from './request-clock.js';
import { DEFAULT_DEADLINE_RULES, FRENCH_HEALTH_TERMS } from './rules.js';

const OwnDate = Date;

/** What answers by the zone of the machine. */
const LOCAL = Object.getOwnPropertyNames(Date.prototype).filter((name) =>
  /^(?:[gs]et(?!UTC|Time$)|to(?:Locale|String$|DateString$|TimeString$))/u.test(name),
) as 'getDate'[];

function forbidLocalTime(): void {
  for (const name of LOCAL) {
    jest.spyOn(Date.prototype, name).mockImplementation(() => {
      throw new Error(`${name} depends on the machine`);
    });
  }
  globalThis.Date = new Proxy(OwnDate, {
    construct: (target, values: readonly number[]) => {
      if (values.length > 1) throw new Error('new Date(year, month) depends on the machine');
      return new target(...(values as [number]));
    },
  });
}

function allowLocalTime(): void {
  jest.restoreAllMocks();
  globalThis.Date = OwnDate;
}

afterEach(() => {
  allowLocalTime();
});

const zones = ['Europe/Paris', 'America/Guadeloupe', 'Pacific/Tahiti', 'Indian/Mayotte'];

describe('DLN-01 the time zone of the machine', () => {
  it('is asked by what is forbidden here', () => {
    expect(LOCAL).toEqual(expect.arrayContaining(['getDate', 'getTimezoneOffset', 'setMonth', 'toLocaleDateString', 'toString']));
    forbidLocalTime();
    expect(() => new Date(0).getDate()).toThrow(/depends on the machine/u);
    expect(() => new Date(2026, 0)).toThrow(/depends on the machine/u);
  });

  it('is never asked by anything that counts days', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 946_684_800_000, max: 2_500_000_000_000 }), (zone, time) => {
        const rules = { ...DEFAULT_DEADLINE_RULES, healthFastTrack: FRENCH_HEALTH_TERMS };
        const settings: ClockSettings = { zone, calendar: frenchCalendar(), rules };
        const clock = startClock(new Date(time));
        forbidLocalTime();
        try {
          const deadlines = computeDeadlines(clock, settings, clock.receivedAt);
          const sentences = explainDeadlines(deadlines, FRENCH);
          const entries = agenda(clock, settings, clock.receivedAt);
          return (
            sentences.length === 4 && entries.length === 6 && healthDue(clock, settings, { at: clock.receivedAt }) !== undefined
          );
        } finally {
          allowLocalTime();
        }
      }),
      { numRuns: 300 },
    );
  });
});
