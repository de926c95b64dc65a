import type { ChallengePurpose, Passkey, PasskeyChallenge } from '@habeas/core';
import type { TableShape } from './entity.js';
import { fromJson, millisecondsOrNull, optional, time } from './values.js';

export interface PasskeyRow {
  id: string;
  staff: string;
  name: string;
  credential: string;
  publicKey: string;
  transports: string;
  counter: number;
  createdAt: number;
  lastUsedAt: number | null;
}

export const passkeyTable: TableShape<PasskeyRow> = {
  name: 'passkey',
  columns: {
    id: 'id',
    staff: 'id',
    name: 'name',
    credential: 'text',
    publicKey: 'text',
    transports: 'text',
    counter: 'time',
    createdAt: 'time',
    lastUsedAt: 'time?',
  },
  primary: ['id'],
  indices: [{ name: 'passkey_staff', columns: ['staff', 'createdAt', 'id'] }],
};

export function passkeyToRow(passkey: Passkey): PasskeyRow {
  const { id, staff, name, credential, publicKey, counter } = passkey;
  return {
    ...{ id, staff, name, credential, publicKey, counter },
    transports: JSON.stringify(passkey.transports),
    createdAt: passkey.createdAt.getTime(),
    lastUsedAt: millisecondsOrNull(passkey.lastUsedAt),
  };
}

export function passkeyFromRow(row: PasskeyRow): Passkey {
  const { id, staff, name, credential, publicKey, counter } = row;
  return {
    ...{ id, staff, name, credential, publicKey, counter },
    transports: fromJson(row.transports),
    createdAt: time(row.createdAt),
    ...optional('lastUsedAt', row.lastUsedAt, time),
  };
}

export interface ChallengeRow {
  session: string;
  purpose: ChallengePurpose;
  challenge: string;
  expiresAt: number;
}

export const challengeTable: TableShape<ChallengeRow> = {
  name: 'passkey_challenge',
  columns: { session: 'id', purpose: 'id', challenge: 'id', expiresAt: 'time' },
  primary: ['session'],
  indices: [{ name: 'passkey_challenge_expires', columns: ['expiresAt'] }],
};

export function challengeToRow({ session, purpose, challenge, expiresAt }: PasskeyChallenge): ChallengeRow {
  return { session, purpose, challenge, expiresAt: expiresAt.getTime() };
}

export function challengeFromRow({ session, purpose, challenge, expiresAt }: ChallengeRow): PasskeyChallenge {
  return { session, purpose, challenge, expiresAt: time(expiresAt) };
}
