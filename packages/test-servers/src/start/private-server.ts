import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServerName } from '../server-name.js';
import { unprivilegedAccount, type Account } from './account.js';
import { freePort } from './free-port.js';
import { startGuarded, type GuardedServer } from './guard.js';
import { ghostRecipe } from './ghost-recipe.js';
import { mailman3Recipe } from './mailman3-recipe.js';
import { mariadbRecipe } from './mariadb-recipe.js';
import { opensshRecipe } from './openssh-recipe.js';
import { postgresRecipe } from './postgres-recipe.js';
import { redisRecipe } from './redis-recipe.js';
import type { Command, ServerRecipe } from './recipe.js';
import { wordpressRecipe } from './wordpress-recipe.js';

const RECIPES: Readonly<Record<ServerName, ServerRecipe>> = {
  mariadb: mariadbRecipe,
  postgres: postgresRecipe,
  redis: redisRecipe,
  mailman3: mailman3Recipe,
  wordpress: wordpressRecipe,
  ghost: ghostRecipe,
  openssh: opensshRecipe,
};
const READY_LIMIT_MS = 60_000;
const POLL_MS = 25;
/** Somebody may take the free port before the server does. */
const ATTEMPTS = 3;

/** The recipe of a server. */
export function recipeFor(name: ServerName): ServerRecipe {
  return RECIPES[name];
}

/** A server of one's own, in a folder of its own. It ends with this process at the latest. */
export interface PrivateServer {
  /** An administrator's account. */
  readonly url: string;
  readonly port: number;
  /** Ends it, whatever its clients are doing, and removes its folder. Safe to call twice. */
  stop(): Promise<void>;
  /** The same without a warning to it, as a power cut would: SIGKILL. */
  kill(): Promise<void>;
}

/** What is different from the ordinary about a private server. */
export interface PrivateServerOptions {
  /** Files to put into its folder, readable by the server only: certificates and keys. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The URL of an earlier one, for a server that comes back: the same port and password. */
  readonly like?: string;
  /** Further arguments. The folder is where the files are. */
  arguments?(home: string): readonly string[];
  /** Starts it again, on the same data, whenever it is gone: for tests that kill it. */
  readonly restarts?: boolean;
}

/** Starts a server of its own for a test that stops it, or that needs it configured differently. Rejects with the end of its log. */
export function startPrivateServer(name: ServerName, options?: PrivateServerOptions): Promise<PrivateServer> {
  return startFrom(RECIPES[name], options);
}

/** See {@link startPrivateServer}. */
export async function startFrom(recipe: ServerRecipe, options: PrivateServerOptions = {}): Promise<PrivateServer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(recipe, options);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function start(recipe: ServerRecipe, options: PrivateServerOptions): Promise<PrivateServer> {
  const account = unprivilegedAccount(recipe.accounts);
  const earlier = options.like === undefined ? undefined : new URL(options.like);
  const password = earlier?.password ?? randomBytes(16).toString('hex');
  const home = await createHome(recipe, account, { ...recipe.files(password), ...options.files });
  const port = earlier === undefined ? await freePort() : Number(earlier.port);
  const [program, ...args] = recipe.serve(home, port);
  const serve: Command = [program, ...args, ...(options.arguments?.(home) ?? [])];
  const server = startGuarded({
    home,
    account,
    stopSignal: recipe.stopSignal,
    initialise: recipe.initialise(home),
    serve: options.restarts === true ? again(serve) : serve,
  });
  const url = recipe.url(port, password);
  await waitUntilReady(recipe, url, server);
  return { url, port, stop: () => server.stop(), kill: () => server.kill() };
}

/** The guard ends its whole process group: this loop too, which waits for what it runs. */
function again(command: Command): Command {
  const loop = `trap over=1 TERM; over=; while [ -z "$over" ]; do "$@" & wait $!; wait $! 2>/dev/null; [ "$over" ] || sleep 0.2; done`;
  return ['/bin/sh', '-c', loop, 'again', ...command];
}

async function createHome(
  recipe: ServerRecipe,
  account: Account | undefined,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  // Root's own temporary folder may be closed to the account that the server runs as.
  const home = await mkdtemp(join(account === undefined ? tmpdir() : '/tmp', `habeas-${recipe.name}-`));
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(home, name), text, { mode: 0o600 });
    if (account !== undefined) await chown(join(home, name), account.uid, account.gid);
  }
  if (account !== undefined) await chown(home, account.uid, account.gid);
  return home;
}

class EndedEarly extends Error {}

async function waitUntilReady(recipe: ServerRecipe, url: string, server: GuardedServer): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS;
  const ended = server.ended.then((log) => {
    throw new EndedEarly(`${recipe.name} ended while it was being started:\n${log}`);
  });
  for (;;) {
    try {
      await Promise.race([recipe.ping(url), ended]);
      ended.catch(() => undefined); // it ends some day: no longer our concern
      return;
    } catch (error) {
      if (error instanceof EndedEarly) throw error;
      if (Date.now() > deadline) {
        await server.stop();
        throw new Error(`${recipe.name} does not answer.`, { cause: error });
      }
      await pause(POLL_MS);
    }
  }
}
