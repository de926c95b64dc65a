import type { JsonObject } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { Overtaken } from '../work/step.js';
import type { DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { type GuardTerms, requireGuards } from './guards.js';
import { notFound, Refused } from './refused.js';
import { mayBring, nextState, possibleEvents, type RequestEvent, TRANSITIONS } from './transitions.js';

/** What changes beside the state, and on what grounds. */
export interface Change extends Pick<GuardTerms, 'isProved' | 'reason'> {
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
 * with `WRONG_STATE` where it cannot happen, with `REFUSED` for somebody who never brings it about, and as its guards say.
 */
export async function happen(
  transaction: Transaction,
  request: DataRequest,
  { event, viewer, desk }: Happening,
  { fields, details, ...grounds }: Change,
): Promise<DataRequest> {
  const state = nextState(request, event);
  if (state === undefined) throw wrongState(request, event);
  if (!mayBring(event, viewer.actor.kind)) throw new Refused('REFUSED', `It is not yours to ${words(event)} a request.`);
  const changed = { ...request, ...fields, state };
  requireGuards(TRANSITIONS[event].guards, { request: changed, viewer, now: transaction.now, ...grounds });
  const trace = { desk, viewer, action: `request.${event}`, details: { state, ...details } };
  return keepChange(transaction, changed, trace);
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

/**
 * The request of this viewer's controller, held until the transaction ends. Throws `Refused` with `NOT_FOUND`, and with `CHANGED` where
 * they decide by an earlier version of it.
 */
export async function lockRequest(
  transaction: Transaction,
  viewer: Pick<Viewer, 'controller' | 'seen'>,
  id: string,
): Promise<DataRequest> {
  const request = await transaction.requests.lock(viewer.controller, id);
  if (request === undefined) throw notFound('request');
  if (viewer.seen !== undefined && viewer.seen !== request.version) {
    throw new Refused('CHANGED', 'The request has changed since it was looked at.', 'See what happened to it, and decide then.');
  }
  return request;
}

function wrongState(request: DataRequest, event: RequestEvent): Error {
  const possible = possibleEvents(request);
  if (TRANSITIONS[event].by.permissions === undefined) return new Overtaken();
  const remedy = possible.length === 0 ? 'Nothing more can happen to it.' : `What can happen to it now: ${possible.join(', ')}.`;
  return new Refused('WRONG_STATE', `A request that is ${words(request.state)} cannot ${words(event)}.`, remedy);
}

function words(code: string): string {
  return code.replaceAll('_', ' ').replaceAll('-', ' ');
}
