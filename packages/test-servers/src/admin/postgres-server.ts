import { Client } from 'pg';
import { freshName, freshPassword, withParts } from './names.js';
import type { TestServer, TestUser, UserOptions } from './test-server.js';

/** See `connectToServer`. */
export function connectToPostgres(url: string): TestServer {
  return {
    name: 'postgres',
    url,
    createDatabase: async (prefix) => {
      const name = freshName(prefix);
      await run(url, `CREATE DATABASE ${name}`);
      const ownUrl = withParts(url, { database: name });
      return {
        name,
        url: ownUrl,
        run: (sql) => run(ownUrl, sql),
        drop: () => run(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      };
    },
    createUser: (options = {}) => createUser(url, options),
  };
}

async function createUser(url: string, { grants = [], database }: UserOptions): Promise<TestUser> {
  const name = freshName('reader');
  const password = freshPassword();
  const home = database === undefined ? url : withParts(url, { database });
  await run(
    home,
    [`CREATE ROLE ${name} LOGIN PASSWORD '${password}'`, ...grants.map((grant) => `GRANT ${grant} TO ${name}`)].join(';'),
  );
  return {
    name,
    password,
    url: withParts(home, { username: name, password }),
    drop: () => run(home, `DROP OWNED BY ${name}; DROP ROLE ${name}`),
  };
}

async function run(connectionString: string, sql: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
