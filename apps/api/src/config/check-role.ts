import { InvalidInputError } from '@habeas/connector-sdk';
import type { ServiceArguments } from './arguments.js';
import type { ServiceConfig } from './service-config.js';

/**
 * Refuses what cannot work with several processes (security R14): they need a store and blobs that all of them reach. One process
 * that does everything needs neither.
 */
export function checkRole(role: ServiceArguments['role'], { store, s3 }: ServiceConfig): void {
  if (role === 'all' || (!store.startsWith('sqlite:') && s3 !== undefined)) return;
  const missing = store.startsWith('sqlite:') ? 'store' : 's3';
  throw new InvalidInputError([
    {
      file: 'service.yaml',
      path: missing,
      what: `the role ${role} is for several processes, and this is not shared between them`,
      remedy: missing === 'store' ? 'name a MySQL or MariaDB store' : 'name an S3-compatible storage for blobs',
    },
  ]);
}
