import type { Message, MessageKind, MessageState, StepProblem } from '@habeas/core';
import type { TableShape } from './entity.js';
import { fromJson, jsonOrNull, millisecondsOrNull, optional, orNull, same, time } from './values.js';

export interface MessageRow {
  /** In the order they were added. */
  number: number;
  id: string;
  controller: string;
  request: string;
  kind: string;
  language: string;
  state: string;
  sealed: string | null;
  queuedAt: number;
  sentAt: number | null;
  receipt: string | null;
  failedAt: number | null;
  bouncedAt: number | null;
  problem: string | null;
}

export const messageTable: TableShape<MessageRow> = {
  name: 'message',
  columns: {
    number: 'number',
    id: 'id',
    controller: 'id',
    request: 'id',
    kind: 'id',
    language: 'id',
    state: 'id',
    sealed: 'text?',
    queuedAt: 'time',
    sentAt: 'time?',
    receipt: 'id?',
    failedAt: 'time?',
    bouncedAt: 'time?',
    problem: 'text?',
  },
  primary: ['number'],
  indices: [
    { name: 'message_id', columns: ['id'], unique: true },
    { name: 'message_request', columns: ['request'] },
  ],
};

export function messageToRow(message: Message): Omit<MessageRow, 'number'> {
  const { id, controller, request, kind, language, state, sealed, queuedAt, sentAt, receipt, failedAt, bouncedAt } = message;
  return {
    ...{ id, controller, request, kind, language, state },
    sealed: orNull(sealed),
    queuedAt: queuedAt.getTime(),
    sentAt: millisecondsOrNull(sentAt),
    receipt: orNull(receipt),
    failedAt: millisecondsOrNull(failedAt),
    bouncedAt: millisecondsOrNull(bouncedAt),
    problem: jsonOrNull(message.problem),
  };
}

export function messageFromRow(row: MessageRow): Message {
  const { id, controller, request } = row;
  return {
    ...{ id, controller, request },
    kind: row.kind as MessageKind,
    language: row.language as Message['language'],
    state: row.state as MessageState,
    queuedAt: time(row.queuedAt),
    ...optional('sealed', row.sealed, same),
    ...optional('sentAt', row.sentAt, time),
    ...optional('receipt', row.receipt, same),
    ...optional('failedAt', row.failedAt, time),
    ...optional('bouncedAt', row.bouncedAt, time),
    ...optional('problem', row.problem, (text) => fromJson<StepProblem>(text)),
  };
}
