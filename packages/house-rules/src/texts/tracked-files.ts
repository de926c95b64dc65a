import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { demandWork, run } from '../run-tool.js';
import type { TextFile } from './text-file.js';

/** The texts that are in the repository or would be with the next `git add`. Binary files and the lockfile are left out. */
export async function readTrackedTexts(root: string): Promise<readonly TextFile[]> {
  const ran = await run(root, 'git', ['-c', `safe.directory=${root}`, 'ls-files', '-z', '-co', '--exclude-standard']);
  if (ran.exitCode !== 0) demandWork(ran, 'git');
  return ran.stdout
    .split('\0')
    .filter((path) => path !== '' && path !== 'package-lock.json' && isFile(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
