import { describe, expect, it } from '@jest/globals';
import { ALWAYS, and, bind, isIn, join, or, sql, toStatement, verbatim, type Sql } from './sql.js';

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
