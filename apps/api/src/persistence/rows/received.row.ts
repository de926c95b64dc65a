import type { ReceivedTransmission } from '@habeas/core';
import type { TableShape } from './entity.js';
import { millisecondsOrNull, optional, orNull, same, time } from './values.js';

export interface ReceivedRow {
  /** In the order they came. */
  number: number;
  id: string;
  controller: string;
  sender: string;
  offered: string;
  state: string;
  attempts: number;
  bytes: number;
  sha256: string;
  begunAt: number;
  receivedAt: number | null;
  expiresAt: number;
  blob: string | null;
  dataKey: string | null;
  isStored: number;
}

export const receivedTable: TableShape<ReceivedRow> = {
  name: 'received_transmission',
  columns: {
    number: 'number',
    id: 'id',
    controller: 'id',
    sender: 'id',
    offered: 'id',
    state: 'id',
    attempts: 'count',
    bytes: 'time',
    sha256: 'id',
    begunAt: 'time',
    receivedAt: 'time?',
    expiresAt: 'time',
    blob: 'name?',
    dataKey: 'text?',
    isStored: 'count',
  },
  primary: ['number'],
  indices: [
    { name: 'received_transmission_id', columns: ['id'], unique: true },
    { name: 'received_transmission_offered', columns: ['controller', 'sender', 'offered'], unique: true },
    { name: 'received_transmission_over', columns: ['isStored', 'expiresAt'] },
  ],
};

export function receivedToRow(received: ReceivedTransmission): Omit<ReceivedRow, 'number'> {
  const { id, controller, sender, offered, state, attempts, bytes, sha256, begunAt, receivedAt, expiresAt } = received;
  return {
    ...{ id, controller, sender, offered, state, attempts, bytes, sha256 },
    begunAt: begunAt.getTime(),
    receivedAt: millisecondsOrNull(receivedAt),
    expiresAt: expiresAt.getTime(),
    blob: orNull(received.blob),
    dataKey: orNull(received.dataKey),
    isStored: Number(received.isStored),
  };
}

export function receivedFromRow(row: ReceivedRow): ReceivedTransmission {
  const { id, controller, sender, offered, attempts, bytes, sha256 } = row;
  return {
    ...{ id, controller, sender, offered, attempts, bytes, sha256 },
    state: row.state as ReceivedTransmission['state'],
    begunAt: time(row.begunAt),
    ...optional('receivedAt', row.receivedAt, time),
    expiresAt: time(row.expiresAt),
    ...optional('blob', row.blob, same),
    ...optional('dataKey', row.dataKey, same),
    isStored: row.isStored === 1,
  };
}
