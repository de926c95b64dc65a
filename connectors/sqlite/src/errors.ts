import { ConnectorError, type ErrorClass } from '@habeas/connector-sdk';

/** By the beginning of SQLite's result codes (sqlite.org/rescode.html), the first that fits. */
const CLASSES: readonly (readonly [string, ErrorClass, string])[] = [
  ['SQLITE_CANTOPEN', 'not-found', 'The file does not exist, or cannot be opened.'],
  ['SQLITE_NOTADB', 'contract', 'The file is no SQLite database, or is encrypted.'],
  ['SQLITE_CORRUPT', 'contract', 'The database file is damaged.'],
  ['SQLITE_BUSY', 'transient', 'The database is locked by a writer.'],
  ['SQLITE_LOCKED', 'transient', 'The database is locked by a writer.'],
  ['SQLITE_IOERR', 'transient', 'The file could not be read.'],
  ['SQLITE_PERM', 'permission', 'The file may not be read.'],
  ['SQLITE_AUTH', 'permission', 'The file may not be read.'],
  ['SQLITE_READONLY', 'permission', 'The database is open for reading only.'],
];

/** What the driver itself refuses has a message and no code. */
const REFUSALS: readonly (readonly [string, ErrorClass, string])[] = [
  ['The database connection is not open', 'aborted', 'The database was closed.'],
  ['Cannot open database because the directory', 'not-found', 'The folder of the database does not exist.'],
];

/** An error of the driver as one of ours. SQLite's own text is not shown: it may hold what was searched. */
export function toConnectorError(error: unknown): unknown {
  if (!isSqliteError(error)) return refusal(error) ?? error;
  const missing = /^no such (table|column)/u.exec(error.message)?.[1];
  if (missing !== undefined) {
    const errorClass = missing === 'table' ? 'not-found' : 'contract';
    const remedy = 'Run the check of this source: its tables are not what they were.';
    return new ConnectorError(errorClass, `A ${missing} that was there has gone.`, { cause: error, remedy });
  }
  const known = CLASSES.find(([code]) => error.code.startsWith(code));
  const [, errorClass, message] = known ?? ['', 'contract', `SQLite refused a statement (${error.code}).`];
  return new ConnectorError(errorClass, message, { cause: error });
}

function refusal(error: unknown): ConnectorError | undefined {
  if (typeof error !== 'object' || error === null || !('message' in error)) return undefined;
  const known = REFUSALS.find(([begins]) => String(error.message).startsWith(begins));
  return known === undefined ? undefined : new ConnectorError(known[1], known[2], { cause: error });
}

/** By its code, not by its class: the driver makes errors of the class that was there when it was first loaded in the process. */
export function isSqliteError(error: unknown): error is { readonly code: string; readonly message: string } {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error)) return false;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') && typeof error.message === 'string';
}
