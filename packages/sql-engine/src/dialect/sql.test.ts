import { describe, expect, it } from '@jest/globals';
import { ALWAYS, and, bind, filled, isIn, join, open, or, sql, toStatement, verbatim, type Sql } from './sql.js';

const print = (piece: Sql): ReturnType<typeof toStatement> => toStatement(piece, (position) => `$${position}`);

describe('pieces of SQL', () => {
  it('bind every value, in the order of the text', () => {
    const inner = sql`a = ${bind(1)}`;
    expect(print(sql`SELECT ${bind('x; DROP')} WHERE ${inner} AND b = ${bind(null)}`)).toEqual({
      text: 'SELECT $1 WHERE a = $2 AND b = $3',
      params: ['x; DROP', 1, null],
    });
  });

  it('join with text between them', () => {
    expect(print(join([verbatim('a'), verbatim('b')], ', ')).text).toBe('a, b');
  });

  it('with open parts take the parts of keys that are given later, each in its own way', () => {
    const number = (part: string | number): Sql => sql`CAST(${bind(part)} AS INT)`;
    const shape = sql`a = ${open(1, 0, bind)} AND b = ${open(0, 1, number)} AND c = ${bind(0)}`;
    expect(print(filled(shape, [['x', 7], ['y']]))).toEqual({
      text: 'a = $1 AND b = CAST($2 AS INT) AND c = $3',
      params: ['y', 7, 0],
    });
    expect(() => print(shape)).toThrow('A statement lacks a part of a key.');
  });

  it('compare with one value by equality, and with none never', () => {
    const column = verbatim('a');
    expect([[], [bind(1)], [bind(1), bind(2)]].map((values) => print(isIn(column, values)).text)).toEqual([
      '1 = 0',
      'a = $1',
      'a IN ($1, $2)',
    ]);
  });

  it('hold for no conditions: all of none is true, any of none is false', () => {
    expect([print(and([])).text, print(or([])).text]).toEqual(['1 = 1', '1 = 0']);
    expect([print(and([ALWAYS, verbatim('a')])).text, print(or([verbatim('a')])).text]).toEqual(['a', 'a']);
    expect(print(or([verbatim('a'), verbatim('b')])).text).toBe('(a OR b)');
  });
});
