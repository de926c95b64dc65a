import { settleGhost } from '../admin/ghost-server.js';
import { findGhost } from './ghost-folder.js';
import { installed, type ServerRecipe } from './recipe.js';

const OWNER = 'owner@example.org';
/**
 * What its settings say of the folder and the port is known only when it is started. It looks for its programs in `current`,
 * where its own command line puts them.
 */
const START =
  'cd "$1" && ln -sfn "$4" current && sed -e "s#@HOME@#$1#g; s#@PORT@#$2#g" settings >config.production.json && NODE_ENV=production HOME=$1 exec "$3" current/index.js';

const SETTINGS = {
  url: 'http://127.0.0.1:@PORT@',
  server: { host: '127.0.0.1', port: '@PORT@' },
  database: { client: 'sqlite3', connection: { filename: '@HOME@/content/data/ghost.db' }, useNullAsDefault: true },
  mail: { transport: 'SMTP', from: 'noreply@example.org', options: { host: '127.0.0.1', port: 1, secure: false } },
  paths: { contentPath: '@HOME@/content' },
  privacy: { useUpdateCheck: false, useGravatar: false, useRpcPing: false, useStructuredData: false },
  security: { staffDeviceVerification: false },
  logging: { level: 'error', transports: ['stdout'] },
  process: 'local',
};

/** Ghost from its own folder, with SQLite. It sends no mail. No package of Debian brings it: `scripts/install-ghost.mjs` does. */
export const ghostRecipe = ghostRecipeWith(findGhost);

/** See {@link ghostRecipe}; with another way to find the folder of its programs. */
export function ghostRecipeWith(find: () => string | undefined): ServerRecipe {
  return {
    name: 'ghost',
    packages: [],
    hint: 'node packages/test-servers/scripts/install-ghost.mjs installs it, in some minutes',
    accounts: ['nobody'],
    stopSignal: 'TERM',
    isInstalled: () => find() !== undefined,
    files: () => ({ settings: JSON.stringify(SETTINGS) }),
    initialise: (home) => ['cp', '-r', `${installed(find())}/content`, `${home}/content`],
    serve: (home, port) => ['/bin/sh', '-c', START, 'ghost', home, String(port), process.execPath, installed(find())],
    url: (port, password) => `http://${encodeURIComponent(OWNER)}:${password}@127.0.0.1:${String(port)}`,
    ping: settleGhost,
  };
}
