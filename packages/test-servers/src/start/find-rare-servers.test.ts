import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { withEnvironment } from '../../test/with-environment.js';
import type { RareServerName } from '../server-name.js';
import { findRareServers } from './find-rare-servers.js';
import type { installPackages } from './install.js';
import { recipeFor } from './private-server.js';
import type { ServerRecipe } from './recipe.js';

const NOTHING_GIVEN = {
  HABEAS_TEST_WORDPRESS_URL: undefined,
  HABEAS_TEST_GHOST_URL: undefined,
  HABEAS_TEST_OPENSSH_URL: undefined,
};

describe('servers that a machine may be without', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const asUser = (uid: number): void => {
    jest.spyOn(process as { getuid: () => number }, 'getuid').mockReturnValue(uid);
  };

  /** What is told of WordPress, on a machine that has it as soon as it is installed; and what was installed. */
  async function wordpressWith(
    install: () => Promise<void>,
    { has = false, gets = true, given = undefined as string | undefined } = {},
  ): Promise<{ readonly found: unknown; readonly installed: readonly string[] }> {
    const installed: string[] = [];
    const installing: typeof installPackages = async (packages, options) => {
      expect(options?.downloadLimitMs).toBeGreaterThan(0);
      installed.push(...packages);
      await install();
    };
    const isInstalled = (): boolean => has || (gets && installed.length > 0);
    const recipeOf = (name: RareServerName): ServerRecipe =>
      name === 'wordpress'
        ? { ...recipeFor(name), packages: ['wordpress'], isInstalled }
        : { ...recipeFor(name), isInstalled: () => true };
    const environment = { ...NOTHING_GIVEN, HABEAS_TEST_WORDPRESS_URL: given };
    const { wordpress, ghost } = await withEnvironment(environment, () => findRareServers({ recipeOf, installing }));
    expect(ghost).toEqual({ origin: 'found' });
    return { found: wordpress, installed };
  }
  const well = (): Promise<void> => Promise.resolve();

  it('are those that the environment names, else those on this machine', async () => {
    const given = await wordpressWith(well, { given: 'http://wordpress.test' });
    expect(given).toEqual({ found: { origin: 'given' }, installed: [] });
    expect(await wordpressWith(well, { has: true })).toEqual({ found: { origin: 'found' }, installed: [] });
  });

  it('are installed by root, within a time, and else it is told what went wrong', async () => {
    asUser(0);
    expect(await wordpressWith(well)).toEqual({ found: { origin: 'installed' }, installed: ['wordpress'] });
    const { found: elsewhere } = await wordpressWith(well, { gets: false });
    expect(elsewhere).toEqual({ unavailable: expect.stringContaining('not where they should be') });
    const { found } = await wordpressWith(() => Promise.reject(new Error('it took longer')), { gets: false });
    expect(found).toEqual({ unavailable: 'apt-get could not install it: it took longer' });
    asUser(1_000);
    const { found: forOthers, installed } = await wordpressWith(well);
    expect([forOthers, installed]).toEqual([{ unavailable: expect.stringContaining('only root') }, []]);
  });

  it('are told how to get where Debian has no package of them', async () => {
    const recipeOf = (name: RareServerName): ServerRecipe => ({
      ...recipeFor(name),
      isInstalled: () => name !== 'ghost',
    });
    const { ghost } = await withEnvironment(NOTHING_GIVEN, () => findRareServers({ recipeOf }));
    expect(ghost).toEqual({ unavailable: expect.stringContaining('install-ghost.mjs') });
  });
});
