import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { findProgram } from './programs.js';

const run = promisify(execFile);
const POLICY = '/usr/sbin/policy-rc.d';

/** Why packages cannot be installed here, or `undefined` where they can. */
export function cannotInstall(): string | undefined {
  if (findProgram('apt-get') === undefined) return 'it is not on this machine, and there is no apt-get to install it';
  return process.getuid?.() === 0 ? undefined : 'it is not on this machine, and only root may install it';
}

/** How packages are installed. */
export interface InstallOptions {
  /** Where what keeps services from starting is put. */
  readonly policy?: string;
  /** How long each download may take, in milliseconds. What is downloaded is unpacked to the end. Default: as long as it takes. */
  readonly downloadLimitMs?: number;
}

/**
 * Installs Debian packages. Nothing that they bring is started (policy-rc.d, as Debian's invoke-rc.d(8) describes).
 * Rejects when apt-get does, and when a download takes too long.
 */
export async function installPackages(
  packages: readonly string[],
  { policy = POLICY, downloadLimitMs }: InstallOptions = {},
): Promise<void> {
  const isOurs = !existsSync(policy);
  if (isOurs) await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  try {
    await aptGet(['update', '-qq'], downloadLimitMs);
    if (downloadLimitMs !== undefined) await aptGet([...install, '--download-only'], downloadLimitMs);
    await aptGet(install);
  } finally {
    if (isOurs) await rm(policy, { force: true });
  }
}

async function aptGet(args: readonly string[], limitMs = 0): Promise<void> {
  const options = { maxBuffer: 64 * 1024 * 1024, timeout: limitMs };
  try {
    await run(findProgram('apt-get') ?? 'apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], options);
  } catch (error) {
    const wasStopped = limitMs > 0 && (error as { killed?: boolean }).killed === true;
    throw wasStopped ? new Error(`it took longer than ${String(limitMs / 1_000)} seconds to download`, { cause: error }) : error;
  }
}
