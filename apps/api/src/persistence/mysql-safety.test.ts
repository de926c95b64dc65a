import { describe, expect, it } from '@jest/globals';
import { unsafeBecause } from './mysql-safety.js';

const SAFE = { version: '8.4.3', flush: 1, method: 'O_DIRECT' };

describe('a server for a store', () => {
  it.each(['8.4.3', '8.0.1', '9.1.0-commercial', '10.6.0-MariaDB', '10.11.14-MariaDB-0+deb12u2', '11.4.2-MariaDB-log'])(
    'is good enough: %s',
    (version) => {
      expect(unsafeBecause({ ...SAFE, version }, false)).toBeUndefined();
    },
  );

  it.each(['5.7.44', '8.0.0', '10.5.29-MariaDB', 'something'])('is too old, whatever is allowed: %s', (version) => {
    expect(unsafeBecause({ ...SAFE, version }, true)).toContain('8.0.1');
  });

  it('has to wait for its disk, unless that is allowed', () => {
    const lazy = { ...SAFE, flush: '2' };
    expect(unsafeBecause(lazy, false)).toContain('innodb_flush_log_at_trx_commit = 1');
    expect(unsafeBecause({ ...SAFE, method: 'nosync' }, false)).toContain('innodb_flush_method');
    expect(unsafeBecause({ ...lazy, method: 'nosync' }, true)).toBeUndefined();
  });
});
