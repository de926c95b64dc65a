import { connectToServer } from '../admin/connect.js';
import type { TestServers } from '../admin/test-server.js';
import { givenUrl } from '../config/env.js';
import type { RareServerName } from '../server-name.js';
import { recipeFor, startFrom, type PrivateServer, type PrivateServerOptions } from '../start/private-server.js';
import type { ServerRecipe } from '../start/recipe.js';
import { JEST, missingGroup, type TestApi } from './missing-group.js';

/** Gives the server that the environment names, as it is; else starts one, for one group of tests. */
export type StartRareServer<Name extends RareServerName> = (options?: PrivateServerOptions) => Promise<TestServers[Name]>;

/**
 * A group of tests that needs a real server which takes long to get, and is started for nobody else. What a test starts is
 * stopped after the group. Where it cannot be had the group is skipped, with a line on standard error, even where `CI=true`.
 */
export function describeWithRareServer<Name extends RareServerName>(
  name: Name,
  title: string,
  body: (start: StartRareServer<Name>) => void,
  { api = JEST, recipe = recipeFor(name) }: { readonly api?: TestApi; readonly recipe?: ServerRecipe } = {},
): void {
  const given = givenUrl(name);
  const started: PrivateServer[] = [];
  const start: StartRareServer<Name> = async (options) => {
    if (given !== undefined) return connectToServer(name, given);
    const server = await startFrom(recipe, options);
    started.push(server);
    return connectToServer(name, server.url);
  };
  const register = (): void => {
    body(start);
    api.afterAll(async () => {
      await Promise.all(started.map((server) => server.stop())); // after what the group itself does at its end
    });
  };
  if (given !== undefined || recipe.isInstalled()) api.describe(title, register);
  else missingGroup({ needs: `${name} server`, title, api, body: register, mayBeMissing: true }, reasonOf(recipe));
}

function reasonOf({ hint }: ServerRecipe): string {
  return ['its programs are not on this machine', ...(hint === undefined ? [] : [hint])].join('; ');
}
