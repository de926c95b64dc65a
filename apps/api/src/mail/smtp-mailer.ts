import { createHash } from 'node:crypto';
import { isLoopback } from '@habeas/configuration';
import { ConnectorError, isRetryable, type Secret } from '@habeas/connector-sdk';
import type { Clock, Mailer, OutgoingMessage } from '@habeas/core';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import { isMailAddress, type MailConfig, senderOf } from '../config/mail-config.js';
import type { WrittenMessage } from './message-writer.js';
import { isServerFault, smtpFault } from './smtp-fault.js';

/** What a mailer works with. */
export interface SmtpMailerOptions {
  readonly config: MailConfig;
  readonly write: (message: OutgoingMessage) => WrittenMessage;
  readonly clock: Pick<Clock, 'now'>;
  /** How long a server that failed is left alone. */
  readonly restMs?: number;
}

const CONNECT_MS = 10_000;
const IDLE_MS = 60_000;
/** While a server does not answer, only one message in so long finds that out: the workers have other things to do. */
const REST_MS = 15_000;

/**
 * Hands messages to a mail server over connections that are kept, encrypted unless it is on this machine. Nothing that it throws
 * or logs holds an address.
 */
export class SmtpMailer implements Mailer {
  readonly #transport: Transporter<SMTPPool.SentMessageInfo>;
  #resting: { readonly until: number; readonly fault: ConnectorError } | undefined;

  constructor(private readonly options: SmtpMailerOptions) {
    this.#transport = createTransport(poolOf(options.config));
  }

  async send(message: OutgoingMessage, signal: AbortSignal): Promise<{ readonly receipt: string }> {
    const mail = { ...this.#mailOf(message), signal };
    if (this.#resting !== undefined && this.#now() < this.#resting.until) throw this.#resting.fault;
    try {
      const { response } = await this.#transport.sendMail(mail);
      this.#resting = undefined;
      return { receipt: createHash('sha256').update(response).digest('hex') };
    } catch (error) {
      const fault = smtpFault(error);
      if (isRetryable(fault.errorClass) && isServerFault(error) && !signal.aborted) this.#rest(fault);
      throw fault;
    }
  }

  async check(): Promise<void> {
    try {
      await this.#transport.verify();
    } catch (error) {
      throw smtpFault(error);
    }
  }

  /** Ends its connections, also those that are handing a message over: it is sent again. */
  close(): void {
    this.#transport.close({ force: true });
  }

  #mailOf(message: OutgoingMessage): SendMailOptions {
    const { from, replyTo } = senderOf(this.options.config, message.controller);
    return {
      ...this.options.write(message),
      from,
      ...(replyTo === undefined ? {} : { replyTo }),
      to: { name: '', address: recipient(message.to) },
      messageId: `<${message.id}@${from.address.slice(from.address.indexOf('@') + 1)}>`,
      // RFC 3834: no automaton answers it
      headers: { 'Auto-Submitted': 'auto-generated' },
    };
  }

  #rest(fault: ConnectorError): void {
    this.#resting = { until: this.#now() + (this.options.restMs ?? REST_MS), fault };
  }

  #now(): number {
    return this.options.clock.now().getTime();
  }
}

function recipient(to: Secret<string>): string {
  const address = to.reveal();
  if (isMailAddress(address)) return address;
  throw new ConnectorError('not-found', 'The address is none that mail can go to.', {
    remedy: 'Ask the person for another address.',
  });
}

function poolOf({ smtp, ca }: MailConfig): SMTPPool.Options & { readonly pool: true } {
  const { protocol, hostname, port, username, password } = new URL(smtp.reveal());
  const secure = protocol === 'smtps:';
  const isHere = isLoopback(hostname);
  const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
  return {
    pool: true,
    host: hostname.replaceAll(/[[\]]/gu, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isHere,
    ...(isHere && !secure ? { ignoreTLS: true } : {}),
    ...(user === '' ? {} : { auth: { user, pass } }),
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    maxConnections: 2,
    // A connection that ends in the middle is for the ledger: it knows the message, and its pauses
    maxRequeues: 0,
    ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, dnsTimeout: CONNECT_MS, socketTimeout: IDLE_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true, logger: false },
  };
}
