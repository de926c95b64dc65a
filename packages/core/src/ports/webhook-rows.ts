import type { WebhookCall, WebhookTally } from '../webhooks/webhook-call.js';

/** The calls of webhooks: what was to be told, and what became of it. */
export interface WebhookRows {
  /** Throws where the id is taken. */
  add(call: WebhookCall): Promise<void>;
  get(controller: string, id: string): Promise<WebhookCall | undefined>;
  /** Stores what became of a call; one that is not there stays away. */
  change(call: WebhookCall): Promise<void>;
  /** In the order they were added. */
  of(controller: string, request: string): Promise<readonly WebhookCall[]>;
  /** Removes all of a request. */
  remove(controller: string, request: string): Promise<void>;
  /** Those of a controller that failed, so many at most, the last that was given up first. */
  failed(controller: string, most: number): Promise<readonly WebhookCall[]>;
  /** How many calls stand how, by endpoint, then state. */
  tally(controller: string): Promise<readonly WebhookTally[]>;
}
