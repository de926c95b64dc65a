import { describe, expect, it } from '@jest/globals';
import { withEnvironment } from '../../test/with-environment.js';
import { givenUrl, isContinuousIntegration, searchPath } from './env.js';

describe('the environment', () => {
  const within = <T>(changes: Readonly<Record<string, string | undefined>>, read: () => T): Promise<T> =>
    withEnvironment(changes, () => Promise.resolve(read()));
  const given = (url: string | undefined): Promise<string | undefined> =>
    within({ HABEAS_TEST_MARIADB_URL: url }, () => givenUrl('mariadb'));

  it('names a server by its URL; an empty one names none', async () => {
    expect(await given('mysql://a.test/')).toBe('mysql://a.test/');
    expect([await given(''), await given(undefined)]).toEqual([undefined, undefined]);
  });

  it('demands servers where CI is true, and for no other word', async () => {
    const demands = await Promise.all(['true', '1', undefined].map((CI) => within({ CI }, isContinuousIntegration)));
    expect(demands).toEqual([true, false, false]);
  });

  it('tells the folders of the path, without empty ones', async () => {
    expect(await within({ PATH: '/a::/b:' }, searchPath)).toEqual(['/a', '/b']);
    expect(await within({ PATH: undefined }, searchPath)).toEqual([]);
  });
});
