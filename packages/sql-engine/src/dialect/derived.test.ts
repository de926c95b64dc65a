import { describe, expect, it } from '@jest/globals';
import { derivationOf } from './derived.js';

describe('what an expression derives from a column', () => {
  it.each([
    ['lower(`email`)', 'MariaDB and MySQL, a generated column'],
    ['lower((email)::text)', 'PostgreSQL, an index'],
    ['lower("email")', 'SQLite, an index as written'],
    ['(LCASE([email]))', 'brackets around it'],
    ['lower(btrim((email)::text))', 'PostgreSQL, trimmed'],
  ])('%s is its lower case (%s)', (expression) => {
    expect(derivationOf(expression, 'email')).toBe('lower');
  });

  it.each([
    ['lower(trim(leading from email))', 'of a part'],
    ['lower(emails)', 'of another column'],
    ["lower('email')", 'of a text'],
    ['upper(email)', 'another function'],
    ['lower(email) || name', 'more than the column'],
    ['(lower(email)) || (name)', 'more than the column, each part in brackets'],
  ])('%s is nothing that is known (%s)', (expression) => {
    expect(derivationOf(expression, 'email')).toBeUndefined();
  });

  it.each([
    ["regexp_replace(`phone`,'[^0-9]','')", 'digits'],
    ["regexp_replace(`phone`,_utf8mb4\\'[^0-9]\\',_utf8mb4\\'\\')", 'digits'],
    ["regexp_replace((phone)::text, '\\D'::text, ''::text, 'g'::text)", 'digits'],
    ["regexp_replace((phone)::text, '\\d'::text, ''::text, 'g'::text)", undefined],
    ["regexp_replace(phone, '[^a-z]', '')", undefined],
  ])('%s: %s', (expression, expected) => {
    expect(derivationOf(expression, 'phone')).toBe(expected);
  });

  it('finds a column whose name holds signs that patterns use', () => {
    expect(derivationOf('lower("e.mail (work)")', 'e.mail (work)')).toBe('lower');
    expect(derivationOf('lower("exmail (work)")', 'e.mail (work)')).toBeUndefined();
  });
});
