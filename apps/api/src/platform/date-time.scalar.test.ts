import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Kind, parseValue } from 'graphql';
import { DateTime } from './date-time.scalar.js';

describe('a DateTime', () => {
  it.each([
    ['in UTC', '2019-12-03T09:54:33Z', '2019-12-03T09:54:33.000Z'],
    ['with an offset', '2019-12-03T09:54:33+02:00', '2019-12-03T07:54:33.000Z'],
    ['with parts of a second', '2019-12-03T09:54:33.123456Z', '2019-12-03T09:54:33.123Z'],
    ['on a leap day', '2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('%s is read', (_what, text, iso) => {
    expect(DateTime.parseValue(text).toISOString()).toBe(iso);
    expect(DateTime.parseLiteral(parseValue(`"${text}"`), {}).toISOString()).toBe(iso);
  });

  it.each([
    ['a day', '2019-12-03'],
    ['a time without an offset', '2019-12-03T09:54:33'],
    ['a time without seconds', '2019-12-03T09:54Z'],
    ['a month that there is not', '2019-13-03T09:54:33Z'],
    ['a day that there is not', '2019-02-32T09:54:33Z'],
    ['a day that this month has not', '2019-02-30T09:54:33Z'],
    ['midnight of the day before', '2019-12-03T24:00:00Z'],
    ['an hour that there is not', '2019-12-03T25:54:33Z'],
    ['an offset that there is not', '2019-12-03T09:54:33+99:00'],
    ['words', 'zqneverrepeated'],
    ['a number', 1_575_366_873],
    ['nothing', null],
  ])('is not %s, which is not repeated', (_what, value) => {
    expect(() => DateTime.parseValue(value)).toThrow(/^This is no point in time as RFC 3339 writes it\.$/u);
  });

  it('is no literal of another kind', () => {
    expect(() => DateTime.parseLiteral({ kind: Kind.INT, value: '2019' }, {})).toThrow('no point in time');
  });

  it('is written as it is read', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
        expect(DateTime.parseValue(DateTime.serialize(date))).toEqual(date);
      }),
    );
    expect(() => DateTime.serialize('2019-12-03T09:54:33Z')).toThrow('no point in time');
  });
});
