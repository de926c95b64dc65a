import { Secret } from '@habeas/connector-sdk';
import { FULL_REQUEST } from '@habeas/core/testing';
import type { KeyService } from '@habeas/vault';
import type { DurableStore } from '../src/persistence/index.js';
import { KeySealing } from '../src/staff/index.js';

/** Four weeks, in turns. */
const week = (index: number): Date => new Date(Date.UTC(2030, 0, 1 + 7 * (index % 4)));

/** Adds requests, each with a data key of its own, and one account with a sealed secret. */
export async function fillStore(store: DurableStore, keys: KeyService, requests: number): Promise<void> {
  for (let from = 0; from < requests; from += 500) {
    const made: { readonly id: string; readonly dataKey: string }[] = [];
    for (let index = from; index < Math.min(from + 500, requests); index += 1) {
      const id = `req_${String(index).padStart(7, '0')}`;
      const { key, wrapped } = await keys.createDataKey({ controller: 'acme', id }, week(index));
      key.destroy();
      made.push({ id, dataKey: wrapped });
    }
    await store.transact(async (transaction) => {
      for (const { id, dataKey } of made) {
        await transaction.requests.add({ ...FULL_REQUEST, id, controller: 'acme', reference: id, version: 1, dataKey });
      }
    });
  }
  const totpSecret = await new KeySealing(keys).seal('staff-1', new Secret('otpauth://totp/example'));
  const account = { id: 'staff-1', login: 'dana', displayName: 'Dana Example', grants: [], recoveryCodes: [], failures: 0 };
  await store.transact(({ staff, now }) => staff.add({ ...account, totpSecret, createdAt: now }));
}
