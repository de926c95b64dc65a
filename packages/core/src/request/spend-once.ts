import type { Transaction } from '../ports/store.js';
import type { Desk } from './desk.js';

/** Notes that something that counts once was used. False where it had been already, within 30 days. */
export function spendOnce({ store }: Pick<Desk, 'store'>, controller: string, key: string): Promise<boolean> {
  return store.transact((transaction) => spendWithin(transaction, controller, key));
}

/** The same, in a transaction. */
export async function spendWithin(
  { idempotency }: Pick<Transaction, 'idempotency'>,
  controller: string,
  key: string,
): Promise<boolean> {
  if ((await idempotency.find(controller, key)) !== undefined) return false;
  await idempotency.add(controller, key, { fingerprint: 'spent', result: '' });
  return true;
}
