import { afterAll, describe, it } from '@jest/globals';
import { connectToServer } from '../admin/connect.js';
import type { TestServer } from '../admin/test-server.js';
import { givenUrl, isContinuousIntegration, URL_VARIABLES } from '../config/env.js';
import type { ServerName } from '../server-name.js';
import { recipeFor, startPrivateServer, type PrivateServer, type PrivateServerOptions } from '../start/private-server.js';

let skippedGroups = 0;

/**
 * A group of tests that needs a real server, which the environment names. Use `server` inside hooks and tests only.
 *
 * Without a server the group is skipped, with a line on standard error; where `CI=true` it fails instead.
 */
export function describeWithServer(name: ServerName, title: string, body: (server: TestServer) => void): void {
  const url = givenUrl(name);
  if (url === undefined) {
    missing(name, title, `${URL_VARIABLES[name]} is not set`, () => {
      body(connectToServer(name, 'unavailable:'));
    });
    return;
  }
  describe(title, () => {
    body(connectToServer(name, url));
  });
}

/**
 * A group of tests that start servers of their own: to stop them, or to configure them differently. What a test starts
 * is stopped after the group. Skipped or failed like {@link describeWithServer} where the server's programs are missing.
 */
export function describeWithPrivateServer(
  name: ServerName,
  title: string,
  body: (start: (options?: PrivateServerOptions) => Promise<PrivateServer>) => void,
): void {
  const started: PrivateServer[] = [];
  const start = async (options?: PrivateServerOptions): Promise<PrivateServer> => {
    const server = await startPrivateServer(name, options);
    started.push(server);
    return server;
  };
  if (!recipeFor(name).isInstalled()) {
    missing(name, title, 'its programs are not on this machine', () => {
      body(start);
    });
    return;
  }
  describe(title, () => {
    afterAll(async () => {
      await Promise.all(started.map((server) => server.stop()));
    });
    body(start);
  });
}

function missing(name: ServerName, title: string, reason: string, body: () => void): void {
  if (isContinuousIntegration()) {
    describe(title, () => {
      it(`finds a ${name} server`, () => {
        throw new Error(`There is no ${name} server for "${title}": ${reason}.`);
      });
    });
    return;
  }
  skippedGroups += 1;
  process.stderr.write(`SKIPPED (${skippedGroups} in this file): "${title}" needs a ${name} server, and ${reason}.\n`);
  describe.skip(title, body);
}
