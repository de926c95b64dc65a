import { describe, expect, it } from '@jest/globals';
import { table } from '../testing/index.js';
import { indexColumns, isIndexed, isUnique } from './uniqueness.js';

const COLUMNS = { id: 'int', shop: 'int', number: 'int', email: 'varchar(255)' };
const customer = (sketch: Partial<Parameters<typeof table>[1]>): ReturnType<typeof table> =>
  table('customer', { columns: COLUMNS, ...sketch });

describe('one row at most', () => {
  it('is guaranteed by the primary key, alone or among other columns', () => {
    expect(isUnique(customer({}), ['id'])).toBe(true);
    expect(isUnique(customer({}), ['email', 'id'])).toBe(true);
    expect(isUnique(customer({ key: ['shop', 'number'] }), ['shop'])).toBe(false);
  });

  it('is guaranteed by a unique index on all of its columns', () => {
    const unique = customer({ unique: [['shop', 'number']] });
    expect(isUnique(unique, ['number', 'shop'])).toBe(true);
    expect(isUnique(unique, ['number'])).toBe(false);
  });

  it('is not guaranteed by an index that is not unique, holds some of the rows only, or holds an expression', () => {
    const partial = customer({ unique: [['email']] });
    const some = { ...partial, indexes: partial.indexes.map((index) => ({ ...index, partial: true })) };
    expect(isUnique(customer({ indexes: [['email']] }), ['email'])).toBe(false);
    expect(isUnique(some, ['email'])).toBe(false);
    expect(isUnique(customer({ unique: [['email', '(lower(email))']] }), ['email'])).toBe(false);
  });

  it('is guaranteed by nothing where the table has no key', () => {
    expect(isUnique(customer({ key: [] }), ['id'])).toBe(false);
  });
});

describe('an index', () => {
  it('finds rows by the columns at its front, in any order', () => {
    const indexed = customer({ indexes: [['shop', 'number', 'email']] });
    expect(isIndexed(indexed, ['number', 'shop'])).toBe(true);
    expect(isIndexed(indexed, ['number'])).toBe(false);
  });

  it('serves with the columns before its first expression', () => {
    const mixed = customer({ indexes: [['shop', '(lower(email))', 'number']] });
    expect(mixed.indexes.map(indexColumns)).toEqual([['shop']]);
    expect(isIndexed(mixed, ['shop'])).toBe(true);
    expect(isIndexed(mixed, ['shop', 'number'])).toBe(false);
  });

  it('of some of the rows serves none', () => {
    const whole = customer({ indexes: [['email']] });
    const some = { ...whole, indexes: whole.indexes.map((index) => ({ ...index, partial: true })) };
    expect([isIndexed(whole, ['email']), isIndexed(some, ['email'])]).toEqual([true, false]);
  });
});
