import type { JsonObject } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { Overtaken } from '../work/step.js';
import type { DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { notFound, Refused } from './refused.js';
import { nextState, possibleEvents, type RequestEvent } from './transitions.js';

/** What changes beside the state. */
export interface Change {
  readonly fields?: Partial<DataRequest>;
  /** For the trail: no personal data. */
  readonly details?: JsonObject;
}

/** One event as it happens to one request, in a transaction. */
export interface Happening {
  readonly event: RequestEvent;
  readonly viewer: Viewer;
  readonly desk: Pick<Desk, 'ids'>;
}

/**
 * Lets an event happen to a request that the transaction holds: new state, new version, an entry in the trail. Throws `Refused`
 * with `WRONG_STATE` where it cannot happen.
 */
export async function happen(
  transaction: Transaction,
  request: DataRequest,
  { event, viewer, desk }: Happening,
  { fields, details }: Change,
): Promise<DataRequest> {
  const state = nextState(request, event);
  if (state === undefined) throw wrongState(request, event);
  const trace = { desk, viewer, action: `request.${event}`, details: { state, ...details } };
  return keepChange(transaction, { ...request, ...fields, state }, trace);
}

/** What the trail says of a change. No personal data. */
export interface Trace extends Pick<Happening, 'desk' | 'viewer'> {
  readonly action: string;
  readonly details: JsonObject;
}

/** Keeps a request as it was changed, one version on, with its entry in the trail. */
export async function keepChange(
  transaction: Transaction,
  request: DataRequest,
  { desk, viewer, action, details }: Trace,
): Promise<DataRequest> {
  const changed = { ...request, version: request.version + 1, updatedAt: transaction.now };
  await transaction.requests.change(changed);
  await transaction.audit.add({
    id: desk.ids.next('aud'),
    controller: request.controller,
    actor: viewer.actor,
    action,
    object: { type: 'request', id: request.id },
    outcome: 'done',
    details,
  });
  return changed;
}

/** The request of this viewer's controller, held until the transaction ends; throws `Refused` with `NOT_FOUND`. */
export async function lockRequest(
  transaction: Transaction,
  viewer: Pick<Viewer, 'controller'>,
  id: string,
): Promise<DataRequest> {
  const request = await transaction.requests.lock(viewer.controller, id);
  if (request === undefined) throw notFound('request');
  return request;
}

function wrongState(request: DataRequest, event: RequestEvent): Error {
  const possible = possibleEvents(request);
  if (WORK.includes(event)) return new Overtaken();
  const remedy = possible.length === 0 ? 'Nothing more can happen to it.' : `What can happen to it now: ${possible.join(', ')}.`;
  return new Refused('WRONG_STATE', `A request that is ${words(request.state)} cannot ${words(event)}.`, remedy);
}

const WORK: readonly RequestEvent[] = ['matches-doubtful', 'matches-settled', 'gathered', 'assembled', 'fail'];

function words(code: string): string {
  return code.replaceAll('_', ' ').replaceAll('-', ' ');
}
