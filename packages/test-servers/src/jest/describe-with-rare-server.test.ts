import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { existsSync } from 'node:fs';
import { withEnvironment } from '../../test/with-environment.js';
import { recipeFor } from '../start/private-server.js';
import type { ServerRecipe } from '../start/recipe.js';
import { describeWithRareServer, type StartRareServer } from './describe-with-rare-server.js';
import type { TestApi } from './missing-group.js';

afterEach(() => {
  jest.restoreAllMocks();
});

interface Registered {
  readonly names: string[];
  readonly ends: (() => Promise<void>)[];
  start?: StartRareServer<'ghost'>;
}

/** What became of a group in an environment, with a Ghost whose program sleeps. */
async function within(url: string | undefined, changes: Partial<ServerRecipe>, usual = recipeFor('ghost')): Promise<Registered> {
  const registered: Registered = { names: [], ends: [] };
  const register = (how: string) => (title: string, body: () => void) => {
    registered.names.push(`${how} ${title}`);
    body();
  };
  const api: TestApi = {
    describe: Object.assign(register('group'), { skip: register('skipped') }),
    it: (title) => registered.names.push(`test ${title}`),
    afterAll: (end) => registered.ends.push(end),
  };
  let running = '';
  const sleeping: Partial<ServerRecipe> = {
    files: () => ({}),
    initialise: () => ['true'],
    serve: (home) => ['sh', '-c', '>"$1"; exec sleep 60', 'server', (running = `${home}/running`)],
    ping: () => (existsSync(running) ? Promise.resolve() : Promise.reject(new Error('no answer yet'))),
  };
  const recipe: ServerRecipe = { ...usual, ...sleeping, ...changes };
  await withEnvironment({ HABEAS_TEST_GHOST_URL: url, CI: 'true' }, () => {
    describeWithRareServer('ghost', 'members', (start) => (registered.start = start), { api, recipe });
    return Promise.resolve();
  });
  return registered;
}

describe('groups of tests that need a server which a machine may be without', () => {
  it('are given the one that the environment names, whether or not there are programs', async () => {
    const { names, start } = await within('http://ghost.test', { isInstalled: () => false });
    expect(names).toEqual(['group members']);
    expect((await start?.())?.url).toBe('http://ghost.test');
  });

  it('start one where there are programs, and stop it at their end', async () => {
    const { names, start, ends } = await within(undefined, { isInstalled: () => true });
    expect(names).toEqual(['group members']);
    expect((await start?.())?.url).toMatch(/^http:\/\/owner%40example.org:[0-9a-f]{32}@127\.0\.0\.1:\d+$/);
    for (const end of ends) await end();
  });

  it('are skipped where there are none, even where CI is true, and it is told why', async () => {
    const told = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { names } = await within(undefined, { isInstalled: () => false });
    await within(undefined, { isInstalled: () => false }, recipeFor('wordpress'));
    expect(names).toEqual(['skipped members']);
    const [first, second] = told.mock.calls.map(([text]) => String(text));
    expect(first).toContain('"members" needs a ghost server, and its programs are not on this machine; node packages/');
    expect(second).toContain('its programs are not on this machine.');
  });
});
