import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withEnvironment } from '../../test/with-environment.js';
import type { ServerRecipe } from './recipe.js';
import { startServers, type StartOptions } from './start-servers.js';

const NOTHING_GIVEN = {
  HABEAS_TEST_MARIADB_URL: undefined,
  HABEAS_TEST_POSTGRES_URL: '',
  HABEAS_TEST_REDIS_URL: undefined,
  HABEAS_TEST_MAILMAN3_URL: undefined,
};

describe('startServers', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-start-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** A server that is installed once a file exists, and whose program sleeps. */
  const recipe = (more: Partial<ServerRecipe> = {}): ServerRecipe => ({
    name: 'mariadb',
    packages: ['some-server'],
    accounts: ['nobody'],
    stopSignal: 'TERM',
    isInstalled: () => existsSync(at('program')),
    files: () => ({}),
    initialise: () => ['true'],
    serve: () => ['sleep', '60'],
    url: (port) => `mysql://127.0.0.1:${String(port)}/`,
    ping: () => Promise.resolve(),
    ...more,
  });
  const optionsWith = (one: ServerRecipe): StartOptions => ({ names: ['mariadb'], recipeOf: () => one });
  const fakeApt = (script: string): void => {
    writeFileSync(at('apt-get'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  };
  const start = (options: StartOptions): ReturnType<typeof startServers> =>
    withEnvironment({ ...NOTHING_GIVEN, PATH: `${folder}:${String(process.env['PATH'])}` }, () => startServers(options));

  it('takes the servers that the environment names', async () => {
    const environment = {
      HABEAS_TEST_MARIADB_URL: 'mysql://a',
      HABEAS_TEST_POSTGRES_URL: 'postgres://b',
      HABEAS_TEST_REDIS_URL: 'redis://c',
      HABEAS_TEST_MAILMAN3_URL: 'http://d',
    };
    const running = await withEnvironment(environment, () => startServers());
    expect(running).toMatchObject({
      servers: {
        mariadb: { url: 'mysql://a', origin: 'given' },
        postgres: { url: 'postgres://b', origin: 'given' },
        redis: { url: 'redis://c', origin: 'given' },
        mailman3: { url: 'http://d', origin: 'given' },
      },
      environment,
    });
    await running.stop();
  });

  it('starts what is installed, and says what it was not asked for', async () => {
    writeFileSync(at('program'), '');
    const running = await start(optionsWith(recipe()));
    expect(running.servers).toEqual({
      mariadb: { url: expect.stringMatching(/^mysql:/), origin: 'started' },
      postgres: { unavailable: 'it was not asked for' },
      redis: { unavailable: 'it was not asked for' },
      mailman3: { unavailable: 'it was not asked for' },
    });
    await running.stop();
    await running.stop();
  });

  it('says why a server could not be started', async () => {
    writeFileSync(at('program'), '');
    const running = await start(optionsWith(recipe({ initialise: () => ['sh', '-c', 'echo disk is full; exit 1'], ping: () => new Promise(() => undefined) }))); // prettier-ignore
    expect(running.servers.mariadb).toEqual({ unavailable: expect.stringContaining('disk is full') });
    expect(running.environment).toEqual({});
  });

  it('does not install what it may not', async () => {
    fakeApt(`touch ${at('program')}`);
    const running = await start({ ...optionsWith(recipe()), install: false });
    expect(running.servers.mariadb).toEqual({ unavailable: 'it is not on this machine' });
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;

  asRoot('installs what is missing, and starts it', async () => {
    fakeApt(`touch ${at('program')}`);
    const running = await start(optionsWith(recipe()));
    expect(running.servers.mariadb).toMatchObject({ origin: 'installed' });
    await running.stop();
  });

  asRoot('says what apt-get said when it failed', async () => {
    fakeApt('echo no network >&2; exit 100');
    const running = await start(optionsWith(recipe()));
    expect(running.servers.mariadb).toEqual({ unavailable: expect.stringContaining('no network') });
  });

  asRoot('says that it is missing still', async () => {
    fakeApt('true');
    const running = await start(optionsWith(recipe()));
    expect(running.servers.mariadb).toEqual({ unavailable: expect.stringContaining('not where they should be') });
  });
});
