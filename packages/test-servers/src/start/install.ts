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

/**
 * Installs Debian packages. Nothing that they bring is started (policy-rc.d, as Debian's invoke-rc.d(8) describes).
 * Rejects when apt-get does.
 */
export async function installPackages(packages: readonly string[], policy = POLICY): Promise<void> {
  const isOurs = !existsSync(policy);
  if (isOurs) await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await aptGet('update', '-qq');
    await aptGet('install', '-y', '--no-install-recommends', ...packages);
  } finally {
    if (isOurs) await rm(policy, { force: true });
  }
}

async function aptGet(...args: string[]): Promise<void> {
  await run(findProgram('apt-get') ?? 'apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { maxBuffer: 64 * 1024 * 1024 });
}
