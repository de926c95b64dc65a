import type { WebhookDirectory } from '@habeas/core';
import type { WebhookConfig } from '../config/webhook-config.js';

/** The endpoints of each controller, as core asks for them. */
export function endpointsIn(config: WebhookConfig): WebhookDirectory {
  return { endpointsOf: (controller) => config.get(controller) ?? [] };
}
