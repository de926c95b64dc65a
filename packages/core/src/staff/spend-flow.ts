import { spendOnce } from '../request/spend-once.js';
import type { StaffDesk } from './staff-desk.js';

/** Notes that a way through the identity provider has come to its end, which it does once. False where it had already. */
export function spendFlow({ store }: Pick<StaffDesk, 'store'>, id: string): Promise<boolean> {
  return spendOnce({ store }, '*', `provider-flow ${id}`);
}
