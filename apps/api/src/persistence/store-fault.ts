/**
 * The database could not do what was asked. Its own message is not carried: it may quote values. `driverCode` is the code
 * of the driver or the server, such as `SQLITE_FULL` or `ER_DUP_ENTRY`. `code` is `store-unavailable` where the same may be
 * possible later: the server was gone, the disk was full, somebody else was in the way for too long.
 */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly code: 'STORE_FAULT' | 'store-unavailable';

  constructor(readonly driverCode: string) {
    super(`The store could not do this (${driverCode}).`);
    this.code = PASSING.test(driverCode) ? 'store-unavailable' : 'STORE_FAULT';
  }
}

/** Conditions of the machine, of the network or of other transactions; never of what was asked. */
const PASSING =
  /^(?:SQLITE_(?:BUSY|FULL|IOERR|CANTOPEN|NOMEM|ABORT_ROLLBACK)|PROTOCOL_|POOL_|ECONN|EPIPE$|ETIMEDOUT$|EHOSTUNREACH$|ENETUNREACH$|EAI_AGAIN$|ER_(?:CON_COUNT_ERROR|SERVER_SHUTDOWN|CONNECTION_KILLED|LOCK_DEADLOCK|LOCK_WAIT_TIMEOUT|CHECKREAD|DISK_FULL|RECORD_FILE_FULL|OPTION_PREVENTS_STATEMENT|QUERY_INTERRUPTED)$)/u;

/** This store must not be used as it is: its settings, its server or its version forbid it. The message says what to do. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
  readonly code = 'STORE_REFUSED';
}

/** The code of an error of the driver or the server, however deep it lies; `undefined` for errors of any other origin. */
export function driverCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { driverError, driverCode, code, name } = error as Readonly<Record<string, unknown>>;
  if (name === 'QueryFailedError')
    return driverCodeOf(driverError) ?? (isFatal(driverError) ? 'PROTOCOL_CONNECTION_LOST' : 'UNKNOWN');
  if (typeof driverCode === 'string') return driverCode;
  return typeof code === 'string' && DRIVER_CODES.test(code) ? code : undefined;
}

/** What mysql2 says, without a code, of a statement on a connection that it knows to be lost. */
function isFatal(driverError: unknown): boolean {
  return (driverError as { readonly fatal?: unknown } | undefined)?.fatal === true;
}

/** SQLite's, the server's, the MySQL protocol's, and those of the network. */
const DRIVER_CODES =
  /^(?:SQLITE_|ER_|PROTOCOL_|HANDSHAKE_|POOL_|ECONN|EPIPE$|ETIMEDOUT$|EHOSTUNREACH$|ENETUNREACH$|ENOTFOUND$|EAI_AGAIN$)/u;

/** What an error of the driver becomes before it leaves this folder; any other error stays what it is. */
export function withoutValues(error: unknown): unknown {
  const driverCode = driverCodeOf(error);
  return driverCode === undefined ? error : new StoreFault(driverCode);
}

/** Whether a row was refused because another one has its unique key. */
export function isDuplicate(error: unknown): boolean {
  const code = driverCodeOf(error);
  return code === 'ER_DUP_ENTRY' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}
