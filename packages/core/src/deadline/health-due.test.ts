import { describe, expect, it } from '@jest/globals';
import { frenchCalendar } from '../testing/french-calendar.js';
import { ENGLISH } from './catalogue/english.js';
import { explainDate } from './explain.js';
import { healthDue } from './health-due.js';
import { startClock, type ClockSettings, type RequestClock } from './request-clock.js';
import { DEFAULT_DEADLINE_RULES, FRENCH_HEALTH_TERMS } from './rules.js';

const off: ClockSettings = { zone: 'Europe/Paris', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES };
const on: ClockSettings = { ...off, rules: { ...DEFAULT_DEADLINE_RULES, healthFastTrack: FRENCH_HEALTH_TERMS } };
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const at = noon('2026-06-10');
const clock = startClock(noon('2026-06-03'));

describe('DLN-10 the health fast track (CSP L1111-7)', () => {
  it('is off by default', () => {
    expect(healthDue(clock, off, { at })).toBeUndefined();
  });

  it('leaves 48 hours for second thoughts, and then six days', () => {
    expect(healthDue(clock, on, { at })).toMatchObject({
      notBefore: new Date('2026-06-05T12:00:00Z'),
      due: { date: '2026-06-11', verified: true },
    });
  });

  it.each([
    ['2021-06-03', '2026-06-11'],
    ['2021-06-02', '2026-07-03'],
  ] as const)(
    'for information of %s: %s; what is older than five years has two months, and never more than the GDPR leaves',
    (informationOf, date) => {
      expect(healthDue(clock, on, { informationOf, at })?.due.date).toBe(date);
    },
  );

  it('lets old information take its two months once the request is extended', () => {
    const extension = { reason: 'volume_of_data', decidedAt: at, noticeSentAt: at } as const;
    const extended: RequestClock = { ...clock, extension };
    expect(healthDue(extended, on, { informationOf: '2001-01-01', at })?.due.date).toBe('2026-08-03');
  });

  it('is explained', () => {
    expect(explainDate(healthDue(clock, on, { at })!.due, ENGLISH)).toEqual([
      'Received on Wednesday 3 June 2026 in Europe/Paris.',
      'Health information is due after 8 days, on Thursday 11 June 2026.',
      'This date is never moved for weekends, holidays or questions: Thursday 11 June 2026.',
    ]);
    expect(explainDate(healthDue(clock, on, { informationOf: '2001-01-01', at })!.due, ENGLISH).slice(1, 3)).toEqual([
      'Health information this old is due after 2 months, on Monday 3 August 2026.',
      'Counted in two ways, it is Monday 3 August 2026 or Friday 3 July 2026: the earlier counts, Friday 3 July 2026.',
    ]);
  });
});
