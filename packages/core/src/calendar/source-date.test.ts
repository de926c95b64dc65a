import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateIn, readSourceDate } from './source-date.js';

describe('readSourceDate (RET-02)', () => {
  it.each([
    ['a date', '2026-01-31', '2026-01-31'],
    ['a date-time without a zone, as it stands', '2026-01-31 23:30:00', '2026-01-31'],
    ['with a T, and no seconds', '2026-01-31T23:30', '2026-01-31'],
    ['with fractions', '2026-01-31 23:30:00.123456', '2026-01-31'],
    ['an instant, on its day in Paris', '2026-01-31T23:30:00Z', '2026-02-01'],
    ['an instant of the summer', '2026-07-31T22:00:00Z', '2026-08-01'],
    ['as PostgreSQL writes it', '2026-01-31 18:30:00-05', '2026-02-01'],
    ['with an offset to the east', '2026-02-01T08:30:00+0900', '2026-02-01'],
    ['with a colon', '2026-02-01T05:00:00+05:30', '2026-02-01'],
    ['a leap second', '2016-12-31T23:59:60Z', '2017-01-01'],
    ['a year of one digit', '0005-06-07T12:00:00Z', '0005-06-07'],
  ])('%s: %s', (_, text, expected) => {
    expect(readSourceDate(text, 'Europe/Paris')).toBe(expected);
  });

  it.each([
    ['no text', ''],
    ['a zero date', '0000-00-00'],
    ['a zero date-time', '0000-00-00 00:00:00'],
    ['a day that does not exist', '2026-02-30T10:00:00Z'],
    ['an hour that does not exist', '2026-02-01 24:30:00'],
    ['two possible days', '03/04/2026'],
    ['seconds of Unix', '1769902200'],
    ['infinity', 'infinity'],
    ['words', 'unknown'],
    ['beyond what a zone can tell', '9999-12-31T23:59:59Z'],
    ['before what a zone can tell', '0001-01-01T00:00:00+02:00'],
  ])('guesses nothing from %s (RET-07)', (_, text) => {
    expect(readSourceDate(text, 'Europe/Paris')).toBeUndefined();
  });

  it('takes a text without a zone for the day it names, in every zone', () => {
    const zones = fc.constantFrom('Europe/Paris', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC');
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('8999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const text = day.toISOString().slice(0, 19);
        expect(readSourceDate(text, zone)).toBe(text.slice(0, 10));
        expect(readSourceDate(`${text}Z`, 'UTC')).toBe(text.slice(0, 10));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('dateIn (RET-02)', () => {
  it('is the day of the zone that is asked for', () => {
    const instant = new Date('2026-01-31T11:00:00Z');
    expect(dateIn(instant, 'Pacific/Kiritimati')).toBe('2026-02-01');
    expect(dateIn(instant, 'Pacific/Pago_Pago')).toBe('2026-01-31');
    expect(dateIn(new Date('2026-01-31T10:30:00Z'), 'Pacific/Pago_Pago')).toBe('2026-01-30');
  });

  it('refuses a zone that does not exist, and what is no instant', () => {
    expect(() => dateIn(new Date('2026-01-31'), 'Mars/Olympus')).toThrow(RangeError);
    expect(() => dateIn(new Date(Number.NaN), 'UTC')).toThrow(RangeError);
  });
});
