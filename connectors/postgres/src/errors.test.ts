import { describe, expect, it } from '@jest/globals';
import type { ConnectorError } from '@habeas/connector-sdk';
import { lacksTls, timeoutError, toConnectorError } from './errors.js';

const serverError = (code: string): Error =>
  Object.assign(new Error('near ann@example.org'), { code, detail: 'ann@example.org' });

describe('errors of the driver', () => {
  it.each([
    ['28P01', 'auth'],
    ['28000', 'auth'],
    ['42501', 'permission'],
    ['3D000', 'not-found'],
    ['42P01', 'not-found'],
    ['53300', 'throttle'],
    ['53100', 'quota'],
    ['57014', 'quota'],
    ['40P01', 'transient'],
    ['55P03', 'transient'],
    ['57P01', 'transient'],
    ['57P03', 'transient'],
    ['08006', 'transient'],
    ['42703', 'contract'],
    ['25006', 'contract'],
    ['22P02', 'contract'],
    ['XX000', 'contract'],
    ['ECONNREFUSED', 'transient'],
    ['ECONNRESET', 'transient'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'contract'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'contract'],
  ])('with code %s are of class %s', (code, errorClass) => {
    expect(toConnectorError(serverError(code))).toMatchObject({ errorClass });
  });

  it.each([
    ['Connection terminated unexpectedly', 'transient'],
    ['Connection terminated due to connection timeout', 'transient'],
    ['timeout expired', 'transient'],
    ['Client has encountered a connection error and is not queryable', 'transient'],
    ['The server does not support SSL connections', 'contract'],
    ['There was an error establishing an SSL connection', 'contract'],
    ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', 'auth'],
  ])('without a code are known by their text: %s', (text, errorClass) => {
    expect(toConnectorError(new Error(text))).toMatchObject({ errorClass });
  });

  it('lose their text, which may hold values', () => {
    const told = toConnectorError(serverError('22P02')) as ConnectorError;
    expect(told.message).toContain('22P02');
    expect(`${String(told)} ${String(told.stack)} ${String(told.cause)}`).not.toContain('ann@');
    expect(Object.keys(told.cause as object)).toEqual([]);
  });

  it('are left alone when they are ours, or bugs', () => {
    const ours = timeoutError();
    expect(toConnectorError(ours)).toBe(ours);
    for (const bug of [new TypeError('x'), serverError('ERR_INVALID_ARG_TYPE'), undefined, 'text', {}]) {
      expect(toConnectorError(bug)).toBe(bug);
    }
  });

  it('tell a server without TLS from everything else', () => {
    expect(lacksTls(new Error('The server does not support SSL connections'))).toBe(true);
    expect(lacksTls(serverError('28P01'))).toBe(false);
    expect(lacksTls(undefined)).toBe(false);
  });
});
