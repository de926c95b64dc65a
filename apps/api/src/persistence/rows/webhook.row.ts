import type { JsonObject } from '@habeas/connector-sdk';
import type { StepProblem, WebhookCall, WebhookEvent, WebhookState } from '@habeas/core';
import type { TableShape } from './entity.js';
import { fromJson, jsonOrNull, millisecondsOrNull, optional, orNull, same, time } from './values.js';

export interface WebhookCallRow {
  /** In the order they were added. */
  number: number;
  id: string;
  controller: string;
  request: string;
  endpoint: string;
  event: string;
  facts: string;
  happenedAt: number;
  state: string;
  rounds: number;
  sentAt: number | null;
  failedAt: number | null;
  status: number | null;
  problem: string | null;
}

export const webhookCallTable: TableShape<WebhookCallRow> = {
  name: 'webhook_call',
  columns: {
    number: 'number',
    id: 'id',
    controller: 'id',
    request: 'id',
    endpoint: 'id',
    event: 'id',
    facts: 'text',
    happenedAt: 'time',
    state: 'id',
    rounds: 'count',
    sentAt: 'time?',
    failedAt: 'time?',
    status: 'count?',
    problem: 'text?',
  },
  primary: ['number'],
  indices: [
    { name: 'webhook_call_id', columns: ['id'], unique: true },
    { name: 'webhook_call_request', columns: ['request'] },
    { name: 'webhook_call_standing', columns: ['controller', 'endpoint', 'state'] },
  ],
};

export function webhookCallToRow(call: WebhookCall): Omit<WebhookCallRow, 'number'> {
  const { id, controller, request, endpoint, event, facts, happenedAt, state, rounds, sentAt, failedAt, status } = call;
  return {
    ...{ id, controller, request, endpoint, event, state, rounds },
    facts: JSON.stringify(facts),
    happenedAt: happenedAt.getTime(),
    sentAt: millisecondsOrNull(sentAt),
    failedAt: millisecondsOrNull(failedAt),
    status: orNull(status),
    problem: jsonOrNull(call.problem),
  };
}

export function webhookCallFromRow(row: WebhookCallRow): WebhookCall {
  const { id, controller, request, endpoint, rounds } = row;
  return {
    ...{ id, controller, request, endpoint, rounds },
    event: row.event as WebhookEvent,
    facts: fromJson<JsonObject>(row.facts),
    happenedAt: time(row.happenedAt),
    state: row.state as WebhookState,
    ...optional('sentAt', row.sentAt, time),
    ...optional('failedAt', row.failedAt, time),
    ...optional('status', row.status, same),
    ...optional('problem', row.problem, (text) => fromJson<StepProblem>(text)),
  };
}
