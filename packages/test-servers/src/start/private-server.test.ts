import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startFrom } from './private-server.js';
import type { ServerRecipe } from './recipe.js';

afterEach(() => {
  jest.restoreAllMocks();
});

/** A server whose program sleeps, and the folders it was given. */
function sleeping(more: Partial<ServerRecipe> = {}): { readonly recipe: ServerRecipe; readonly homes: string[] } {
  const homes: string[] = [];
  const recipe: ServerRecipe = {
    name: 'mariadb',
    packages: [],
    accounts: ['nobody'],
    stopSignal: 'TERM',
    isInstalled: () => true,
    files: (password) => ({ password }),
    initialise: (home) => {
      homes.push(home);
      return ['true'];
    },
    serve: () => ['sleep', '60'],
    url: (port, password) => `mysql://habeas:${password}@127.0.0.1:${String(port)}/`,
    ping: () => Promise.resolve(),
    ...more,
  };
  return { recipe, homes };
}

describe('a private server', () => {
  it('runs as ourselves where we are not root, with files that nobody else may read', async () => {
    jest.spyOn(process as { getuid: () => number }, 'getuid').mockReturnValue(1_000);
    const { recipe, homes } = sleeping();
    const server = await startFrom(recipe, { files: { note: 'for the server only' } });
    const note = join(homes[0] ?? '', 'note');
    expect(readFileSync(note, 'utf8')).toBe('for the server only');
    expect(statSync(note).mode & 0o777).toBe(0o600);
    await server.stop();
    expect(existsSync(note)).toBe(false);
  });

  it('is tried three times, and told where it never answers; none of the folders is left', async () => {
    let now = 0;
    jest.spyOn(Date, 'now').mockImplementation(() => (now += 61_000));
    const { recipe, homes } = sleeping({
      serve: (home) => ['sh', '-c', `>${home}/serving; exec sleep 60`],
      ping: async () => {
        while (!existsSync(join(homes.at(-1) ?? '', 'serving'))) await pause(1);
        throw new Error('no answer yet');
      },
    });
    await expect(startFrom(recipe)).rejects.toThrow('mariadb does not answer.');
    expect(homes).toHaveLength(3);
    expect(homes.filter((home) => existsSync(home))).toEqual([]);
  });

  it('is waited for until it answers', async () => {
    let asked = 0;
    const { recipe } = sleeping({
      ping: () => {
        asked += 1;
        return asked < 3 ? Promise.reject(new Error('no answer yet')) : Promise.resolve();
      },
    });
    const server = await startFrom(recipe);
    expect(asked).toBe(3);
    await server.stop();
  });
});
