import type { WebhookCall } from '../webhooks/webhook-call.js';

/** Calls the endpoints of controllers. */
export interface WebhookSender {
  /**
   * Resolves with the status that the endpoint accepted the call with. Throws a `ConnectorError`: of a class that is retryable where the
   * same call may be accepted later, of another where it never will.
   */
  send(call: WebhookCall, signal: AbortSignal): Promise<{ readonly status: number }>;
}
