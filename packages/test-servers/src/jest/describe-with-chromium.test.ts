import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { withEnvironment } from '../../test/with-environment.js';
import { describeWithChromium, type TestBrowser } from './describe-with-chromium.js';
import type { TestApi } from './missing-group.js';

afterEach(() => {
  jest.restoreAllMocks();
});

/** What became of a group in an environment. */
async function within(environment: Readonly<Record<string, string | undefined>>): Promise<{
  readonly registered: readonly string[];
  readonly browser: TestBrowser | undefined;
}> {
  const registered: string[] = [];
  let browser: TestBrowser | undefined;
  const register = (how: string) => (title: string, body: () => void) => {
    registered.push(`${how} ${title}`);
    body();
  };
  const describeOf = Object.assign(register('group'), { skip: register('skipped') });
  const api: TestApi = { describe: describeOf, it: (title) => registered.push(`test ${title}`), afterAll: () => undefined };
  await withEnvironment({ HABEAS_TEST_CHROMIUM: undefined, CI: undefined, ...environment }, () => {
    describeWithChromium('pages', (given) => (browser = given), api);
    return Promise.resolve();
  });
  return { registered, browser };
}

describe('groups of tests that need a Chromium', () => {
  it('are given the one that the environment names, outside of its sandbox for root only', async () => {
    const asUser = (uid: number): void => {
      jest.spyOn(process as { getuid: () => number }, 'getuid').mockReturnValue(uid);
    };
    asUser(0);
    const asRoot = await within({ HABEAS_TEST_CHROMIUM: '/opt/chrome' });
    expect(asRoot).toEqual({ registered: ['group pages'], browser: { path: '/opt/chrome', args: ['--no-sandbox'] } });
    asUser(1_000);
    expect((await within({ HABEAS_TEST_CHROMIUM: '/opt/chrome' })).browser?.args).toEqual([]);
  });

  it('are skipped where there is none, which is told, and fail where CI is true', async () => {
    const told = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect((await within({})).registered).toEqual(['skipped pages']);
    expect(String(told.mock.calls[0]?.[0])).toContain('"pages" needs a Chromium, and HABEAS_TEST_CHROMIUM is not set');
    expect((await within({ CI: 'true' })).registered).toEqual(['group pages', 'test finds a Chromium']);
  });
});
