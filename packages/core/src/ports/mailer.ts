import type { Secret } from '@habeas/connector-sdk';
import type { MessageContent } from '../mail/message.js';

/** A message on its way out. */
export type OutgoingMessage = MessageContent & {
  /** The same at each try: the `Message-ID` is made of it, so that a repetition can be recognised. */
  readonly id: string;
  readonly controller: string;
  readonly to: Secret<string>;
  readonly language: 'en' | 'fr';
};

/** Writes messages and hands them to a mail server. */
export interface Mailer {
  /**
   * Resolves once the server has accepted the message, with the SHA-256 of what it said. Throws a `ConnectorError`: of a class that
   * is retryable where the same message may go out later, of another where it was refused for good. Nothing that is thrown
   * holds an address.
   */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<{ readonly receipt: string }>;
  /** Connects and signs in, and sends nothing: for who can tell whether it works without a message. Throws a `ConnectorError` as {@link send} does. */
  check?(): Promise<void>;
}
