import { describe, expect, it } from '@jest/globals';
import type { HolidayCalendar } from './holiday-calendar.js';
import { computeDeadlines } from './deadlines.js';
import type { LocalDate } from '../calendar/local-date.js';
import { startClock, type ClockSettings } from './request-clock.js';
import { DEFAULT_DEADLINE_RULES } from './rules.js';
import { noteDemand, noteDemandMet } from './uk-demand.js';

const england: HolidayCalendar = {
  id: 'GB-ENG',
  version: 'test',
  holidaysOf: (year) =>
    new Map<LocalDate, string>([
      [`${year}-12-25` as LocalDate, 'Christmas Day'],
      [`${year}-12-26` as LocalDate, 'Boxing Day'],
    ]),
};
const uk: ClockSettings = { zone: 'Europe/London', calendar: england, rules: { ...DEFAULT_DEADLINE_RULES, pack: 'uk' } };
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const clock = startClock(noon('2024-11-25'));
const refusal = (code: string, message: RegExp): unknown =>
  expect.objectContaining({ name: 'Refused', code, message: expect.stringMatching(message) as unknown });

describe('DLN-09 the UK pack', () => {
  it('is off by default', () => {
    expect(DEFAULT_DEADLINE_RULES.pack).toBe('eu');
    const eu = { ...uk, rules: DEFAULT_DEADLINE_RULES };
    expect(() => noteDemand(clock, eu, { what: 'identity', askedAt: noon('2024-11-26') })).toThrow(
      refusal('WRONG_STATE', /Only in the UK pack/u),
    );
  });

  it('counts the example of the ICO: received on 25 November 2024, due on 27 December', () => {
    const { dueLegal, dueSafe } = computeDeadlines(clock, uk, noon('2024-12-01'));
    expect([dueLegal.date, dueSafe.date]).toEqual(['2024-12-27', '2024-12-25']);
  });

  it('starts the clock when the last thing asked for has come; the safe date goes by receipt', () => {
    const asked = noteDemand(noteDemand(clock, uk, { what: 'identity', askedAt: noon('2024-11-26') }), uk, {
      what: 'authority',
      askedAt: noon('2024-11-26'),
    });
    const met = noteDemandMet(noteDemandMet(asked, 'authority', noon('2024-12-03')), 'identity', noon('2024-12-09'));
    const { dueLegal, dueSafe, dueExtLegal } = computeDeadlines(met, uk, noon('2025-02-01'));
    expect([dueLegal.date, dueSafe.date, dueExtLegal.date]).toEqual(['2025-01-09', '2024-12-25', '2025-03-10']);
    expect(dueLegal.trace[1]).toEqual({ kind: 'started', date: '2024-12-09' });
  });

  it('waits while something is missing: the dates move on with the day', () => {
    const asked = noteDemand(clock, uk, { what: 'fee', askedAt: noon('2024-11-26') });
    const { dueLegal } = computeDeadlines(asked, uk, noon('2024-12-02'));
    expect(dueLegal).toMatchObject({ date: '2025-01-02', trace: [{}, { kind: 'not-started', date: '2024-12-02' }, {}, {}] });
  });

  it('keeps the day of receipt where what was asked for came on that day', () => {
    const asked = noteDemand(clock, uk, { what: 'fee', askedAt: noon('2024-11-25') });
    const { dueLegal } = computeDeadlines(noteDemandMet(asked, 'fee', noon('2024-11-25')), uk, noon('2024-12-02'));
    expect(dueLegal.trace[1]?.kind).toBe('months');
  });

  it('refuses what cannot have happened', () => {
    const asked = noteDemand(clock, uk, { what: 'fee', askedAt: noon('2024-11-26') });
    const met = noteDemandMet(asked, 'fee', noon('2024-11-27'));
    expect(() => noteDemand(asked, uk, { what: 'fee', askedAt: noon('2024-11-27') })).toThrow(refusal('WRONG_STATE', /already/u));
    expect(() => noteDemand(clock, uk, { what: 'fee', askedAt: noon('2024-11-24') })).toThrow(
      refusal('INVALID_INPUT', /before/u),
    );
    expect(() => noteDemandMet(asked, 'fee', noon('2024-11-25'))).toThrow(refusal('INVALID_INPUT', /before it was asked/u));
    for (const each of [clock, met]) {
      expect(() => noteDemandMet(each, 'fee', noon('2024-11-27'))).toThrow(refusal('WRONG_STATE', /waited for/u));
    }
  });
});
