import { type StaffDesk, systemClock } from '@habeas/core';
import { KeySealing, NodeStaffCrypto } from '../staff/index.js';
import { randomIds } from './random-ids.js';
import type { Service } from './service.js';

/** What staff access works with: the store of the service, and secrets sealed under its keys. */
export function staffDeskOf({ store, keys }: Pick<Service, 'store' | 'keys'>): StaffDesk {
  return { store, ids: randomIds, clock: systemClock, crypto: new NodeStaffCrypto(new KeySealing(keys)) };
}
