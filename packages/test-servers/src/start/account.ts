import { execFileSync } from 'node:child_process';

/** A system account, by its numbers. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The account to run a server as: servers refuse to run as root. `undefined` stays who we are. */
export function unprivilegedAccount(candidates: readonly string[]): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of candidates) {
    const account = find(name);
    if (account !== undefined) return account;
  }
  throw new Error(`None of the accounts ${candidates.join(', ')} exists on this machine.`);
}

function find(name: string): Account | undefined {
  try {
    return { uid: numericId('-u', name), gid: numericId('-g', name) };
  } catch {
    return undefined; // `id` fails for an account that does not exist
  }
}

function numericId(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}
