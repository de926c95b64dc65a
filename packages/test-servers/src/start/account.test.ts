import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { unprivilegedAccount } from './account.js';

describe('the account a server runs as', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const asUser = (uid: number): void => {
    const own = process as { getuid: () => number };
    jest.spyOn(own, 'getuid').mockReturnValue(uid);
  };

  it('is our own, unless we are root', () => {
    asUser(1_000);
    expect(unprivilegedAccount(['no-such-account'])).toBeUndefined();
  });

  it('is the first that exists, for root', () => {
    asUser(0);
    expect(unprivilegedAccount(['no-such-account', 'nobody'])).toEqual({ uid: expect.any(Number), gid: expect.any(Number) });
    expect(() => unprivilegedAccount(['no-such-account'])).toThrow('no-such-account');
  });
});
