import { describe, expect, it } from '@jest/globals';
import { driverCodeOf, isDuplicate, StoreFault, withoutValues } from './store-fault.js';

const failed = (driverError: unknown): Error => Object.assign(new Error('values'), { name: 'QueryFailedError', driverError });

describe('a fault of the database', () => {
  it('is known by the code of its driver', () => {
    expect(driverCodeOf(failed({ code: 'SQLITE_FULL' }))).toBe('SQLITE_FULL');
    expect(driverCodeOf(Object.assign(new Error(), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
    expect(driverCodeOf(failed(new Error('values')))).toBe('UNKNOWN');
    expect(driverCodeOf(failed(undefined))).toBe('UNKNOWN');
    expect(driverCodeOf(failed({ fatal: true }))).toBe('PROTOCOL_CONNECTION_LOST');
  });

  it('leaves without its message', () => {
    expect(withoutValues(failed({ code: 'ER_DATA_TOO_LONG' }))).toEqual(
      new Error('The store could not do this (ER_DATA_TOO_LONG).'),
    );
  });

  it('is not seen in what has another origin', () => {
    for (const error of [new Error('own'), Object.assign(new Error('own'), { code: 'LEASE_LOST' }), null, undefined, 'text']) {
      expect(driverCodeOf(error)).toBeUndefined();
      expect(withoutValues(error)).toBe(error);
    }
  });

  it('may be that a key is taken', () => {
    const codes = ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_NOTNULL'];
    expect(codes.map((code) => isDuplicate(failed({ code })))).toEqual([true, true, true, false]);
  });
});

it.each([
  ['SQLITE_FULL', 'store-unavailable'],
  ['SQLITE_BUSY_SNAPSHOT', 'store-unavailable'],
  ['SQLITE_IOERR_WRITE', 'store-unavailable'],
  ['ECONNREFUSED', 'store-unavailable'],
  ['PROTOCOL_CONNECTION_LOST', 'store-unavailable'],
  ['ER_LOCK_WAIT_TIMEOUT', 'store-unavailable'],
  ['ER_DATA_TOO_LONG', 'STORE_FAULT'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'STORE_FAULT'],
  ['ER_ACCESS_DENIED_ERROR', 'STORE_FAULT'],
])('%s is a fault that work meets with %s', (driverCode, code) => {
  expect(new StoreFault(driverCode).code).toBe(code);
});
