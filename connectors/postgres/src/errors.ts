import { ConnectorError, type ErrorClass } from '@habeas/connector-sdk';

/** What an error means, in words that hold no value, host, account or statement. */
interface Meaning {
  readonly errorClass: ErrorClass;
  readonly message: string;
  readonly remedy?: string;
}

const REFUSED: Meaning = {
  errorClass: 'auth',
  message: 'The database refused the account or its password.',
  remedy: 'Check user and password in the source, and whether pg_hba.conf lets the account connect from this machine.',
};
const NOT_ALLOWED: Meaning = {
  errorClass: 'permission',
  message: 'The account may not read this, or only some rows of it.',
  remedy: 'Grant USAGE on the schema and SELECT on the table; where the table has row-level security, grant BYPASSRLS.',
};
const ABSENT: Meaning = {
  errorClass: 'not-found',
  message: 'There is no such database, schema or table.',
  remedy: 'Compare the configuration and the data map with the database.',
};
const FULL: Meaning = {
  errorClass: 'throttle',
  message: 'The database has no free connection.',
  remedy: 'Try again later, or configure fewer connections.',
};
const TOO_LONG: Meaning = {
  errorClass: 'quota',
  message: 'The database ended a statement that took too long.',
  remedy: 'Add an index that serves the search, or raise the timeout of the source.',
};
const NO_ROOM: Meaning = { errorClass: 'quota', message: 'The database ran out of memory or disk space for a statement.' };
const BUSY: Meaning = { errorClass: 'transient', message: 'Somebody else holds a lock that the statement waited for.' };
const GONE: Meaning = {
  errorClass: 'transient',
  message: 'The connection to the database was lost.',
  remedy: 'Check that the server is running.',
};
const UNREACHABLE: Meaning = {
  errorClass: 'transient',
  message: 'The database cannot be reached.',
  remedy: 'Check host and port in the source, and that the server is running.',
};
const CHANGED: Meaning = {
  errorClass: 'contract',
  message: 'The database no longer has a column that it had.',
  remedy: 'Run the check again and bring the data map up to date.',
};
const WRITES: Meaning = { errorClass: 'contract', message: 'The database refused a statement that would have written.' };
const UNTRUSTED: Meaning = {
  errorClass: 'contract',
  message: 'The connection cannot be encrypted and verified as the source demands.',
  remedy: "Give the authority that signed the server's certificate as tls.ca, or turn TLS on in the server.",
};
const UNEXPECTED: Meaning = { errorClass: 'contract', message: 'The database refused a statement.' };

/** By SQLSTATE, or by its class of two characters (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const BY_STATE: Readonly<Record<string, Meaning>> = {
  '08': GONE,
  '25006': WRITES,
  '25P03': GONE,
  '28': REFUSED,
  '3D000': ABSENT,
  '3F000': ABSENT,
  '40': BUSY,
  '42501': NOT_ALLOWED,
  '42703': CHANGED,
  '42P01': ABSENT,
  '53': NO_ROOM,
  '53300': FULL,
  '55P03': BUSY,
  '57014': TOO_LONG,
  '57': GONE,
  '58': GONE,
};

const BY_SYSTEM_CODE: Readonly<Record<string, Meaning>> = {
  ECONNREFUSED: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  ECONNRESET: GONE,
  EPIPE: GONE,
};

const NO_TLS = 'The server does not support SSL connections';
/** What the driver throws without a code, by how its text begins. */
const BY_TEXT: readonly (readonly [start: string, code: string, meaning: Meaning])[] = [
  [NO_TLS, 'no TLS', UNTRUSTED],
  ['There was an error establishing an SSL', 'no TLS', UNTRUSTED],
  ['Connection terminated due to connection timeout', 'timeout', UNREACHABLE],
  ['timeout expired', 'timeout', UNREACHABLE],
  ['Connection terminated', 'closed', GONE],
  ['Client has encountered a connection error', 'closed', GONE],
  ['Client was closed', 'closed', GONE],
  ['SASL', 'SASL', REFUSED],
];

const TLS_CODE = /^(?:ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** Whether the server was asked for TLS and has none. */
export function lacksTls(error: unknown): boolean {
  return textOf(error).startsWith(NO_TLS);
}

/**
 * The error in the terms of the contract. Everything that the server and the network can do is a `ConnectorError`, whose
 * cause keeps the code and nothing else: the server's own text may hold values. Anything else is a bug of ours, and comes
 * back unchanged.
 */
export function toConnectorError(error: unknown): unknown {
  if (error instanceof ConnectorError || typeof error !== 'object' || error === null) return error;
  const known = meaningOf(error);
  if (known === undefined) return error;
  const { errorClass, message, remedy } = known.meaning;
  return new ConnectorError(errorClass, `${message} (${known.code})`, {
    ...(remedy === undefined ? {} : { remedy }),
    cause: new Error(known.code),
  });
}

/** The server did not answer in the time it has. */
export function timeoutError(): ConnectorError {
  return new ConnectorError(
    TOO_LONG.errorClass,
    TOO_LONG.message,
    TOO_LONG.remedy === undefined ? {} : { remedy: TOO_LONG.remedy },
  );
}

interface Known {
  readonly code: string;
  readonly meaning: Meaning;
}

/** By its parts rather than its class: an error may come from another realm. */
function meaningOf(error: object): Known | undefined {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return code === undefined ? meaningOfText(textOf(error)) : meaningOfCode(code);
}

function textOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
}

function meaningOfCode(code: string): Known | undefined {
  const system = BY_SYSTEM_CODE[code] ?? (TLS_CODE.test(code) ? UNTRUSTED : undefined);
  if (system !== undefined) return { code, meaning: system };
  if (!/^[0-9A-Z]{5}$/.test(code)) return undefined;
  return { code, meaning: BY_STATE[code] ?? BY_STATE[code.slice(0, 2)] ?? UNEXPECTED };
}

function meaningOfText(text: string): Known | undefined {
  const known = BY_TEXT.find(([start]) => text.startsWith(start));
  return known === undefined ? undefined : { code: known[1], meaning: known[2] };
}
