import { ConnectorError, type ConnectorErrorDetails } from '@habeas/connector-sdk';

/**
 * This installation was not given what a step needs, such as a mail server. The step waits for it and is tried again, and whoever
 * looks at it is told why; the log is not, each time: that it is missing is said once, at the start.
 */
export class NotProvided extends ConnectorError {
  constructor(message: string, details: ConnectorErrorDetails) {
    super('transient', message, details);
  }
}
