import { connectToRedis } from '../admin/redis-server.js';
import { findProgram } from './programs.js';
import { installed, type ServerRecipe } from './recipe.js';

function program(): string | undefined {
  return findProgram('redis-server') ?? findProgram('valkey-server');
}

/** Redis or Valkey from its own folder, reachable by password on 127.0.0.1 only. It writes nothing to disk unless it is told to. */
export const redisRecipe: ServerRecipe = {
  name: 'redis',
  packages: ['redis-server'],
  accounts: ['redis', 'valkey', 'nobody'],
  stopSignal: 'TERM',
  isInstalled: () => program() !== undefined,
  files: (password) => ({ 'redis.conf': `requirepass ${password}\n` }),
  initialise: () => ['true'],
  serve: (home, port) => [
    installed(program()),
    `${home}/redis.conf`,
    ...['--bind', '127.0.0.1', '--port', String(port), '--dir', home, '--daemonize', 'no'],
    ...['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'],
  ],
  url: (port, password) => `redis://default:${password}@127.0.0.1:${String(port)}/`,
  ping: async (url) => {
    await connectToRedis(url).run('PING');
  },
};
