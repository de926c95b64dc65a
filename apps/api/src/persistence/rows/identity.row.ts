import type { AddressProof, FollowSession } from '@habeas/core';
import type { TableShape } from './entity.js';
import { time } from './values.js';

export interface AddressProofRow {
  controller: string;
  request: string;
  identifier: number;
  code: string;
  sentAt: number;
  sent: number;
  failures: number;
  failuresInAll: number;
}

export const addressProofTable: TableShape<AddressProofRow> = {
  name: 'address_proof',
  columns: {
    controller: 'id',
    request: 'id',
    identifier: 'count',
    code: 'text',
    sentAt: 'time',
    sent: 'count',
    failures: 'count',
    failuresInAll: 'count',
  },
  primary: ['controller', 'request'],
};

export function addressProofToRow(proof: AddressProof): AddressProofRow {
  const { controller, request, identifier, code, sentAt, sent, failures, failuresInAll } = proof;
  return { controller, request, identifier, code, sentAt: sentAt.getTime(), sent, failures, failuresInAll };
}

export function addressProofFromRow(row: AddressProofRow): AddressProof {
  const { controller, request, identifier, code, sentAt, sent, failures, failuresInAll } = row;
  return { controller, request, identifier, code, sentAt: time(sentAt), sent, failures, failuresInAll };
}

export interface FollowSessionRow {
  id: string;
  controller: string;
  request: string;
  expiresAt: number;
}

export const followSessionTable: TableShape<FollowSessionRow> = {
  name: 'follow_session',
  columns: { id: 'id', controller: 'id', request: 'id', expiresAt: 'time' },
  primary: ['id'],
  indices: [
    { name: 'follow_session_request', columns: ['controller', 'request'] },
    { name: 'follow_session_expires', columns: ['expiresAt'] },
  ],
};

export function followSessionToRow({ id, controller, request, expiresAt }: FollowSession): FollowSessionRow {
  return { id, controller, request, expiresAt: expiresAt.getTime() };
}

export function followSessionFromRow({ id, controller, request, expiresAt }: FollowSessionRow): FollowSession {
  return { id, controller, request, expiresAt: time(expiresAt) };
}
