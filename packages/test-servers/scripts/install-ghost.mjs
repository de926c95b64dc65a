/**
 * Installs the Ghost that the tests of its connector start, once: some minutes, and half a gigabyte. Its packages are not ours,
 * so that they are in a folder of the machine's (`src/start/ghost-folder.ts`) and in no lockfile.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findGhost, ghostFolder, GHOST_VERSION } from '../dist/start/ghost-folder.js';

const folder = ghostFolder();
const home = join(folder, 'package');
if (findGhost() === undefined) install();
process.stdout.write(`Ghost ${GHOST_VERSION} is in ${folder}\n`);

/** The archive holds packages that its own manifest refers to, so that it has to be unpacked before it is installed. */
function install() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run('npm', ['pack', '--silent', `ghost@${GHOST_VERSION}`], folder);
  run('tar', ['-xf', `ghost-${GHOST_VERSION}.tgz`], folder);
  forgetDevelopment(join(home, 'package.json'));
  run('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', '--legacy-peer-deps'], home);
  writeFileSync(join(folder, 'installed'), '');
}

/** npm resolves them even where it is told to leave them out, and one is a repository. */
function forgetDevelopment(path) {
  const manifest = { ...JSON.parse(readFileSync(path, 'utf8')), devDependencies: {}, resolutions: {}, scripts: {} };
  writeFileSync(path, JSON.stringify(manifest));
}

function run(program, args, cwd) {
  const { status, error } = spawnSync(program, args, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${program} ${args[0]} failed, with ${String(error ?? status)}.`);
}
