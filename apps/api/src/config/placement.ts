import { dirname, join, sep } from 'node:path';
import type { ServiceConfig } from './service-config.js';

/** What is not wrong, and yet not as it should be where people's data is at stake. */
export type PlacementWarning = 'keyring-beside-store' | 'keyring-beside-blobs' | 'checkpoints-stay-here';

/**
 * What to warn of at a start in production, which is: with a `publicUrl`. The layout without settings keeps everything in one folder,
 * good for a trial. A backup of that folder holds the keys together with what they seal, and then shredding does not reach into
 * it (security R45, R84); checkpoints that stay in the store guard against nobody who holds it (R82).
 */
export function placementWarnings({
  publicUrl,
  keyring,
  store,
  s3,
  data,
  checkpoints,
}: ServiceConfig): readonly PlacementWarning[] {
  if (publicUrl === undefined) return [];
  const home = dirname(keyring);
  const isBesideStore = store.startsWith('sqlite:') && dirname(store.slice('sqlite:'.length)) === home;
  const isBesideBlobs = s3 === undefined && isWithin(join(data, 'blobs'), home);
  return [
    ...(isBesideStore ? (['keyring-beside-store'] as const) : []),
    ...(isBesideBlobs ? (['keyring-beside-blobs'] as const) : []),
    ...(checkpoints.directory === undefined && checkpoints.s3 === undefined ? (['checkpoints-stay-here'] as const) : []),
  ];
}

function isWithin(path: string, folder: string): boolean {
  return `${path}${sep}`.startsWith(`${folder}${sep}`);
}
