import { readFileSync } from 'node:fs';
import { mysql } from '@habeas/connector-mysql';
import { type DataMapFile, parseDataMap, Secret, type Session } from '@habeas/connector-sdk';
import { createSubject, type SourceBinding, type Subject } from '@habeas/core';
import { dataMapFile, type DataMapName } from '@habeas/example-worlds';

/** A data map of the example worlds, by name. */
export function exampleDataMap(name: DataMapName): DataMapFile {
  return parseDataMap(readFileSync(dataMapFile(name), 'utf8'), `${name}.map.yaml`);
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
    // Nine tenths of the table are one person's: its plan is a scan, and there a good one.
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
