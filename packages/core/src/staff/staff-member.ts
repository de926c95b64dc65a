import type { Factor } from './factors.js';
import type { Role, StaffAccount } from './staff.js';

/** A member of staff as others see them: nothing of how they prove that it is them. */
export interface StaffMember {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  /** In the controller that was asked for. */
  readonly roles: readonly Role[];
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly createdAt: Date;
  readonly lockedUntil?: Date;
  readonly disabledAt?: Date;
}

/** See {@link StaffMember}. */
export function memberOf(account: StaffAccount, controller: string, factors: readonly Factor[] = []): StaffMember {
  const { id, login, displayName, createdAt, lockedUntil, disabledAt } = account;
  return {
    ...{ id, login, displayName, createdAt },
    roles: account.grants.filter((grant) => grant.controller === controller).map(({ role }) => role),
    hasPassword: account.passwordHash !== undefined,
    hasSecondFactor: factors.length > 0,
    ...(lockedUntil === undefined ? {} : { lockedUntil }),
    ...(disabledAt === undefined ? {} : { disabledAt }),
  };
}
