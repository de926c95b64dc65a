import { describe, expect, it } from '@jest/globals';
import { canPass, faultCode, isAnswer } from './redis-fault.js';

const fault = (message: string, code?: string): Error => Object.assign(new Error(message), code === undefined ? {} : { code });

describe('a fault of Redis', () => {
  it.each([
    [fault('connect ECONNREFUSED 127.0.0.1:6379', 'ECONNREFUSED'), 'ECONNREFUSED', true],
    [fault('getaddrinfo ENOTFOUND redis.test', 'ENOTFOUND'), 'ENOTFOUND', true],
    [fault('connect ETIMEDOUT', 'ETIMEDOUT'), 'ETIMEDOUT', true],
    [fault('LOADING Redis is loading the dataset in memory'), 'LOADING', true],
    [fault('Connection is closed.'), 'CLOSED', true],
    [fault('Command timed out'), 'TIMEOUT', true],
    [fault('WRONGPASS invalid username-password pair or user is disabled.'), 'WRONGPASS', false],
    [fault('NOPERM User ann@example.org has no permissions'), 'NOPERM', false],
    [fault('ERR invalid DB index'), 'ERR', false],
    [fault('write EPROTO', 'EPROTO'), 'EPROTO', false],
    [fault('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'), 'DEPTH_ZERO_SELF_SIGNED_CERT', false],
    [fault('something about ann@example.org'), 'UNKNOWN', false],
    [undefined, 'UNKNOWN', false],
  ])('is told by a code, and waiting helps or does not (%#)', (error, code, passes) => {
    expect([faultCode(error), canPass(error)]).toEqual([code, passes]);
  });

  it('is an answer only where the server has given it', () => {
    expect(isAnswer(Object.assign(fault('OOM command not allowed'), { name: 'ReplyError' }))).toBe(true);
    expect(isAnswer(fault("Stream isn't writeable and enableOfflineQueue options is false"))).toBe(false);
    expect(isAnswer(fault('Connection is closed.'))).toBe(false);
  });
});
