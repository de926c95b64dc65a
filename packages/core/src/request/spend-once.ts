import type { Desk } from './desk.js';

/** Notes that something that counts once was used. False where it had been already, within 30 days. */
export function spendOnce({ store }: Pick<Desk, 'store'>, controller: string, key: string): Promise<boolean> {
  return store.transact(async ({ idempotency }) => {
    if ((await idempotency.find(controller, key)) !== undefined) return false;
    await idempotency.add(controller, key, { fingerprint: 'spent', result: '' });
    return true;
  });
}
