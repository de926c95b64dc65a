/**
 * Why a source could not answer. The list is closed on purpose: retry, ledger and screens decide on the class, never on
 * the text of a message.
 *
 * - `auth` the credentials were refused; `permission` they are good, but this collection is not theirs to read
 * - `not-found` the database, table or endpoint does not exist
 * - `throttle` too fast, try again after a pause; `quota` a budget is used up for longer than a pause
 * - `transient` a fault that may be gone the next time; `contract` the source broke what it promised (schema, foreign row)
 * - `egress` the connector tried to reach what it may not reach; `aborted` the request was cancelled
 */
export type ErrorClass =
  'auth' | 'permission' | 'not-found' | 'throttle' | 'quota' | 'transient' | 'contract' | 'egress' | 'aborted';

/** What a {@link ConnectorError} knows beside its message. */
export interface ConnectorErrorDetails {
  /** The collection it happened in, when it is about one. */
  readonly collection?: string;
  /** What a person can do about it, as an instruction. */
  readonly remedy?: string;
  /** How long to wait before the next try, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The error underneath. It is kept for debugging and never printed: its text may hold personal data. */
  readonly cause?: unknown;
}

/**
 * The only error a connector may throw. `message` and `remedy` are shown to people and written to the ledger: they name
 * systems, collections and fields, and never hold personal data or credentials.
 */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly collection: string | undefined;
  readonly remedy: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly errorClass: ErrorClass,
    message: string,
    details: ConnectorErrorDetails = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.collection = details.collection;
    this.remedy = details.remedy;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** Whether the same call may succeed later without anyone changing anything. */
export function isRetryable(errorClass: ErrorClass): boolean {
  return errorClass === 'transient' || errorClass === 'throttle';
}

/**
 * A fault in a file a person wrote (a data map, `habeas.yaml`): what is wrong, where, and what to do.
 * Thrown with every fault that was found, so that one run is enough to mend them all.
 */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';

  constructor(readonly faults: readonly InputFault[]) {
    super(faults.map(printFault).join('\n'));
  }
}

/** One fault in a file a person wrote. Positions count from 1. */
export interface InputFault {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Where in the document, as a path: `collections.order.references.customer`. */
  readonly path?: string;
  readonly what: string;
  readonly remedy?: string;
}

function printFault({ file, line, column, path, what, remedy }: InputFault): string {
  const position = line === undefined ? '' : `:${String(line)}${column === undefined ? '' : `:${String(column)}`}`;
  const place = path === undefined || path === '' ? '' : ` ${path}:`;
  return `${file}${position}:${place} ${what}${remedy === undefined ? '' : ` (${remedy})`}`;
}
