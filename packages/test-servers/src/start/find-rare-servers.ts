import { givenUrl } from '../config/env.js';
import { RARE_SERVER_NAMES, type RareServerName, type Unavailable } from '../server-name.js';
import { cannotInstall, installPackages } from './install.js';
import { recipeFor } from './private-server.js';
import type { ServerRecipe } from './recipe.js';

/** How long the packages of a server that a machine may be without may take to download. */
const DOWNLOAD_LIMIT_MS = 120_000;

/** Where a server, or the programs that tests start it with, came from. */
export interface RareServer {
  readonly origin: 'given' | 'found' | 'installed';
}

/** How far the search may go, and what it looks with. */
export interface RareServerSearch {
  readonly recipeOf?: (name: RareServerName) => ServerRecipe;
  readonly installing?: typeof installPackages;
}

/**
 * Finds the servers that tests start by themselves: one named in the environment, else its programs on this machine, else those
 * that apt-get installs within its time. Never throws where one cannot be had: it is reported with the reason.
 */
export async function findRareServers(
  search: RareServerSearch = {},
): Promise<Readonly<Record<RareServerName, RareServer | Unavailable>>> {
  const { recipeOf = recipeFor, installing = installPackages } = search;
  const found = new Map<RareServerName, RareServer | Unavailable>();
  for (const name of RARE_SERVER_NAMES) found.set(name, await find(name, recipeOf(name), installing)); // apt-get knows one at a time
  return Object.fromEntries(found) as Record<RareServerName, RareServer | Unavailable>;
}

async function find(
  name: RareServerName,
  recipe: ServerRecipe,
  installing: typeof installPackages,
): Promise<RareServer | Unavailable> {
  if (givenUrl(name) !== undefined) return { origin: 'given' };
  if (recipe.isInstalled()) return { origin: 'found' };
  const obstacle = recipe.hint ?? cannotInstall() ?? (await faultOf(recipe, installing));
  if (obstacle !== undefined) return { unavailable: obstacle };
  if (recipe.isInstalled()) return { origin: 'installed' };
  return { unavailable: 'apt-get installed it, but its programs are not where they should be' };
}

/** Installs it, and tells what went wrong. */
async function faultOf({ packages }: ServerRecipe, installing: typeof installPackages): Promise<string | undefined> {
  try {
    await installing(packages, { downloadLimitMs: DOWNLOAD_LIMIT_MS });
    return undefined;
  } catch (error) {
    return `apt-get could not install it: ${error instanceof Error ? error.message : String(error)}`;
  }
}
