import { describe, expect, it } from '@jest/globals';
import { parseVersion } from './server-version.js';
import { timeoutSetting } from './session-settings.js';

describe('the server', () => {
  it.each([
    ['10.11.19-MariaDB-0+deb12u1', 'mariadb', 'MariaDB 10.11.19', 10],
    ['5.5.5-10.6.12-MariaDB-log', 'mariadb', 'MariaDB 10.6.12', 10],
    ['11.8.2-MariaDB', 'mariadb', 'MariaDB 11.8.2', 11],
    ['8.4.2', 'mysql', 'MySQL 8.4.2', 8],
    ['8.0.36-0ubuntu0.22.04.1', 'mysql', 'MySQL 8.0.36', 8],
    ['5.7.44-log', 'mysql', 'MySQL 5.7.44', 5],
    ['unknown', 'mysql', 'MySQL', 0],
  ])('%s is told as %s', (text, product, system, major) => {
    expect(parseVersion(text)).toEqual({ product, system, major });
  });

  it('is told its time limit in its own unit', () => {
    expect(timeoutSetting(parseVersion('10.11.19-MariaDB'), 60)).toBe('SESSION max_statement_time = 60');
    expect(timeoutSetting(parseVersion('8.4.2'), 60)).toBe('SESSION max_execution_time = 60000');
  });
});
