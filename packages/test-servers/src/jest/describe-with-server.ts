import { afterAll, describe, it } from '@jest/globals';
import { connectToServer } from '../admin/connect.js';
import type { TestServers } from '../admin/test-server.js';
import { givenUrl, isContinuousIntegration, URL_VARIABLES } from '../config/env.js';
import type { ServerName } from '../server-name.js';
import { recipeFor, startFrom, type PrivateServer, type PrivateServerOptions } from '../start/private-server.js';
import type { ServerRecipe } from '../start/recipe.js';

/** The part of Jest that groups are registered with. */
export interface TestApi {
  readonly describe: { (title: string, body: () => void): void; skip(title: string, body: () => void): void };
  readonly it: (title: string, run: () => void) => void;
  readonly afterAll: (run: () => Promise<void>) => void;
}

const JEST: TestApi = { describe, it, afterAll };

let skippedGroups = 0;

/**
 * A group of tests that needs a real server, which the environment names. Use `server` inside hooks and tests only.
 *
 * Without a server the group is skipped, with a line on standard error; where `CI=true` it fails instead.
 */
export function describeWithServer<Name extends ServerName>(
  name: Name,
  title: string,
  body: (server: TestServers[Name]) => void,
  api = JEST,
): void {
  const url = givenUrl(name);
  const server = connectToServer(name, url ?? 'unavailable:');
  const group = { name, title, api, body: () => { body(server); } }; // prettier-ignore
  if (url === undefined) missing(group, `${URL_VARIABLES[name]} is not set`);
  else api.describe(title, group.body);
}

/** Starts a server for one group of tests. */
export type StartServer = (options?: PrivateServerOptions) => Promise<PrivateServer>;

/**
 * A group of tests that start servers of their own: to stop them, or to configure them differently. What a test starts
 * is stopped after the group. Skipped or failed like {@link describeWithServer} where the server's programs are missing.
 */
export function describeWithPrivateServer(
  name: ServerName,
  title: string,
  body: (start: StartServer) => void,
  { api = JEST, recipe = recipeFor(name) }: { readonly api?: TestApi; readonly recipe?: ServerRecipe } = {},
): void {
  const started: PrivateServer[] = [];
  const group = {
    name,
    title,
    api,
    body: () => {
      api.afterAll(async () => {
        await Promise.all(started.map((server) => server.stop()));
      });
      body(async (options) => {
        const server = await startFrom(recipe, options);
        started.push(server);
        return server;
      });
    },
  };
  if (recipe.isInstalled()) api.describe(title, group.body);
  else missing(group, 'its programs are not on this machine');
}

interface Group {
  readonly name: ServerName;
  readonly title: string;
  readonly api: TestApi;
  readonly body: () => void;
}

function missing({ name, title, api, body }: Group, reason: string): void {
  if (isContinuousIntegration()) {
    api.describe(title, () => {
      api.it(`finds a ${name} server`, () => {
        throw new Error(`There is no ${name} server for "${title}": ${reason}.`);
      });
    });
    return;
  }
  skippedGroups += 1;
  process.stderr.write(`SKIPPED (${skippedGroups} in this file): "${title}" needs a ${name} server, and ${reason}.\n`);
  api.describe.skip(title, body);
}
