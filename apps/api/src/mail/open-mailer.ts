import type { Clock } from '@habeas/core';
import type { ServiceConfig } from '../config/service-config.js';
import { writeMessage } from './message-writer.js';
import { SmtpMailer } from './smtp-mailer.js';

/** The mailer of an installation; none where `mail:` is not configured. It connects when there is something to send. */
export function openMailer({ mail, controllers }: ServiceConfig, clock: Pick<Clock, 'now'>): SmtpMailer | undefined {
  if (mail === undefined) return undefined;
  return new SmtpMailer({
    config: mail,
    clock,
    write: (message) => {
      const config = controllers.get(message.controller);
      if (config === undefined) throw new Error('A controller that is not configured.');
      return writeMessage(message, config, clock.now());
    },
  });
}
