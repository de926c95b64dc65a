import type { JsonObject } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import type { WebhookCall, WebhookEvent } from './webhook-call.js';

/** What the keys of webhook steps begin with; the call's id and its round follow. */
const WEBHOOK_KEY = 'webhook-';

/** What an endpoint is to be told of a request. */
export interface NewCall {
  readonly endpoint: string;
  readonly event: WebhookEvent;
  readonly facts: JsonObject;
}

/**
 * Records, in the transaction of what it tells of, that an endpoint is to be told: it is never lost, and nobody is told where that
 * transaction fails. The request has to be held by the transaction.
 */
export async function queueCall(
  transaction: Transaction,
  { ids }: Pick<Desk, 'ids'>,
  request: DataRequest,
  { endpoint, event, facts }: NewCall,
): Promise<void> {
  const call: WebhookCall = {
    ...{ id: ids.next('whk'), controller: request.controller, request: request.id, endpoint, event, facts },
    ...{ happenedAt: transaction.now, state: 'waiting', rounds: 1 },
  };
  const isFirst = (await nextCall(transaction, call)) === undefined;
  await transaction.webhooks.add(call);
  if (isFirst) await addCallStep(transaction, { ids }, request, call);
}

/**
 * Puts the next call to the same endpoint in line, where one waits. Calls of one request reach an endpoint in the order in which things
 * happened: there is one step for all of them, and the end of each call adds the step of the next.
 */
export async function callNext(
  transaction: Transaction,
  desk: Pick<Desk, 'ids'>,
  request: DataRequest,
  over: WebhookCall,
): Promise<void> {
  const next = await nextCall(transaction, over);
  if (next !== undefined) await addCallStep(transaction, desk, request, next);
}

/** The call that the endpoint of this one gets next of its request. */
export async function nextCall(
  { webhooks }: Pick<Transaction, 'webhooks'>,
  { controller, request, endpoint }: WebhookCall,
): Promise<WebhookCall | undefined> {
  const calls = await webhooks.of(controller, request);
  const waiting = calls.filter((call) => call.endpoint === endpoint && call.state === 'waiting');
  // What is made again comes after what was never made
  return waiting.find(({ rounds }) => rounds === 1) ?? waiting[0];
}

/** Adds the step that makes a call. */
export function addCallStep(
  { steps, now }: Transaction,
  { ids }: Pick<Desk, 'ids'>,
  { id, controller, workflowVersion }: DataRequest,
  call: WebhookCall,
): Promise<void> {
  const key = stepKeyOf(call);
  return steps.add({ id: ids.next('stp'), controller, request: id, key, kind: 'webhook', workflowVersion, dueAt: now });
}

/** What the step of a call is called in its request. */
export function stepKeyOf({ id, rounds }: Pick<WebhookCall, 'id' | 'rounds'>): string {
  return `${WEBHOOK_KEY}${id}-${String(rounds)}`;
}

/** The id of the call that a step makes. */
export function callOfKey(key: string): string {
  return key.slice(WEBHOOK_KEY.length, key.lastIndexOf('-'));
}
