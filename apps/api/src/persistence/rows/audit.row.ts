import type { Actor, AuditEntry, NewAuditEntry } from '@habeas/core';
import type { TableShape } from './entity.js';
import { jsonObject, optional, same, time } from './values.js';

export interface AuditRow {
  /** In the order they were added. The order of the chain is that of `sequence`. */
  number: number;
  id: string;
  controller: string;
  at: number;
  actorKind: string;
  actorId: string;
  action: string;
  objectType: string;
  objectId: string;
  outcome: string;
  details: string;
  sequence: number | null;
  previous: string | null;
  hash: string | null;
}

export const auditTable: TableShape<AuditRow> = {
  name: 'audit_entry',
  columns: {
    number: 'number',
    id: 'id',
    controller: 'id',
    at: 'time',
    actorKind: 'id',
    actorId: 'name',
    action: 'id',
    objectType: 'id',
    objectId: 'name',
    outcome: 'id',
    details: 'text',
    sequence: 'time?',
    previous: 'id?',
    hash: 'id?',
  },
  primary: ['number'],
  indices: [
    { name: 'audit_entry_id', columns: ['id'], unique: true },
    { name: 'audit_entry_sequence', columns: ['sequence'], unique: true },
    { name: 'audit_entry_object', columns: ['controller', 'objectType', 'objectId'] },
  ],
};

export function auditToRow(entry: NewAuditEntry, at: Date): Omit<AuditRow, 'number'> {
  const { id, controller, action, outcome } = entry;
  return {
    ...{ id, controller, action, outcome },
    at: at.getTime(),
    actorKind: entry.actor.kind,
    actorId: entry.actor.id,
    objectType: entry.object.type,
    objectId: entry.object.id,
    details: JSON.stringify(entry.details),
    sequence: null,
    previous: null,
    hash: null,
  };
}

export function auditFromRow(row: AuditRow): AuditEntry {
  const { id, controller, action } = row;
  return {
    ...{ id, controller, action },
    at: time(row.at),
    actor: { kind: row.actorKind as Actor['kind'], id: row.actorId },
    object: { type: row.objectType, id: row.objectId },
    outcome: row.outcome as AuditEntry['outcome'],
    details: jsonObject(row.details),
    ...optional('sequence', row.sequence, same),
    ...optional('previous', row.previous, same),
    ...optional('hash', row.hash, same),
  };
}

/** The last entry of the chain. Whoever sequences locks it. */
export interface TrailHeadRow {
  id: string;
  sequence: number;
  hash: string;
}

export const trailHeadTable: TableShape<TrailHeadRow> = {
  name: 'trail_head',
  columns: { id: 'id', sequence: 'time', hash: 'id' },
  primary: ['id'],
};
