import type { ServerName } from '../server-name.js';
import { connectToMariadb } from './mariadb-server.js';
import { connectToPostgres } from './postgres-server.js';
import type { TestServer } from './test-server.js';

/** The server behind an administrator's URL. Connects anew for every call, so it never has to be closed. */
export function connectToServer(name: ServerName, url: string): TestServer {
  return name === 'mariadb' ? connectToMariadb(url) : connectToPostgres(url);
}
