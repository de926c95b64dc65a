import { InvalidInputError } from '@habeas/connector-sdk';
import type { DispatchLog } from './dispatch.js';
import { faultCode } from './redis-fault.js';

/** The two questions that a server is asked. */
export interface AskedServer {
  ping(): Promise<unknown>;
  info(): Promise<string>;
}

/** What BullMQ wants, and the first one with accounts worth the name. */
const OLDEST = [6, 2] as const;

/**
 * Refuses a server that is too old, or that drops keys when its memory is full: half a queue is worse than none, because it looks
 * like one. A server that does not say is taken, and it is logged.
 */
export async function checkServer(client: AskedServer, log: DispatchLog): Promise<void> {
  await client.ping();
  const info = await infoOf(client);
  if (info === undefined) {
    log.warn('redis-unchecked', { remedy: 'let the account run INFO' });
    return;
  }
  const policy = /^maxmemory_policy:(\S+)/mu.exec(info)?.[1];
  const version = /^redis_version:(\d+)\.(\d+)/mu.exec(info);
  if (policy !== undefined && policy !== 'noeviction') {
    throw refused(`its maxmemory-policy is ${policy}`, 'set maxmemory-policy to noeviction, or give it a server of its own');
  }
  if (version !== null && isOlder([Number(version[1]), Number(version[2])])) {
    throw refused(`it is version ${version[1] ?? ''}.${version[2] ?? ''}`, 'use Redis 6.2 or newer, or Valkey');
  }
}

/** Undefined where the account may not ask. */
async function infoOf(client: AskedServer): Promise<string | undefined> {
  try {
    return await client.info();
  } catch (error) {
    if (faultCode(error) === 'NOPERM') return undefined;
    throw error;
  }
}

function isOlder([major, minor]: readonly [number, number]): boolean {
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

function refused(what: string, remedy: string): InvalidInputError {
  return new InvalidInputError([{ file: 'service.yaml', path: 'redis', what: `the server cannot be used: ${what}`, remedy }]);
}
