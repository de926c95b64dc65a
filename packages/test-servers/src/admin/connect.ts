import type { ServerName } from '../server-name.js';
import { connectToGhost } from './ghost-server.js';
import { connectToMailman3 } from './mailman3-server.js';
import { connectToMariadb } from './mariadb-server.js';
import { connectToOpenssh } from './openssh-server.js';
import { connectToPostgres } from './postgres-server.js';
import { connectToRedis } from './redis-server.js';
import type { TestServers } from './test-server.js';
import { connectToWordpress } from './wordpress-server.js';

const CONNECT: { readonly [Name in ServerName]: (url: string) => TestServers[Name] } = {
  mariadb: connectToMariadb,
  postgres: connectToPostgres,
  redis: connectToRedis,
  mailman3: connectToMailman3,
  wordpress: connectToWordpress,
  ghost: connectToGhost,
  openssh: connectToOpenssh,
};

/** The server behind an administrator's URL. Connects anew for every call, so it never has to be closed. */
export function connectToServer<Name extends ServerName>(name: Name, url: string): TestServers[Name] {
  return CONNECT[name](url);
}
