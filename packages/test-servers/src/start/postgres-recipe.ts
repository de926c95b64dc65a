import { join } from 'node:path';
import { Client } from 'pg';
import { findFolderWith } from './programs.js';
import { installed, type ServerRecipe } from './recipe.js';

const ACCOUNT = 'habeas';

function program(name: string): string {
  return join(installed(folder()), name);
}

function folder(): string | undefined {
  return findFolderWith(['initdb', 'postgres']);
}

/** PostgreSQL from its own folder, reachable by password on 127.0.0.1 only. */
export const postgresRecipe: ServerRecipe = {
  name: 'postgres',
  packages: ['postgresql'],
  accounts: ['postgres', 'nobody'],
  stopSignal: 'INT', // "fast": TERM would wait for every client to leave
  isInstalled: () => folder() !== undefined,
  files: (password) => ({ password }),
  initialise: (home) => [
    program('initdb'),
    `--pgdata=${home}/data`,
    `--username=${ACCOUNT}`,
    `--pwfile=${home}/password`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ],
  serve: (home, port) => [
    program('postgres'),
    ...['-D', `${home}/data`, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${home}`],
    ...['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off', '-c', 'shared_buffers=256MB'],
  ],
  url: (port, password) => `postgres://${ACCOUNT}:${password}@127.0.0.1:${String(port)}/postgres`,
  ping: async (connectionString) => {
    const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
    await client.connect();
    await client.end();
  },
};
