import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { withEnvironment } from '../../test/with-environment.js';
import { type AvailableChromium, type ChromiumSearch, findChromium } from './find-chromium.js';
import type { Unavailable } from '../server-name.js';

const search = (options: ChromiumSearch, given?: string): Promise<AvailableChromium | Unavailable> =>
  withEnvironment({ HABEAS_TEST_CHROMIUM: given }, () => findChromium(options));
const asUser = (uid: number): void => {
  jest.spyOn(process as { getuid: () => number }, 'getuid').mockReturnValue(uid);
};
const none = (): undefined => undefined;

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a Chromium', () => {
  it('is the one that the environment names, whatever the machine has', async () => {
    expect(await search({ find: () => '/usr/bin/chromium' }, '/opt/chrome')).toEqual({ path: '/opt/chrome', origin: 'given' });
  });

  it('is one that the machine has, the one without windows first', async () => {
    expect(await search({ find: (name) => `/usr/bin/${name}` })).toEqual({
      path: '/usr/bin/chromium-headless-shell',
      origin: 'found',
    });
    const find = (name: string): string | undefined => (name === 'google-chrome' ? '/opt/google-chrome' : undefined);
    expect(await search({ find })).toEqual({ path: '/opt/google-chrome', origin: 'found' });
  });

  it('is installed by root where there is none, and by nobody else', async () => {
    asUser(0);
    const asked: string[] = [];
    const installing = (packages: readonly string[]): Promise<void> => {
      asked.push(...packages);
      return Promise.resolve();
    };
    const find = (): string | undefined => (asked.length === 0 ? undefined : '/usr/bin/x');
    const expected =
      process.platform === 'linux' ? { path: '/usr/bin/x', origin: 'installed' } : { unavailable: expect.anything() };
    expect(await search({ find, installing })).toEqual(expected);
    expect(await search({ find: none, install: false })).toEqual({ unavailable: 'it is not on this machine' });
    asUser(1_000);
    expect(await search({ find: none, installing })).toEqual({ unavailable: expect.any(String) });
  });

  it('that cannot be installed is told of with the reason', async () => {
    asUser(0);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what is thrown need not be an error
    const fails = (fault: unknown) => (): Promise<void> => Promise.reject(fault);
    for (const fault of [new Error('no network'), 'no network']) {
      expect(await search({ find: none, installing: fails(fault) })).toEqual({ unavailable: expect.stringContaining('no') });
    }
    const installing = (): Promise<void> => Promise.resolve();
    expect(await search({ find: none, installing })).toEqual({ unavailable: expect.any(String) });
  });
});
