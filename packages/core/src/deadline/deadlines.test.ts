import { describe, expect, it } from '@jest/globals';
import { frenchCalendar } from '../testing/french-calendar.js';
import { computeDeadlines } from './deadlines.js';
import { addDays, localDate } from '../calendar/local-date.js';
import { startClock, type ClockSettings, type RequestClock } from './request-clock.js';
import { DEFAULT_DEADLINE_RULES } from './rules.js';

const paris: ClockSettings = { zone: 'Europe/Paris', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES };
const later = new Date('2030-01-01T00:00:00Z');
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

function datesOf(clock: RequestClock, settings = paris, at = later): Record<string, unknown> {
  const { dueLegal, dueSafe, dueExtLegal, dueExtSafe, duePaused } = computeDeadlines(clock, settings, at);
  return {
    dueLegal: dueLegal.date,
    dueSafe: dueSafe.date,
    dueExtLegal: dueExtLegal.date,
    dueExtSafe: dueExtSafe.date,
    ...(duePaused && { duePaused: duePaused.date }),
  };
}

describe('DLN-01 DLN-03 DLN-06 the vectors: legal, safe, and both if extended', () => {
  it.each([
    ['2026-03-05T12:00Z', '2026-04-07', '2026-04-05', '2026-06-05', '2026-06-05'],
    ['2026-08-31T12:00Z', '2026-09-30', '2026-09-30', '2026-11-30', '2026-11-30'],
    ['2026-01-31T12:00Z', '2026-03-02', '2026-02-28', '2026-04-30', '2026-04-28'],
    ['2024-01-30T12:00Z', '2024-02-29', '2024-02-29', '2024-04-30', '2024-04-29'],
    ['2026-04-01T12:00Z', '2026-05-04', '2026-05-01', '2026-07-01', '2026-07-01'],
    ['2026-10-31T12:00Z', '2026-11-30', '2026-11-30', '2027-02-01', '2027-01-30'],
    ['2026-12-01T12:00Z', '2027-01-04', '2027-01-01', '2027-03-01', '2027-03-01'],
    ['2026-01-31T23:30Z', '2026-03-02', '2026-03-01', '2026-05-04', '2026-05-01'],
  ])('received %s: %s, %s, %s, %s', (received, ...dates) => {
    const [dueLegal, dueSafe, dueExtLegal, dueExtSafe] = dates;
    expect(datesOf(startClock(new Date(received)))).toEqual({ dueLegal, dueSafe, dueExtLegal, dueExtSafe });
  });

  it('a registration that came late moves nothing (INT-01): only receipt is asked for', () => {
    expect(datesOf(startClock(noon('2026-03-05')), paris, noon('2026-03-20'))).toMatchObject({ dueSafe: '2026-04-05' });
  });
});

describe('DLN-01 the last day', () => {
  it('ends with its last hour in the zone of the controller', () => {
    const { lateFrom, limit } = computeDeadlines(startClock(noon('2026-03-05')), paris, later);
    expect([limit.date, lateFrom.toISOString()]).toEqual(['2026-04-07', '2026-04-07T22:00:00.000Z']);
  });
});

describe('DLN-02 the calendar', () => {
  it('is named in the snapshot, with its version', () => {
    expect(computeDeadlines(startClock(noon('2026-03-05')), paris, later)).toMatchObject({
      calendar: { id: 'FR', version: 'rules' },
      zone: 'Europe/Paris',
      received: '2026-03-05',
    });
  });

  it('leaves the legal date unverified where it does not hold the year', () => {
    const settings = { ...paris, calendar: frenchCalendar(undefined, { first: 2026, last: 2026 }) };
    const { dueLegal, dueSafe } = computeDeadlines(startClock(noon('2026-12-01')), settings, later);
    expect(dueLegal).toMatchObject({ date: '2027-01-01', verified: false });
    expect(dueSafe).toMatchObject({ date: '2027-01-01', verified: true });
  });

  it('decides what is a holiday: Good Friday is one in Alsace and Moselle', () => {
    const settings = { ...paris, calendar: frenchCalendar('alsace-moselle') };
    const received = startClock(noon('2026-03-03'));
    expect(datesOf(received)).toMatchObject({ dueLegal: '2026-04-03' });
    expect(datesOf(received, settings)).toMatchObject({ dueLegal: '2026-04-07' });
  });
});

describe('DLN-07 pauses', () => {
  const question = { kind: 'identity', doubt: 'Two members of this name.', isSignedIn: false } as const;
  const paused: RequestClock = {
    ...startClock(noon('2026-06-01')),
    pauses: [{ question, askedAt: noon('2026-06-05'), answeredAt: noon('2026-06-15') }],
  };

  it('P1: ten days are added and the date is moved to Monday; the safe date stays', () => {
    expect(datesOf(paused)).toMatchObject({ duePaused: '2026-07-13', dueLegal: '2026-07-01', dueSafe: '2026-07-01' });
    expect(computeDeadlines(paused, paris, later)).toMatchObject({
      pausedDays: 10,
      workBy: '2026-07-01',
      limit: { date: '2026-07-13' },
    });
  });

  it('an open one adds a day each day', () => {
    const open = { ...paused, pauses: [{ question, askedAt: noon('2026-06-05') }] };
    const added = ['2026-06-04', '2026-06-05', '2026-06-06', '2026-06-08'].map(
      (day) => computeDeadlines(open, paris, noon(day)).pausedDays,
    );
    expect(added).toEqual([0, 0, 1, 3]);
  });

  it('are added to the three months after an extension', () => {
    const extension = { reason: 'volume_of_data', decidedAt: noon('2026-06-16'), noticeSentAt: noon('2026-06-16') } as const;
    expect(computeDeadlines({ ...paused, extension }, paris, later)).toMatchObject({
      isExtended: true,
      workBy: '2026-09-01',
      limit: { date: '2026-09-11' },
    });
  });

  it('DLN-08 one of scope adds no more than the days there are to answer', () => {
    const scope = { kind: 'scope', records: 5_000, sources: 2 } as const;
    const open = { ...paused, pauses: [{ question: scope, askedAt: noon('2026-06-02') }] };
    expect(computeDeadlines(open, paris, later).pausedDays).toBe(14);
  });
});

describe('DLN-06 an extension whose notice was sent', () => {
  it('makes the later dates the ones that hold', () => {
    const extension = { reason: 'volume_of_data', decidedAt: noon('2026-02-02'), noticeSentAt: noon('2026-02-02') } as const;
    const { workBy, limit, isExtended } = computeDeadlines({ ...startClock(noon('2026-01-31')), extension }, paris, later);
    expect([workBy, limit.date, isExtended]).toEqual(['2026-04-28', '2026-04-30', true]);
  });
});

it('a day is a day of every month that has it: months of 28 to 31 days are one month (never 30 days)', () => {
  const months = [0, 31, 59, 90].map((days) => {
    const received = addDays(localDate('2027-01-15'), days);
    return computeDeadlines(startClock(noon(received)), paris, later).dueSafe.date;
  });
  expect(months).toEqual(['2027-02-15', '2027-03-15', '2027-04-15', '2027-05-15']);
});
