import { describe, expect, it } from '@jest/globals';
import { ConnectorError, InvalidInputError, isRetryable } from './errors.js';

describe('ConnectorError', () => {
  it('tells its class, collection, remedy and pause, and keeps what is underneath', () => {
    const cause = new Error('underneath');
    const fault = new ConnectorError('throttle', 'Too fast.', { collection: 'order', remedy: 'Wait.', retryAfterMs: 10, cause });
    expect(fault).toMatchObject({
      name: 'ConnectorError',
      errorClass: 'throttle',
      message: 'Too fast.',
      collection: 'order',
      remedy: 'Wait.',
      retryAfterMs: 10,
      cause,
    });
  });

  it('needs no more than a class and a message', () => {
    const fault = new ConnectorError('auth', 'Refused.');
    expect([fault.collection, fault.remedy, fault.retryAfterMs, 'cause' in fault]).toEqual([
      undefined,
      undefined,
      undefined,
      false,
    ]);
  });
});

describe('isRetryable', () => {
  it('is so for what may be gone the next time, and for nothing else', () => {
    const classes = [
      'auth',
      'permission',
      'not-found',
      'throttle',
      'quota',
      'transient',
      'contract',
      'egress',
      'aborted',
    ] as const;
    expect(classes.filter(isRetryable)).toEqual(['throttle', 'transient']);
  });
});

describe('InvalidInputError', () => {
  it('prints each fault with what is known of its place', () => {
    const error = new InvalidInputError([
      { file: 'a.yaml', what: 'it is empty' },
      { file: 'a.yaml', line: 3, what: 'it is odd', path: '' },
      { file: 'a.yaml', line: 3, column: 7, path: 'b.c', what: 'it is wrong', remedy: 'mend it' },
    ]);
    expect(error.message).toBe('a.yaml: it is empty\na.yaml:3: it is odd\na.yaml:3:7: b.c: it is wrong (mend it)');
    expect(error.faults).toHaveLength(3);
  });
});
