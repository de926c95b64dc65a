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
  remedy: 'Check user and password in the source, and whether the account may connect from this machine.',
};
const NOT_ALLOWED: Meaning = {
  errorClass: 'permission',
  message: 'The account may not read this.',
  remedy: 'Grant SELECT on it to the account.',
};
const ABSENT: Meaning = {
  errorClass: 'not-found',
  message: 'The database has no such schema or table.',
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
const BROKEN_VIEW: Meaning = {
  errorClass: 'contract',
  message: 'A view refers to something that does not exist or that its owner may not read.',
  remedy: 'Have the view repaired, or leave it out of the data map.',
};
const WRITES: Meaning = { errorClass: 'contract', message: 'The database refused a statement that would have written.' };
const UNTRUSTED: Meaning = {
  errorClass: 'contract',
  message: 'The connection cannot be encrypted and verified as the source demands.',
  remedy: "Give the authority that signed the server's certificate as tls.ca, or turn TLS on in the server.",
};

const BY_NUMBER: ReadonlyMap<number, Meaning> = new Map([
  ...each([1045, 1130, 1129, 1251, 1524, 1698, 1820, 1862, 3118, 4151], REFUSED),
  ...each([1044, 1142, 1143, 1227, 1345, 1370, 1410], NOT_ALLOWED),
  ...each([1049, 1051, 1109, 1146], ABSENT),
  ...each([1040, 1203], FULL),
  ...each([1104, 1226, 1969, 3024], TOO_LONG),
  ...each([1021, 1037, 1038, 1041, 1114, 1135], NO_ROOM),
  ...each([1205, 1213, 1615], BUSY),
  ...each([1053, 1077, 1080, 1152, 1158, 1159, 1160, 1161, 1184, 1317, 1927, 2006, 2013], GONE),
  ...each([1054, 1412], CHANGED),
  ...each([1356, 1449], BROKEN_VIEW),
  ...each([1290, 1792, 1836], WRITES),
]);

const BY_CODE: ReadonlyMap<string, Meaning> = new Map([
  ...each(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'], UNREACHABLE),
  ...each(['ECONNRESET', 'EPIPE', 'PROTOCOL_CONNECTION_LOST', 'PROTOCOL_SEQUENCE_TIMEOUT'], GONE),
  ...each(['HANDSHAKE_NO_SSL_SUPPORT', 'HANDSHAKE_SSL_ERROR'], UNTRUSTED),
  ...each(['AUTH_SWITCH_PLUGIN_ERROR', 'AUTH_SWITCH_METHOD_ERROR'], REFUSED),
]);

const UNEXPECTED: Meaning = { errorClass: 'contract', message: 'The database refused a statement.' };
/** ER_USER_LIMIT_REACHED: so many connections at a time, or queries in an hour. */
const RESOURCE_LIMIT = 1226;
const TLS_CODE = /^(?:ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

function each<K>(keys: readonly K[], meaning: Meaning): [K, Meaning][] {
  return keys.map((key) => [key, meaning]);
}

/** What a driver's error tells apart. Its texts may hold values, hosts and accounts, and are never used. */
interface DriverError {
  readonly code: string;
  readonly errno: number | undefined;
  /** Whether a limit on connections was reached, where the number alone does not tell which limit it was. */
  readonly isFull: boolean;
}

/** Whether the server was asked for TLS and has none. */
export function lacksTls(error: unknown): boolean {
  return driverError(error)?.code === 'HANDSHAKE_NO_SSL_SUPPORT';
}

/**
 * The error in the terms of the contract. Everything that the server and the network can do is a `ConnectorError`, whose
 * cause keeps the driver's code and nothing else: the driver's own text may hold values. Anything else is a bug of ours,
 * and comes back unchanged.
 */
export function toConnectorError(error: unknown): unknown {
  if (error instanceof ConnectorError) return error;
  const known = driverError(error);
  if (known === undefined) return error;
  const { errorClass, message, remedy } = meaningOf(known);
  return new ConnectorError(errorClass, `${message} (${known.code})`, {
    ...(remedy === undefined ? {} : { remedy }),
    cause: new Error(known.errno === undefined ? known.code : `${known.code} ${known.errno}`),
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

function meaningOf({ code, errno, isFull }: DriverError): Meaning {
  if (isFull) return FULL;
  const known = (errno === undefined ? undefined : BY_NUMBER.get(errno)) ?? BY_CODE.get(code);
  return known ?? (TLS_CODE.test(code) ? UNTRUSTED : UNEXPECTED);
}

/** By its parts rather than its class: an error may come from another realm. */
function driverError(error: unknown): DriverError | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, errno, message } = error as Readonly<Record<string, unknown>>;
  // The server's numbers are positive, the operating system's negative
  if (typeof errno === 'number' && errno > 0) {
    const isFull = errno === RESOURCE_LIMIT && String(message).includes("'max_user_connections'");
    return { code: typeof code === 'string' ? code : `error ${errno}`, errno, isFull }; // the driver has no names for MariaDB's own
  }
  // Errors of the language carry codes too, and are not the database's
  if (typeof code !== 'string' || /^ERR_(?!TLS_|SSL_)/.test(code)) return undefined;
  return { code, errno: undefined, isFull: false };
}
