import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mysql } from '@habeas/connector-mysql';
import { type DataMapFile, parseDataMap, Secret, type Session } from '@habeas/connector-sdk';
import { createSubject, type SourceBinding, type Subject } from '@habeas/core';

/** A data map of the example worlds, by name. */
export function exampleDataMap(name: string): DataMapFile {
  const file = fileURLToPath(import.meta.resolve(`@habeas/example-worlds/data-maps/${name}.map.yaml`));
  return parseDataMap(readFileSync(file, 'utf8'), `${name}.map.yaml`);
}

/** Opens a session on a MariaDB database by URL. */
export function openMariadb(url: string, dataMap: DataMapFile, signal: AbortSignal): Promise<Session> {
  const { hostname: host, port, username: user, password, pathname } = new URL(url);
  const config = mysql.config.parse({
    host,
    port: Number(port),
    user: decodeURIComponent(user),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
  });
  return mysql.open(config, { source: 'shop', dataMap, signal });
}

/** A MariaDB database as a source of a search. */
export function mariadbBinding(url: string, dataMap: DataMapFile): SourceBinding {
  return {
    description: { id: 'shop', title: 'Shop', connector: { id: mysql.manifest.id, version: mysql.manifest.version } },
    open: (signal) => openMariadb(url, dataMap, signal),
  };
}

/** The person with this e-mail address. */
export function personWith(email: string): Subject {
  return createSubject([{ kind: 'email', value: new Secret(email), verified: true }]);
}
