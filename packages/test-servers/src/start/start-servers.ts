import { givenUrl, URL_VARIABLES } from '../config/env.js';
import { SERVER_NAMES, type ServerName, type Unavailable } from '../server-name.js';
import { cannotInstall, installPackages } from './install.js';
import { recipeFor, startPrivateServer, type PrivateServer } from './private-server.js';

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
  readonly servers: Readonly<Record<ServerName, AvailableServer | Unavailable>>;
  /** Variables to set for a process that runs tests: `describeWithServer` reads them. */
  readonly environment: Readonly<Record<string, string>>;
  /** Ends what was started here, and removes its folders. Safe to call twice. */
  stop(): Promise<void>;
}

/** What is to be started, and how far it may go. */
export interface StartOptions {
  /** Default: all. */
  readonly names?: readonly ServerName[];
  /** Whether missing ones may be installed (root only). Default: yes. */
  readonly install?: boolean;
}

/**
 * Finds a real server of each kind: one named in the environment, else a program on this machine, started on a private
 * port, else one that apt-get installs. Never throws for a server that cannot be had: it is reported with the reason.
 * What was started ends with this process at the latest, even if it is killed.
 */
export async function startServers({ names = SERVER_NAMES, install = true }: StartOptions = {}): Promise<RunningServers> {
  const reasons = await installMissing(names, install);
  const started: PrivateServer[] = [];
  const found = await Promise.all(names.map(async (name) => [name, await find(name, reasons, started)] as const));
  const notAsked: Unavailable = { unavailable: 'it was not asked for' };
  const servers = { mariadb: notAsked, postgres: notAsked, ...Object.fromEntries(found) };
  return {
    servers,
    environment: Object.fromEntries(
      found.flatMap(([name, server]) => ('url' in server ? [[URL_VARIABLES[name], server.url]] : [])),
    ),
    stop: async () => {
      await Promise.all(started.map((server) => server.stop()));
    },
  };
}

/** Installs what is missing, all at once; the reasons why something is missing still, by server, and what was installed. */
async function installMissing(names: readonly ServerName[], install: boolean): Promise<Map<ServerName, string>> {
  const missing = names.filter((name) => givenUrl(name) === undefined && !recipeFor(name).isInstalled());
  if (missing.length === 0) return new Map();
  const obstacle = install ? cannotInstall() : 'it is not on this machine';
  if (obstacle !== undefined) return new Map(missing.map((name) => [name, obstacle]));
  try {
    await installPackages(missing.flatMap((name) => recipeFor(name).packages));
    return new Map(missing.map((name) => [name, 'apt-get installed it, but its programs are not where they should be']));
  } catch (error) {
    return new Map(missing.map((name) => [name, `apt-get could not install it: ${textOf(error)}`]));
  }
}

async function find(
  name: ServerName,
  reasons: ReadonlyMap<ServerName, string>,
  started: PrivateServer[],
): Promise<AvailableServer | Unavailable> {
  const given = givenUrl(name);
  if (given !== undefined) return { url: given, origin: 'given' };
  if (!recipeFor(name).isInstalled()) return { unavailable: reasons.get(name) ?? 'it is not on this machine' };
  try {
    const server = await startPrivateServer(name);
    started.push(server);
    return { url: server.url, origin: reasons.has(name) ? 'installed' : 'started' };
  } catch (error) {
    return { unavailable: `it could not be started: ${textOf(error)}` };
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
