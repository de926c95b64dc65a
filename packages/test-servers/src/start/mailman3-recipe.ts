import { connectToMailman3 } from '../admin/mailman3-server.js';
import { findFolderWith } from './programs.js';
import { installed, type ServerRecipe } from './recipe.js';

const ACCOUNT = 'restadmin';
/** Of Mailman's processes only those are needed that take in a message, judge it, and answer requests. */
const IDLE = ['archive', 'bounces', 'command', 'digest', 'lmtp', 'nntp', 'out', 'retry', 'task', 'virgin'];
/** What its settings say of the folder and the port is known only when it is started. */
const START =
  'cd "$1" && sed -e "s#@HOME@#$1#; s#@PORT@#$2#" settings >mailman.cfg && HOME=$1 exec "$3" --force -C "$1/mailman.cfg"';

function programs(): string | undefined {
  return findFolderWith(['master', 'runner', 'mailman']);
}

function settings(password: string): string {
  return [
    '[mailman]',
    'site_owner: owner@example.org',
    'layout: here',
    '[paths.here]',
    'var_dir: @HOME@/var',
    `bin_dir: ${installed(programs())}`,
    '[database]',
    'class: mailman.database.sqlite.SQLiteDatabase',
    'url: sqlite:///@HOME@/var/mailman.db',
    '[webservice]',
    'hostname: 127.0.0.1',
    'port: @PORT@',
    `admin_user: ${ACCOUNT}`,
    `admin_pass: ${password}`,
    'workers: 1',
    '[mta]',
    'incoming: mailman.mta.null.NullMTA',
    'smtp_host: 127.0.0.1',
    'smtp_port: 1',
    ...IDLE.flatMap((name) => [`[runner.${name}]`, 'start: no']),
    '',
  ].join('\n');
}

/** The core of Mailman 3 from its own folder, with SQLite. It sends no mail and takes none but by its interface. */
export const mailman3Recipe: ServerRecipe = {
  name: 'mailman3',
  packages: ['mailman3'],
  accounts: ['list', 'nobody'],
  stopSignal: 'TERM',
  isInstalled: () => programs() !== undefined,
  files: (password) => ({ settings: settings(password) }),
  initialise: (home) => ['mkdir', `${home}/var`],
  serve: (home, port) => ['/bin/sh', '-c', START, 'mailman', home, String(port), `${installed(programs())}/master`],
  url: (port, password) => `http://${ACCOUNT}:${password}@127.0.0.1:${String(port)}`,
  ping: async (url) => {
    await connectToMailman3(url).ask('GET', '/system/versions');
  },
};
