import type { ServiceToken, StaffAccount, StaffSession } from '@habeas/core';
import type { TableShape } from './entity.js';
import { fromJson, millisecondsOrNull, optional, orNull, same, time } from './values.js';

export interface StaffRow {
  id: string;
  login: string;
  displayName: string;
  grants: string;
  passwordHash: string | null;
  totpSecret: string | null;
  totpStep: number | null;
  recoveryCodes: string;
  failures: number;
  lockedUntil: number | null;
  disabledAt: number | null;
  createdAt: number;
}

export const staffTable: TableShape<StaffRow> = {
  name: 'staff',
  columns: {
    id: 'id',
    login: 'name',
    displayName: 'name',
    grants: 'text',
    passwordHash: 'text?',
    totpSecret: 'text?',
    totpStep: 'time?',
    recoveryCodes: 'text',
    failures: 'count',
    lockedUntil: 'time?',
    disabledAt: 'time?',
    createdAt: 'time',
  },
  primary: ['id'],
  indices: [{ name: 'staff_login', columns: ['login'], unique: true }],
};

export function staffToRow(account: StaffAccount): StaffRow {
  const { id, login, displayName, failures } = account;
  return {
    ...{ id, login, displayName, failures },
    grants: JSON.stringify(account.grants),
    passwordHash: orNull(account.passwordHash),
    totpSecret: orNull(account.totpSecret),
    totpStep: orNull(account.totpStep),
    recoveryCodes: JSON.stringify(account.recoveryCodes),
    lockedUntil: millisecondsOrNull(account.lockedUntil),
    disabledAt: millisecondsOrNull(account.disabledAt),
    createdAt: account.createdAt.getTime(),
  };
}

export function staffFromRow(row: StaffRow): StaffAccount {
  const { id, login, displayName, failures } = row;
  return {
    ...{ id, login, displayName, failures },
    grants: fromJson(row.grants),
    ...optional('passwordHash', row.passwordHash, same),
    ...optional('totpSecret', row.totpSecret, same),
    ...optional('totpStep', row.totpStep, same),
    recoveryCodes: fromJson(row.recoveryCodes),
    ...optional('lockedUntil', row.lockedUntil, time),
    ...optional('disabledAt', row.disabledAt, time),
    createdAt: time(row.createdAt),
  };
}

export interface SessionRow {
  id: string;
  staff: string;
  createdAt: number;
  lastSeenAt: number;
  expiresAt: number;
  steppedUpAt: number | null;
  providerSession: string | null;
}

export const sessionTable: TableShape<SessionRow> = {
  name: 'session',
  columns: {
    id: 'id',
    staff: 'id',
    createdAt: 'time',
    lastSeenAt: 'time',
    expiresAt: 'time',
    steppedUpAt: 'time?',
    providerSession: 'id?',
  },
  primary: ['id'],
  indices: [
    { name: 'session_staff', columns: ['staff'] },
    { name: 'session_expires', columns: ['expiresAt'] },
  ],
};

export function sessionToRow({
  id,
  staff,
  createdAt,
  lastSeenAt,
  expiresAt,
  steppedUpAt,
  providerSession,
}: StaffSession): SessionRow {
  return {
    ...{ id, staff },
    createdAt: createdAt.getTime(),
    lastSeenAt: lastSeenAt.getTime(),
    expiresAt: expiresAt.getTime(),
    steppedUpAt: millisecondsOrNull(steppedUpAt),
    providerSession: orNull(providerSession),
  };
}

export function sessionFromRow({
  id,
  staff,
  createdAt,
  lastSeenAt,
  expiresAt,
  steppedUpAt,
  providerSession,
}: SessionRow): StaffSession {
  return {
    ...{ id, staff },
    createdAt: time(createdAt),
    lastSeenAt: time(lastSeenAt),
    expiresAt: time(expiresAt),
    ...optional('steppedUpAt', steppedUpAt, time),
    ...optional('providerSession', providerSession, same),
  };
}

export interface TokenRow {
  id: string;
  controller: string;
  name: string;
  secretHash: string;
  scopes: string;
  createdBy: string;
  createdAt: number;
  expiresAt: number;
  lastUsedAt: number | null;
  revokedAt: number | null;
}

export const tokenTable: TableShape<TokenRow> = {
  name: 'token',
  columns: {
    id: 'id',
    controller: 'id',
    name: 'name',
    secretHash: 'id',
    scopes: 'text',
    createdBy: 'name',
    createdAt: 'time',
    expiresAt: 'time',
    lastUsedAt: 'time?',
    revokedAt: 'time?',
  },
  primary: ['id'],
  indices: [{ name: 'token_controller', columns: ['controller', 'createdAt', 'id'] }],
};

export function tokenToRow(token: ServiceToken): TokenRow {
  const { id, controller, name, secretHash, createdBy } = token;
  return {
    ...{ id, controller, name, secretHash, createdBy },
    scopes: JSON.stringify(token.scopes),
    createdAt: token.createdAt.getTime(),
    expiresAt: token.expiresAt.getTime(),
    lastUsedAt: millisecondsOrNull(token.lastUsedAt),
    revokedAt: millisecondsOrNull(token.revokedAt),
  };
}

export function tokenFromRow(row: TokenRow): ServiceToken {
  const { id, controller, name, secretHash, createdBy } = row;
  return {
    ...{ id, controller, name, secretHash, createdBy },
    scopes: fromJson(row.scopes),
    createdAt: time(row.createdAt),
    expiresAt: time(row.expiresAt),
    ...optional('lastUsedAt', row.lastUsedAt, time),
    ...optional('revokedAt', row.revokedAt, time),
  };
}
