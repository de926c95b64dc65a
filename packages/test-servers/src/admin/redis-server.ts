import { Redis } from 'ioredis';
import { freshName, freshPassword, withParts } from './names.js';
import type { RedisReply, RedisServer, TestUser } from './test-server.js';

/** See `connectToServer`. Serves Valkey too. */
export function connectToRedis(url: string): RedisServer {
  const run = (command: string, ...args: readonly string[]): Promise<RedisReply> => runCommand(url, command, args);
  return {
    name: 'redis',
    url,
    run,
    createUser: async (rules) => {
      const name = freshName('reader');
      const password = freshPassword();
      await run('ACL', 'SETUSER', name, 'on', `>${password}`, ...rules);
      return userOf(url, { name, password, drop: () => run('ACL', 'DELUSER', name) });
    },
  };
}

function userOf(
  url: string,
  { name, password, drop }: { readonly name: string; readonly password: string; readonly drop: () => Promise<unknown> },
): TestUser {
  return { name, password, url: withParts(url, { username: name, password }), drop: () => drop().then(() => undefined) };
}

async function runCommand(url: string, command: string, args: readonly string[]): Promise<RedisReply> {
  // The check is for what an account may not ask; a server that is loading still answers the command with that
  const options = { lazyConnect: true, enableReadyCheck: false, retryStrategy: () => null, connectTimeout: 2_000 };
  const connection = new Redis(url, options);
  connection.on('error', () => undefined); // the command rejects with it
  try {
    await connection.connect();
    return (await connection.call(command, ...args)) as RedisReply;
  } finally {
    connection.disconnect();
  }
}
