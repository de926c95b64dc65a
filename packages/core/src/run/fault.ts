import { ConnectorError, type ErrorClass, type Outcome, type Problem } from '@habeas/connector-sdk';

/**
 * Whatever a source threw, as a `ConnectorError`. What happens after an abort is its consequence. An error of another kind is a
 * fault of the connector, thus `contract`: its text may hold personal data, so only its type is named and it is kept as cause.
 */
export function toConnectorError(thrown: unknown, signal: { readonly aborted: boolean }): ConnectorError {
  if (signal.aborted) return abortedError();
  if (thrown instanceof ConnectorError) return thrown;
  const kind = thrown instanceof Error ? thrown.constructor.name : typeof thrown;
  return new ConnectorError('contract', `The connector failed in a way it should not (${kind}).`, {
    remedy: 'Report this to the author of the connector.',
    cause: thrown,
  });
}

/** The error of a cancelled run. */
export function abortedError(): ConnectorError {
  return new ConnectorError('aborted', 'The search was cancelled.');
}

/** How a search ends that such a fault stopped before anything was delivered. */
export function outcomeOf(errorClass: ErrorClass): Outcome {
  switch (errorClass) {
    case 'auth':
    case 'permission':
      return 'denied';
    case 'throttle':
    case 'quota':
      return 'throttled';
    case 'not-found':
    case 'transient':
    case 'contract':
    case 'egress':
    case 'aborted':
      return 'failed';
  }
}

/** The error as it is shown and stored. */
export function problemOf({ errorClass, message, remedy }: ConnectorError): Problem {
  return { errorClass, message, ...(remedy === undefined ? {} : { remedy }) };
}

/** How a step ended that a fault stopped before it delivered anything. */
export function failedStep(error: ConnectorError): { readonly outcome: Outcome; readonly problem: Problem } {
  return { outcome: outcomeOf(error.errorClass), problem: problemOf(error) };
}
