import { describe, expect, it } from '@jest/globals';
import { ConnectorError, type ErrorClass, type Outcome } from '@habeas/connector-sdk';
import { outcomeOf, problemOf, toConnectorError } from './fault.js';

const never = new AbortController().signal;

describe('toConnectorError', () => {
  it('keeps a connector’s own error', () => {
    const error = new ConnectorError('quota', 'The budget is used up.');
    expect(toConnectorError(error, never)).toBe(error);
  });

  it.each([
    [new TypeError('ann@example.org is not a function'), 'TypeError'],
    ['ann@example.org', 'string'],
  ])('makes a fault of the connector of anything else, without its text', (thrown, kind) => {
    const error = toConnectorError(thrown, never);
    expect([error.errorClass, error.cause]).toEqual(['contract', thrown]);
    expect(error.message).toContain(kind);
    expect(error.message).not.toContain('ann@');
  });

  it('takes everything after an abort for its consequence', () => {
    expect(toConnectorError(new ConnectorError('transient', 'Connection lost.'), AbortSignal.abort()).errorClass).toBe('aborted');
  });
});

describe('outcomeOf', () => {
  it.each<[ErrorClass, Outcome]>([
    ['auth', 'denied'],
    ['permission', 'denied'],
    ['throttle', 'throttled'],
    ['quota', 'throttled'],
    ['not-found', 'failed'],
    ['transient', 'failed'],
    ['contract', 'failed'],
    ['egress', 'failed'],
    ['aborted', 'failed'],
  ])('%s: %s', (errorClass, outcome) => {
    expect(outcomeOf(errorClass)).toBe(outcome);
  });
});

describe('problemOf', () => {
  it('tells message and remedy, and no cause', () => {
    const error = new ConnectorError('auth', 'Refused.', { remedy: 'Renew the password.', cause: 'ann@example.org' });
    expect(problemOf(error)).toEqual({ errorClass: 'auth', message: 'Refused.', remedy: 'Renew the password.' });
  });
});
