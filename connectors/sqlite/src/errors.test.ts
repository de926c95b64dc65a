import { describe, expect, it } from '@jest/globals';
import { isSqliteError, toConnectorError } from './errors.js';

const failed = (code: string, message = 'near "ann@example.org": syntax error'): Error =>
  Object.assign(new Error(message), { code });

describe('an error of the driver', () => {
  it.each([
    ['SQLITE_CANTOPEN', 'not-found'],
    ['SQLITE_NOTADB', 'contract'],
    ['SQLITE_CORRUPT_VTAB', 'contract'],
    ['SQLITE_BUSY_SNAPSHOT', 'transient'],
    ['SQLITE_LOCKED_SHAREDCACHE', 'transient'],
    ['SQLITE_IOERR_READ', 'transient'],
    ['SQLITE_PERM', 'permission'],
    ['SQLITE_AUTH', 'permission'],
    ['SQLITE_READONLY_RECOVERY', 'permission'],
    ['SQLITE_TOOBIG', 'contract'],
  ])('%s is of class %s, and its own text is not shown', (code, errorClass) => {
    const cause = failed(code);
    const error = toConnectorError(cause);
    expect(error).toMatchObject({ errorClass, cause });
    expect(String(error)).not.toContain('ann@example.org');
  });

  it.each([
    ['no such table: person', 'not-found', 'A table that was there has gone.'],
    ['no such column: email', 'contract', 'A column that was there has gone.'],
  ])('%s tells what has gone, and to check the source', (text, errorClass, message) => {
    expect(toConnectorError(failed('SQLITE_ERROR', text))).toMatchObject({
      errorClass,
      message,
      remedy: expect.stringContaining('check of this source'),
    });
  });

  it.each([
    ['The database connection is not open', 'aborted'],
    ['Cannot open database because the directory does not exist', 'not-found'],
  ])('without a code is known by its text: %s', (text, errorClass) => {
    expect(toConnectorError(new TypeError(text))).toMatchObject({ errorClass });
  });
});

describe('an error of anybody else', () => {
  it.each([[new TypeError('a bug')], ['a text'], [null], [undefined], [{ code: 'SQLITE_BUSY' }]])(
    'stays what it is: %p',
    (error) => {
      expect(toConnectorError(error)).toBe(error);
      expect(isSqliteError(error)).toBe(false);
    },
  );

  it('is not taken for one of SQLite because it has a code', () => {
    expect(isSqliteError(Object.assign(new Error('no'), { code: 'ENOENT' }))).toBe(false);
    expect(isSqliteError({ code: 5, message: 'busy' })).toBe(false);
    expect(isSqliteError({ code: 'SQLITE_BUSY', message: 5 })).toBe(false);
  });
});
