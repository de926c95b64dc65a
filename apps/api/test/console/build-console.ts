import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Builds the console as it stands into a folder of its own, and gives that. */
export function buildConsole(): string {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-console-'));
  const web = dirname(require.resolve('@habeas/web/package.json'));
  const vite = join(dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')), 'bin/vite.js');
  const args = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: web,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
  });
  if (status !== 0) throw new Error(`The console could not be built: ${stderr}`);
  return folder;
}
