/**
 * Makes a fresh clone ready: packages installed as the lockfile says, the native addon loads, the workspaces are built.
 * Says and does nothing, and takes about a second, when all that is done. `--only <package>` builds that package and
 * what it needs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const isWindows = process.platform === 'win32'; // npm is a command file there
const only = process.argv.includes('--only') ? [`--filter=${process.argv[process.argv.indexOf('--only') + 1]}`] : [];

demandNode();
if (!isInstalled()) install();
if (!addonLoads()) mendAddon();
build();

function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Habeas needs Node 20.19 or newer; this is ${process.version}. Install it from https://nodejs.org and run again.`);
}

/** Compares what npm says it installed with the lockfile. Packages for other platforms may be missing. */
function isInstalled() {
  if (!existsSync(`${root}/node_modules/.package-lock.json`)) return false;
  const installed = packagesIn('node_modules/.package-lock.json');
  const same = (a, b) => b !== undefined && a.version === b.version && a.integrity === b.integrity;
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, wanted]) => path === '' || wanted.optional || same(wanted, installed[path]),
  );
}

function packagesIn(lockfile) {
  return JSON.parse(readFileSync(`${root}/${lockfile}`, 'utf8')).packages;
}

/** Without install scripts: the one that is needed is run by `mendAddon`, which knows what to do where it fails. */
function install() {
  say('Installing packages …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: isWindows });
  if (status !== 0) stop('The packages could not be installed: see what npm says above. It has to reach its registry.');
}

/** In a process of its own: a binary of another Node version can take the process down with it. */
function addonLoads() {
  const code = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ['-e', code], { cwd: root, stdio: 'ignore' }).status === 0;
}

function mendAddon() {
  say('Building the SQLite addon, better-sqlite3 (once, some minutes) …');
  let output = rebuild();
  if (!addonLoads() && installCompiler()) output = rebuild();
  if (addonLoads()) return;
  stop(
    `${output}\nbetter-sqlite3 does not load and could not be built. Install a C++ compiler, make and Python 3 ` +
      '(Debian and Ubuntu: apt-get install build-essential python3), then run: npm rebuild better-sqlite3',
  );
}

function rebuild() {
  const options = { cwd: root, encoding: 'utf8', shell: isWindows };
  const { stdout, stderr } = spawnSync('npm', ['rebuild', 'better-sqlite3', '--foreground-scripts'], options);
  return `${stdout}${stderr}`;
}

function installCompiler() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  say('Installing a compiler (build-essential, python3) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', ['-qq', '-y', ...args], { env, stdio: 'ignore' }).status === 0;
  return apt('update') && apt('install', '--no-install-recommends', 'build-essential', 'python3');
}

function build() {
  const turbo = [
    'node_modules/turbo/bin/turbo',
    'run',
    'build',
    '--concurrency=100%',
    '--output-logs=errors-only',
    '--log-order=grouped',
    ...only,
  ];
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, turbo, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) stop(`${stdout}${stderr}\nThe build failed: see above.`);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}
