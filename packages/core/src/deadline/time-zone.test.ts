import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '../calendar/local-date.js';
import { dateIn } from '../calendar/source-date.js';
import { dayEndsAt } from './time-zone.js';

const ZONES = [
  'Europe/Paris',
  'UTC',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Indian/Reunion',
];

describe('DLN-01 the day in the time zone of the controller', () => {
  it.each([
    ['Europe/Paris', '2026-01-31T23:30:00Z', '2026-02-01'],
    ['Europe/Paris', '2026-01-31T22:59:59.999Z', '2026-01-31'],
    ['Europe/Paris', '2026-07-31T22:00:00Z', '2026-08-01'],
    ['America/Martinique', '2026-02-01T03:59:00Z', '2026-01-31'],
    ['Pacific/Kiritimati', '2026-01-31T10:00:00Z', '2026-02-01'],
  ])('in %s, %s lies on %s', (zone, instant, day) => {
    expect(dateIn(new Date(instant), zone)).toBe(day);
  });

  it('refuses a zone that does not exist, and no date', () => {
    expect(() => dateIn(new Date(0), 'Europe/Lutetia')).toThrow(RangeError);
    expect(() => dateIn(new Date(Number.NaN), 'UTC')).toThrow(RangeError);
  });
});

describe('DLN-01 the end of a day', () => {
  it.each([
    ['Europe/Paris', '2026-03-02', '2026-03-02T23:00:00.000Z'],
    ['Europe/Paris', '2026-03-29', '2026-03-29T22:00:00.000Z'], // 23 hours
    ['Europe/Paris', '2026-10-25', '2026-10-25T23:00:00.000Z'], // 25 hours
    ['America/Sao_Paulo', '2018-11-03', '2018-11-04T03:00:00.000Z'], // midnight did not exist
    ['America/Sao_Paulo', '2018-02-17', '2018-02-18T03:00:00.000Z'], // 23:00 came twice
    ['Pacific/Apia', '2011-12-29', '2011-12-30T10:00:00.000Z'], // the next day did not exist
  ] as const)('in %s, %s ends at %s', (zone, day, end) => {
    expect(dayEndsAt(zone, day).toISOString()).toBe(end);
  });

  it('is the first instant that lies on a later day', () => {
    const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (zone, instant) => {
        const day = dateIn(instant, zone);
        const end = dayEndsAt(zone, day);
        const lastOfTheDay = dateIn(new Date(end.getTime() - 1), zone);
        return end > instant && lastOfTheDay === day && dateIn(end, zone) >= addDays(day, 1);
      }),
      { numRuns: 3_000 },
    );
  });
});
