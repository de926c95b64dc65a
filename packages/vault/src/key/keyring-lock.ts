import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode, VaultError } from '../vault-error.js';

const POLL_MS = 10;
const PATIENCES = 6;

/** The right to replace a keyring file, for as long as nobody takes it away. */
export interface Hold {
  readonly token: string;
  /** Whether the lock is still this one's: somebody who waited long enough has taken it for left behind. */
  isHeld(): Promise<boolean>;
}

/**
 * Runs a section that one process at a time may be in, guarded by a lock file. A lock that one holder keeps for longer than
 * `patienceMs` was left behind by a kill, and is taken. Rejects with `keyring-busy` where others keep coming first.
 *
 * Taking it from a holder that was only slow does no harm as long as both follow the protocol of `KeyringFile`: whoever has the
 * lock first removes the others' unfinished files, and nobody's file takes effect unless it still exists and its lock is held.
 */
export async function withLock<Result>(
  path: string,
  patienceMs: number,
  section: (hold: Hold) => Promise<Result>,
): Promise<Result> {
  const token = randomUUID();
  const isHeld = async (): Promise<boolean> => (await holderOf(path)) === token;
  await acquire(path, token, patienceMs);
  try {
    return await section({ token, isHeld });
  } finally {
    if (await isHeld()) await rm(path, { force: true });
  }
}

async function acquire(path: string, token: string, patienceMs: number): Promise<void> {
  const giveUpAt = performance.now() + PATIENCES * patienceMs;
  let seen: { readonly holder: string | undefined; readonly since: number } | undefined;
  while (!(await created(path, token))) {
    const now = performance.now();
    if (now > giveUpAt) throw new VaultError('keyring-busy', 'other processes keep changing the keyring; try again');
    const holder = await holderOf(path);
    if (seen === undefined || seen.holder !== holder) seen = { holder, since: now };
    else if (now - seen.since > patienceMs) await rm(path, { force: true });
    await sleep(POLL_MS);
  }
}

async function created(path: string, token: string): Promise<boolean> {
  try {
    await writeFile(path, token, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw new VaultError('keyring-io', 'the keyring cannot be changed: its folder is missing or not writable', { cause: error });
  }
}

async function holderOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw new VaultError('keyring-io', "the keyring's lock cannot be read", { cause: error });
  }
}
