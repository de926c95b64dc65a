import { ConnectorError, type ConnectorErrorDetails } from '@habeas/connector-sdk';
import type { Mailer } from '../ports/mailer.js';
import type { StepKind } from './step.js';

/**
 * This installation was not given what a step needs, such as a mail server. The step waits for it and is tried again, and whoever
 * looks at it is told why; the log is not, each time: that it is missing is said once, at the start.
 */
export class NotProvided extends ConnectorError {
  constructor(message: string, details: ConnectorErrorDetails) {
    super('transient', message, details);
  }
}

/** The kinds of steps that wait for what this installation was not given: nobody is late who does not do them. */
export function unprovided({ mailer }: { readonly mailer?: Mailer }): readonly StepKind[] {
  return mailer === undefined ? ['mail'] : [];
}
