import type { StaffDesk } from './staff-desk.js';

/** Notes that a way through the identity provider has come to its end, which it does once. False where it had already. */
export function spendFlow({ store }: Pick<StaffDesk, 'store'>, id: string): Promise<boolean> {
  return store.transact(async ({ idempotency }) => {
    const key = `provider-flow ${id}`;
    if ((await idempotency.find('*', key)) !== undefined) return false;
    await idempotency.add('*', key, { fingerprint: 'provider-flow', result: '' });
    return true;
  });
}
