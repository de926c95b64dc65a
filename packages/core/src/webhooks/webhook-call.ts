import type { JsonObject } from '@habeas/connector-sdk';
import type { StepProblem } from '../work/step.js';

/**
 * What an endpoint of a controller can be told of. An event is never given another meaning.
 *
 * - `request.opened`, and `request.state_changed` with each state that it comes to
 * - `request.waits_for_a_person` where nothing goes on before somebody decides
 * - `request.released`, `request.downloaded` once an answer was fetched whole, `request.closed` where it was refused or withdrawn, and
 *   `request.shredded`
 * - `request.breached` where an answer reached somebody else, or may have, with `notifyBy`: until when the authority has to be notified
 * - `message.bounced` and `message.failed`: the subject was not reached
 * - `deadline.near` and `deadline.overdue`
 */
export const WEBHOOK_EVENTS = [
  'request.opened',
  'request.state_changed',
  'request.waits_for_a_person',
  'request.released',
  'request.downloaded',
  'request.closed',
  'request.shredded',
  'request.breached',
  'message.bounced',
  'message.failed',
  'deadline.near',
  'deadline.overdue',
] as const;

/** See {@link WEBHOOK_EVENTS}. */
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Where a controller wants to be told, and of what. */
export interface WebhookEndpoint {
  /** The controller's own, unique in it. */
  readonly id: string;
  readonly events: ReadonlySet<WebhookEvent>;
}

/** The endpoints of each controller. */
export interface WebhookDirectory {
  /** None where nobody wants to be told. */
  endpointsOf(controller: string): readonly WebhookEndpoint[];
}

/**
 * - `waiting` is to be made, and is tried for days
 * - `sent` was accepted by the endpoint
 * - `failed` was given up, or refused for good: a person may have it made again
 */
export type WebhookState = 'waiting' | 'sent' | 'failed';

/** One thing that one endpoint is told, as the store keeps it: ids, codes and dates, no personal data. */
export interface WebhookCall {
  /** The same at each try: receivers know a repeated call by it. */
  readonly id: string;
  readonly controller: string;
  readonly request: string;
  readonly endpoint: string;
  readonly event: WebhookEvent;
  /** What is told beside the event. */
  readonly facts: JsonObject;
  readonly happenedAt: Date;
  readonly state: WebhookState;
  /** How often it was put in line: more than once where a person had it made again. */
  readonly rounds: number;
  readonly sentAt?: Date;
  readonly failedAt?: Date;
  /** What the endpoint said, where it accepted it. */
  readonly status?: number;
  /** Why it failed. */
  readonly problem?: StepProblem;
}

/** How the calls to one endpoint stand. */
export interface WebhookTally {
  readonly endpoint: string;
  readonly state: WebhookState;
  readonly count: number;
  /** When the first of them happened, and the last was sent or given up. */
  readonly since: Date;
  readonly last?: Date;
}
