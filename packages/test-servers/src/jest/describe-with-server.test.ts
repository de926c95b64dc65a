import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withEnvironment } from '../../test/with-environment.js';
import { recipeFor } from '../start/private-server.js';
import { describeWithPrivateServer, describeWithServer } from './describe-with-server.js';
import type { TestApi } from './missing-group.js';

const NO_SERVER = { HABEAS_TEST_MARIADB_URL: undefined, CI: undefined };

describe('groups of tests that need a server', () => {
  const write = process.stderr.write.bind(process.stderr);
  let told: string[];
  let registered: string[];
  let tests: (() => void)[];

  beforeEach(() => {
    [told, registered, tests] = [[], [], []];
    process.stderr.write = (text) => told.push(String(text)) > 0;
  });
  afterEach(() => {
    process.stderr.write = write;
  });

  const register = (how: string) => (title: string, body: () => void) => {
    registered.push(`${how} ${title}`);
    body();
  };
  const api: TestApi = {
    describe: Object.assign(register('group'), { skip: register('skipped') }),
    it: (title, run) => {
      registered.push(`test ${title}`);
      tests.push(run);
    },
    afterAll: () => undefined,
  };
  const within = (environment: Readonly<Record<string, string | undefined>>): Promise<void> =>
    withEnvironment({ ...NO_SERVER, ...environment }, () => {
      describeWithServer('mariadb', 'a group', ({ url }) => registered.push(url), api);
      return Promise.resolve();
    });

  it('are given the server that the environment names', async () => {
    await within({ HABEAS_TEST_MARIADB_URL: 'mysql://a' });
    expect(registered).toEqual(['group a group', 'mysql://a']);
    expect(told).toEqual([]);
  });

  it('are skipped where there is none, and it is told', async () => {
    await within({});
    expect(registered).toEqual(['skipped a group', 'unavailable:']);
    expect(told.join('')).toBe(
      'SKIPPED (1 in this file): "a group" needs a mariadb server, and HABEAS_TEST_MARIADB_URL is not set.\n',
    );
  });

  it('fail where there is none and there should be', async () => {
    await within({ CI: 'true' });
    expect(registered).toEqual(['group a group', 'test finds a mariadb server']);
    expect(tests[0]).toThrow('There is no mariadb server for "a group"');
  });

  it('are skipped where the programs they would start are missing', async () => {
    const recipe = { ...recipeFor('mariadb'), isInstalled: () => false };
    await withEnvironment(NO_SERVER, () => {
      describeWithPrivateServer('mariadb', 'private', () => registered.push('body'), { api, recipe });
      return Promise.resolve();
    });
    expect(registered).toEqual(['skipped private', 'body']);
    expect(told.join('')).toContain('its programs are not on this machine');
  });

  it('are skipped in any case where the programs are those that a machine may be without', async () => {
    const recipe = { ...recipeFor('openssh'), isInstalled: () => false };
    await withEnvironment({ CI: 'true' }, () => {
      describeWithPrivateServer('openssh', 'rare', () => registered.push('body'), { api, recipe });
      return Promise.resolve();
    });
    expect(registered).toEqual(['skipped rare', 'body']);
  });
});

const inEnvironment = (url: string, register: () => void): void => {
  const before = process.env['HABEAS_TEST_POSTGRES_URL'];
  process.env['HABEAS_TEST_POSTGRES_URL'] = url;
  register();
  if (before === undefined) delete process.env['HABEAS_TEST_POSTGRES_URL'];
  else process.env['HABEAS_TEST_POSTGRES_URL'] = before;
};

inEnvironment('postgres://a.test/', () => {
  describeWithServer('postgres', 'a group that is registered with Jest itself', (server) => {
    it('has the server that the environment named when it was registered', () => {
      expect(server.url).toBe('postgres://a.test/');
    });
  });
});
