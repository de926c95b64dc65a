import { connectToServer } from '../admin/connect.js';
import type { TestServers } from '../admin/test-server.js';
import { givenUrl, URL_VARIABLES } from '../config/env.js';
import { RARE_SERVER_NAMES, type ServerName } from '../server-name.js';
import { recipeFor, startFrom, type PrivateServer, type PrivateServerOptions } from '../start/private-server.js';
import type { ServerRecipe } from '../start/recipe.js';
import { JEST, missingGroup, type TestApi } from './missing-group.js';

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
  const group = { needs: `${name} server`, title, api, body: () => { body(server); } }; // prettier-ignore
  if (url === undefined) missingGroup(group, `${URL_VARIABLES[name]} is not set`);
  else api.describe(title, group.body);
}

/** Starts a server for one group of tests. */
export type StartServer = (options?: PrivateServerOptions) => Promise<PrivateServer>;

/**
 * A group of tests that start servers of their own: to stop them, or to configure them differently. What a test starts
 * is stopped after the group. Skipped or failed like {@link describeWithServer} where the server's programs are missing; skipped
 * in any case where it is one that a machine may be without.
 */
export function describeWithPrivateServer(
  name: ServerName,
  title: string,
  body: (start: StartServer) => void,
  { api = JEST, recipe = recipeFor(name) }: { readonly api?: TestApi; readonly recipe?: ServerRecipe } = {},
): void {
  const started: PrivateServer[] = [];
  const group = {
    needs: `${name} server`,
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
  else missingGroup({ ...group, mayBeMissing: isRare(name) }, 'its programs are not on this machine');
}

function isRare(name: ServerName): boolean {
  return RARE_SERVER_NAMES.some((rare) => rare === name);
}
