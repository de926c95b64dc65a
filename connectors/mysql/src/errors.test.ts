import { describe, expect, it } from '@jest/globals';
import type { ConnectorError } from '@habeas/connector-sdk';
import { lacksTls, timeoutError, toConnectorError } from './errors.js';

const driverError = (parts: object): Error => Object.assign(new Error('near ann@example.org'), parts);

describe('errors of the driver', () => {
  it.each([
    [{ code: 'ER_ACCESS_DENIED_ERROR', errno: 1045 }, 'auth'],
    [{ code: 'ER_TABLEACCESS_DENIED_ERROR', errno: 1142 }, 'permission'],
    [{ code: 'ER_NO_SUCH_TABLE', errno: 1146 }, 'not-found'],
    [{ code: 'ER_CON_COUNT_ERROR', errno: 1040 }, 'throttle'],
    [{ code: 'ER_QUERY_TIMEOUT', errno: 3024 }, 'quota'],
    [{ errno: 1969 }, 'quota'],
    [{ code: 'ER_DISK_FULL', errno: 1021 }, 'quota'],
    [{ code: 'ER_USER_LIMIT_REACHED', errno: 1226 }, 'quota'],
    [{ code: 'ER_USER_LIMIT_REACHED', errno: 1226, message: "has exceeded the 'max_user_connections' resource" }, 'throttle'],
    [{ code: 'ER_LOCK_DEADLOCK', errno: 1213 }, 'transient'],
    [{ code: 'ER_SERVER_SHUTDOWN', errno: 1053 }, 'transient'],
    [{ code: 'ER_BAD_FIELD_ERROR', errno: 1054 }, 'contract'],
    [{ code: 'ER_VIEW_INVALID', errno: 1356 }, 'contract'],
    [{ code: 'ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION', errno: 1792 }, 'contract'],
    [{ code: 'ER_PARSE_ERROR', errno: 1064 }, 'contract'],
    [{ code: 'ECONNREFUSED', errno: -111 }, 'transient'],
    [{ code: 'PROTOCOL_CONNECTION_LOST' }, 'transient'],
    [{ code: 'HANDSHAKE_NO_SSL_SUPPORT' }, 'contract'],
    [{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'contract'],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'contract'],
  ])('%j is of class %s', (parts, errorClass) => {
    expect(toConnectorError(driverError(parts))).toMatchObject({ errorClass });
  });

  it('lose their text, which may hold values', () => {
    const told = toConnectorError(
      driverError({ code: 'ER_PARSE_ERROR', errno: 1064, sql: 'SELECT', sqlMessage: 'x' }),
    ) as ConnectorError;
    expect(told.message).toContain('ER_PARSE_ERROR');
    expect(`${String(told)} ${String(told.stack)} ${JSON.stringify(told.cause)} ${String(told.cause)}`).not.toContain('ann@');
    expect(Object.keys(told.cause as object)).toEqual([]);
  });

  it('are left alone when they are ours, or bugs', () => {
    const ours = timeoutError();
    expect(toConnectorError(ours)).toBe(ours);
    for (const bug of [new TypeError('x'), Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' }), undefined, 'text']) {
      expect(toConnectorError(bug)).toBe(bug);
    }
  });

  it('tell a server without TLS from everything else', () => {
    expect(lacksTls(driverError({ code: 'HANDSHAKE_NO_SSL_SUPPORT' }))).toBe(true);
    expect(lacksTls(driverError({ code: 'HANDSHAKE_SSL_ERROR' }))).toBe(false);
    expect(lacksTls(undefined)).toBe(false);
  });
});
