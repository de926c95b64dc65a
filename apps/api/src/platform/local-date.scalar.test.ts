import { describe, expect, it } from '@jest/globals';
import { Kind, parseValue } from 'graphql';
import { LocalDate } from './local-date.scalar.js';

describe('a LocalDate', () => {
  it('is read and written as a day', () => {
    expect(LocalDate.parseValue('2024-02-29')).toBe('2024-02-29');
    expect(LocalDate.parseLiteral(parseValue('"2026-04-07"'), {})).toBe('2026-04-07');
    expect(LocalDate.serialize('2026-04-07')).toBe('2026-04-07');
  });

  it.each([
    ['a day that its month has not', '2026-02-29'],
    ['a point in time', '2026-04-07T00:00:00Z'],
    ['words', 'zqneverrepeated'],
    ['a number', 20_260_407],
    ['nothing', null],
  ])('is not %s, which is not repeated', (_what, value) => {
    expect(() => LocalDate.parseValue(value)).toThrow(/^This is no day as ISO 8601 writes it\.$/u);
  });

  it('is no literal of another kind', () => {
    expect(() => LocalDate.parseLiteral({ kind: Kind.INT, value: '2026' }, {})).toThrow('no day');
  });
});
