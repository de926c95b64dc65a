import { createConnection } from 'mysql2/promise';
import { freshName, freshPassword, withParts } from './names.js';
import type { TestServer, TestUser, UserOptions } from './test-server.js';

/** See `connectToServer`. Serves MySQL too, when the environment names one. */
export function connectToMariadb(url: string): TestServer {
  return {
    name: 'mariadb',
    url,
    createDatabase: async (prefix) => {
      const name = freshName(prefix);
      await run(url, `CREATE DATABASE ${name}`);
      const ownUrl = withParts(url, { database: name });
      return { name, url: ownUrl, run: (sql) => run(ownUrl, sql), drop: () => run(url, `DROP DATABASE IF EXISTS ${name}`) };
    },
    createUser: (options = {}) => createUser(url, options),
  };
}

async function createUser(url: string, { grants = [], database = '' }: UserOptions): Promise<TestUser> {
  const name = freshName('reader');
  const password = freshPassword();
  await run(url, `CREATE USER ${name}@'%' IDENTIFIED BY '${password}'`);
  for (const grant of grants) await run(url, `GRANT ${grant} TO ${name}@'%'`);
  return {
    name,
    password,
    url: withParts(url, { username: name, password, database }),
    drop: () => run(url, `DROP USER IF EXISTS ${name}@'%'`),
  };
}

async function run(uri: string, sql: string): Promise<void> {
  const connection = await createConnection({ uri, multipleStatements: true });
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}
