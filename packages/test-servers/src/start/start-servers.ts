import { givenUrl, URL_VARIABLES } from '../config/env.js';
import { SHARED_SERVER_NAMES, type ServerName, type SharedServerName, type Unavailable } from '../server-name.js';
import { cannotInstall, installPackages } from './install.js';
import { recipeFor, startFrom, type PrivateServer } from './private-server.js';
import type { ServerRecipe } from './recipe.js';

/** Where a server came from. */
export type ServerOrigin = 'given' | 'started' | 'installed';

/** A server that tests can use. */
export interface AvailableServer {
  /** An administrator's account. */
  readonly url: string;
  readonly origin: ServerOrigin;
}

/** What `startServers` found, and the end of it. */
export interface RunningServers {
  readonly servers: Readonly<Record<SharedServerName, AvailableServer | Unavailable>>;
  /** Variables to set for a process that runs tests: `describeWithServer` reads them. */
  readonly environment: Readonly<Record<string, string>>;
  /** Ends what was started here, and removes its folders. Safe to call twice. */
  stop(): Promise<void>;
}

/** What is to be started, and how far it may go. */
export interface StartOptions {
  /** Default: all. */
  readonly names?: readonly SharedServerName[];
  /** Whether missing ones may be installed (root only). Default: yes. */
  readonly install?: boolean;
  /** How each kind is found and started. Default: as it is done for real. */
  readonly recipeOf?: (name: SharedServerName) => ServerRecipe;
}

/**
 * Finds a real server of each kind: one named in the environment, else a program on this machine, started on a private
 * port, else one that apt-get installs. Never throws for a server that cannot be had: it is reported with the reason.
 * What was started ends with this process at the latest, even if it is killed.
 */
export async function startServers(options: StartOptions = {}): Promise<RunningServers> {
  const { names = SHARED_SERVER_NAMES, install = true, recipeOf = recipeFor } = options;
  const recipes = names.map(recipeOf);
  const reasons = await installMissing(recipes, install);
  const started: PrivateServer[] = [];
  const found = await Promise.all(recipes.map(async (recipe) => [recipe.name, await find(recipe, reasons, started)] as const));
  const notAsked: Unavailable = { unavailable: 'it was not asked for' };
  return {
    servers: { mariadb: notAsked, postgres: notAsked, redis: notAsked, mailman3: notAsked, ...Object.fromEntries(found) },
    environment: Object.fromEntries(
      found.flatMap(([name, server]) => ('url' in server ? [[URL_VARIABLES[name], server.url]] : [])),
    ),
    stop: async () => {
      await Promise.all(started.map((server) => server.stop()));
    },
  };
}

/** Installs what is missing, all at once. Tells of each that was missing why it may be missing still. */
async function installMissing(recipes: readonly ServerRecipe[], install: boolean): Promise<ReadonlyMap<ServerName, string>> {
  const missing = recipes.filter((recipe) => givenUrl(recipe.name) === undefined && !recipe.isInstalled());
  if (missing.length === 0) return new Map();
  const reason = await tryToInstall(missing, install);
  return new Map(missing.map(({ name }) => [name, reason]));
}

async function tryToInstall(missing: readonly ServerRecipe[], install: boolean): Promise<string> {
  const obstacle = install ? cannotInstall() : 'it is not on this machine';
  if (obstacle !== undefined) return obstacle;
  try {
    await installPackages(missing.flatMap(({ packages }) => packages));
    return 'apt-get installed it, but its programs are not where they should be';
  } catch (error) {
    return `apt-get could not install it: ${textOf(error)}`;
  }
}

async function find(
  recipe: ServerRecipe,
  reasons: ReadonlyMap<ServerName, string>,
  started: PrivateServer[],
): Promise<AvailableServer | Unavailable> {
  const given = givenUrl(recipe.name);
  if (given !== undefined) return { url: given, origin: 'given' };
  const reason = reasons.get(recipe.name);
  if (reason !== undefined && !recipe.isInstalled()) return { unavailable: reason };
  try {
    const server = await startFrom(recipe);
    started.push(server);
    return { url: server.url, origin: reason === undefined ? 'started' : 'installed' };
  } catch (error) {
    return { unavailable: `it could not be started: ${textOf(error)}` };
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
