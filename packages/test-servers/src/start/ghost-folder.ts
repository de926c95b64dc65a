import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The last one that Node 20 runs. */
export const GHOST_VERSION = '5.130.6';

/** Where this machine keeps Ghost: for root where the account that it runs as may read. */
export function ghostFolder(home = homedir(), isRoot = process.getuid?.() === 0): string {
  return join(isRoot ? '/var/cache' : join(home, '.cache'), 'habeas-test-servers', `ghost-${GHOST_VERSION}`);
}

/** The folder of a Ghost that is installed whole: the mark is made last. */
export function findGhost(folder = ghostFolder()): string | undefined {
  return existsSync(join(folder, 'installed')) ? join(folder, 'package') : undefined;
}
