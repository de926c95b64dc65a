import { systemClock, type WorkDesk } from '@habeas/core';
import type { ServiceConfig } from '../config/service-config.js';
import { openMailer } from '../mail/open-mailer.js';
import { HttpTransmissionSender } from '../transmissions/http-transmission-sender.js';
import { HttpWebhookSender } from '../webhooks/http-webhook-sender.js';

/** What takes messages and calls out of the house. */
export interface Senders {
  readonly senders: Pick<WorkDesk, 'mailer' | 'webhooks' | 'receivers' | 'transmitter'>;
  readonly endSenders: () => Promise<void>;
}

/** Opens what the configuration names. Nothing is connected before there is something to send. */
export function openSenders(config: ServiceConfig): Senders {
  const mailer = openMailer(config, systemClock);
  const webhooks = new HttpWebhookSender(config.webhooks, systemClock);
  const transmitter = new HttpTransmissionSender(config.transmissions, systemClock);
  const receivers = { receiversOf: (controller: string) => config.transmissions.get(controller)?.receivers ?? [] };
  return {
    senders: { webhooks, transmitter, receivers, ...(mailer === undefined ? {} : { mailer }) },
    endSenders: async () => {
      mailer?.close();
      await webhooks.close();
      await transmitter.close();
    },
  };
}
