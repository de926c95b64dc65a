import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startFrom } from './private-server.js';
import type { ServerRecipe } from './recipe.js';

afterEach(() => {
  jest.restoreAllMocks();
});

/** A server whose program sleeps, and the folders it was given. Once it runs, it answers as it is told to. */
function sleeping(answer: () => Promise<void>): { readonly recipe: ServerRecipe; readonly homes: string[] } {
  const homes: string[] = [];
  const isRunning = (): boolean => existsSync(join(homes.at(-1) ?? '', 'running'));
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
    serve: (home) => ['sh', '-c', '>"$1/running"; exec sleep 60', 'server', home],
    url: (port, password) => `mysql://habeas:${password}@127.0.0.1:${String(port)}/`,
    ping: async () => {
      while (!isRunning()) await pause(1);
      await answer();
    },
  };
  return { recipe, homes };
}

describe('a private server', () => {
  it('runs as ourselves where we are not root, with files that nobody else may read', async () => {
    jest.spyOn(process as { getuid: () => number }, 'getuid').mockReturnValue(1_000);
    const { recipe, homes } = sleeping(() => Promise.resolve());
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
    const { recipe, homes } = sleeping(() => Promise.reject(new Error('no answer yet')));
    await expect(startFrom(recipe)).rejects.toThrow('mariadb does not answer.');
    expect(homes).toHaveLength(3);
    expect(homes.filter((home) => existsSync(home))).toEqual([]);
  });

  it('is waited for until it answers', async () => {
    let asked = 0;
    const { recipe } = sleeping(() => {
      asked += 1;
      return asked < 3 ? Promise.reject(new Error('no answer yet')) : Promise.resolve();
    });
    const server = await startFrom(recipe);
    expect(asked).toBe(3);
    await server.stop();
  });

  it('is started again when it is gone, where that is wanted, and is gone for good when it is stopped', async () => {
    const { recipe, homes } = sleeping(() => Promise.resolve());
    const counted: ServerRecipe = {
      ...recipe,
      serve: (home) => ['sh', '-c', 'echo $$ >>"$1/starts"; >"$1/running"; exec sleep 60', 'server', home],
    };
    const server = await startFrom(counted, { restarts: true });
    const pids = (): readonly number[] =>
      readFileSync(join(homes[0] ?? '', 'starts'), 'utf8')
        .trim()
        .split('\n')
        .map(Number);
    const [first = 0] = pids();
    process.kill(first, 'SIGKILL');
    while (pids().length < 2) await pause(10);
    const [, second = 0] = pids();
    await server.stop();
    expect(existsSync(homes[0] ?? '')).toBe(false);
    // Whoever it is left to has to reap it
    for (let attempt = 0; attempt < 500 && isThere(second); attempt += 1) await pause(10);
    expect(isThere(second)).toBe(false);
  });

  function isThere(pid: number): boolean {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  }
});
