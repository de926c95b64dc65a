import { createConnection } from 'mysql2/promise';
import { findProgram } from './programs.js';
import { installed, type ServerRecipe } from './recipe.js';

const ACCOUNT = 'habeas';
/** Nothing in a test database has to survive a power cut. */
const FAST = [
  '--innodb-flush-method=nosync',
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-log-file-size=64M',
  '--skip-log-bin',
];

/** MariaDB from its own folder. Root is bound to the system account by socket, the tests' account has a random password. */
export const mariadbRecipe: ServerRecipe = {
  name: 'mariadb',
  packages: ['mariadb-server'],
  accounts: ['mysql', 'nobody'],
  stopSignal: 'TERM',
  isInstalled: () => findProgram('mariadbd') !== undefined && findProgram('mariadb-install-db') !== undefined,
  files: (password) => ({
    'accounts.sql': [
      `CREATE USER IF NOT EXISTS ${ACCOUNT}@'127.0.0.1' IDENTIFIED BY '${password}';`,
      `GRANT ALL ON *.* TO ${ACCOUNT}@'127.0.0.1' WITH GRANT OPTION;`,
      'ALTER USER root@localhost IDENTIFIED VIA unix_socket;',
      '',
    ].join('\n'),
  }),
  initialise: (home) => [
    installed(findProgram('mariadb-install-db')),
    '--no-defaults',
    `--datadir=${home}/data`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
    ...FAST,
  ],
  serve: (home, port) => [
    installed(findProgram('mariadbd')),
    '--no-defaults',
    `--datadir=${home}/data`,
    `--socket=${home}/socket`,
    `--pid-file=${home}/pid`,
    `--tmpdir=${home}`,
    `--init-file=${home}/accounts.sql`,
    '--bind-address=127.0.0.1',
    `--port=${String(port)}`,
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--innodb-buffer-pool-size=256M',
    ...FAST,
  ],
  url: (port, password) => `mysql://${ACCOUNT}:${password}@127.0.0.1:${String(port)}/`,
  ping: async (uri) => {
    const connection = await createConnection({ uri, connectTimeout: 2_000 });
    await connection.end();
  },
};
