import type { JsonObject } from '@habeas/connector-sdk';
import type { NewAuditEntry } from '../audit/audit-entry.js';
import type { RequestState } from '../request/data-request.js';
import { UNDECIDED } from '../request/transitions.js';
import type { WebhookEvent } from './webhook-call.js';

/** What happened to a request, as endpoints may be told. */
export interface Happened {
  readonly event: WebhookEvent;
  readonly facts: JsonObject;
}

/** The states in which nothing goes on before a person decides. */
const WAITS_FOR_A_PERSON: readonly RequestState[] = ['in_review', 'awaiting_release', 'needs_attention'];

/**
 * What the entries tell that one transaction has made in the trail about one request, which is in `state` at its end. Only what stands in
 * the trail is told, and of that only codes.
 */
export function happenedIn(entries: readonly NewAuditEntry[], state: RequestState): readonly Happened[] {
  const told = entries.flatMap((entry) => happenedBy(entry));
  const hasChanged = told.some(({ event }) => event === 'request.state_changed');
  return hasChanged && WAITS_FOR_A_PERSON.includes(state)
    ? [...told, { event: 'request.waits_for_a_person', facts: { state } }]
    : told;
}

/** What is told of some actions, and which of the details of their entries. */
const BY_ACTION: Readonly<Record<string, { readonly event: WebhookEvent; readonly tells: readonly string[] }>> = {
  'request.open': { event: 'request.opened', tells: [] },
  'identity.object': { event: 'request.waits_for_a_person', tells: [] },
  'delivery.complete': { event: 'request.downloaded', tells: [] },
  'breach.note': { event: 'request.breached', tells: ['breach', 'notifyBy'] },
  'message.bounce': { event: 'message.bounced', tells: ['message', 'kind'] },
  'message.fail': { event: 'message.failed', tells: ['message', 'kind'] },
};

function happenedBy({ action, outcome, details }: NewAuditEntry): readonly Happened[] {
  if (outcome !== 'done') return [];
  const known = Object.hasOwn(BY_ACTION, action) ? BY_ACTION[action] : undefined;
  if (known !== undefined) {
    return [
      { event: known.event, facts: Object.fromEntries(Object.entries(details).filter(([name]) => known.tells.includes(name))) },
    ];
  }
  const { state } = details;
  return action.startsWith('request.') && typeof state === 'string' ? changedTo(state as RequestState) : [];
}

function changedTo(state: RequestState): readonly Happened[] {
  const changed: Happened = { event: 'request.state_changed', facts: { state } };
  if (UNDECIDED.includes(state)) return [changed];
  return [changed, { event: ENDS[state] ?? 'request.closed', facts: { state } }];
}

/** The ends that have an event of their own. Every other one closes the request. */
const ENDS: Readonly<Partial<Record<RequestState, WebhookEvent>>> = {
  released: 'request.released',
  shredded: 'request.shredded',
};
