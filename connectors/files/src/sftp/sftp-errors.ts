import { ConnectorError, type ErrorClass } from '@habeas/connector-sdk';

/** What an error means, in words that hold no host, account or path. */
interface Meaning {
  readonly errorClass: ErrorClass;
  readonly message: string;
  readonly remedy?: string;
}

const REFUSED: Meaning = {
  errorClass: 'auth',
  message: 'The SFTP server refused the account, its password or its key.',
  remedy: 'Check user, password and key in the source, and whether the account may use SFTP.',
};
const BAD_KEY: Meaning = {
  errorClass: 'auth',
  message: 'The private key of the source cannot be read.',
  remedy: 'Give a key in the format of OpenSSH or PEM, and its passphrase where it is encrypted.',
};
const UNTRUSTED: Meaning = {
  errorClass: 'contract',
  message: 'The SFTP server showed a key that is none of hostKeys.',
  remedy: "Ask who runs the server for its keys' fingerprints. Where they have not changed, somebody may be between you and it.",
};
const NOT_AGREED: Meaning = {
  errorClass: 'contract',
  message: 'The server speaks no SSH that is known here.',
  remedy: 'Check that host and port are those of an SFTP server that is up to date.',
};
const NO_SFTP: Meaning = {
  errorClass: 'contract',
  message: 'The server lets the account in, and gives it no SFTP.',
  remedy: 'Have SFTP turned on for the account.',
};
const UNREACHABLE: Meaning = {
  errorClass: 'transient',
  message: 'The SFTP server cannot be reached.',
  remedy: 'Check host and port in the source, and that the server is running.',
};
const LOST: Meaning = { errorClass: 'transient', message: 'The connection to the SFTP server was lost.' };
const SILENT: Meaning = {
  errorClass: 'transient',
  message: 'The SFTP server did not answer in time.',
  remedy: 'Try again later, or raise answerTimeoutSeconds.',
};
const ABORTED: Meaning = { errorClass: 'aborted', message: 'The search was cancelled.' };
const ABSENT: Meaning = {
  errorClass: 'not-found',
  message: 'The folder, or one of its files, does not exist on the SFTP server.',
  remedy: 'Compare folder in the source with what the account sees.',
};
const NOT_ALLOWED: Meaning = {
  errorClass: 'permission',
  message: 'The account may not read the folder, or one of its files.',
  remedy: 'Let the account read the folder and the files that are meant; name those in tables.',
};
const FAILED: Meaning = { errorClass: 'transient', message: 'The SFTP server could not read the folder, or one of its files.' };
const CHANGED: Meaning = {
  errorClass: 'transient',
  message: 'A file of the folder was changed while it was read.',
  remedy: 'Try again when nobody writes to the folder.',
};
const BROKEN: Meaning = { errorClass: 'contract', message: 'The SFTP server answered what it should not.' };

/** What has no code of the server's own. */
export const FAULTS = { ABORTED, BAD_KEY, BROKEN, CHANGED, LOST, NO_SFTP, SILENT, UNREACHABLE, UNTRUSTED };

/** The status codes of SFTP, version 3. */
const BY_STATUS: ReadonlyMap<unknown, Meaning> = new Map([
  [2, ABSENT],
  [3, NOT_ALLOWED],
  [4, FAILED],
  [6, LOST],
  [7, LOST],
]);

/** The status with which a list ends. */
const END_OF_LIST = 1;

/** Where in ssh2 an error of a connection comes from. */
const BY_LEVEL: ReadonlyMap<unknown, Meaning> = new Map([
  ['client-authentication', REFUSED],
  ['client-socket', UNREACHABLE],
  ['client-timeout', LOST],
  ['handshake', NOT_AGREED],
]);

/** A fault, as the contract has it. Its cause has a code and nothing else: texts of servers may hold names and paths. */
export function sftpFault({ errorClass, message, remedy }: Meaning, code?: string): ConnectorError {
  return new ConnectorError(errorClass, message, {
    ...(remedy === undefined ? {} : { remedy }),
    ...(code === undefined ? {} : { cause: new Error(code) }),
  });
}

/** Why there is no connection. */
export function connectFault(error: Error): ConnectorError {
  const { level, code } = error as { level?: unknown; code?: unknown };
  const isOfServer = level === undefined && code === undefined; // a connection that ends has either
  return sftpFault(isOfServer ? NOT_AGREED : (BY_LEVEL.get(level) ?? LOST), typeof code === 'string' ? code : undefined);
}

/** What the server answered instead of what it was asked for; what has no status was not answered. */
export function answerFault(error: Error): ConnectorError {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'number') return sftpFault(LOST);
  return sftpFault(BY_STATUS.get(code) ?? BROKEN, `status ${String(code)}`);
}

/** Whether it says that the list has ended. */
export function isEndOfList(error: Error | undefined): boolean {
  return (error as { code?: unknown } | undefined)?.code === END_OF_LIST;
}
