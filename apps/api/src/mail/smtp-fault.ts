import { ConnectorError } from '@habeas/connector-sdk';

/** What nodemailer says of a fault, as far as it is looked at. Its text and the server's answer repeat addresses, and are not. */
interface SmtpTraits {
  /** What nodemailer calls it, and what the system did. */
  readonly code: string;
  readonly originalCode: string;
  readonly responseCode: number | undefined;
  readonly command: string;
}

const SERVER_REMEDY = 'Check mail.smtp in service.yaml, and whether the server is there.';

/**
 * Why a message did not go out, by the class of the server's code and the word it was an answer to, without anything of what was
 * said. Refused for good is only what was said of this address or of this message: what is said of this service is for its
 * operator to mend, and messages wait for that.
 */
export function smtpFault(error: unknown): ConnectorError {
  const traits = traitsOf(error);
  const { code, originalCode, responseCode } = traits;
  if (code === 'EAUTH' || code === 'ENOAUTH') return later(traits, 'The mail server refuses the account', ACCOUNT_REMEDY);
  if (code === 'ETLS' || /CERT|TLS|SSL|SIGNATURE|ISSUER/u.test(originalCode))
    return later(traits, 'The mail server offers no encryption that can be trusted', TLS_REMEDY);
  if (responseCode !== undefined) return replyFault(traits, responseCode);
  return PASSING.has(code) ? later(traits, 'The mail server cannot be reached', SERVER_REMEDY) : broken(traits);
}

function replyFault(traits: SmtpTraits, responseCode: number): ConnectorError {
  if (responseCode < 500 || responseCode === 503) return later(traits, 'The mail server puts it off', SERVER_REMEDY);
  switch (traits.command) {
    case 'RCPT TO':
      return refused(
        'not-found',
        traits,
        'The mail server takes no mail for this address',
        'Ask the person for another address.',
      );
    case 'DATA':
      return refused('permission', traits, 'The mail server refuses this message', 'Ask who runs the mail server.');
    default:
      return later(traits, 'The mail server does not let this service send', 'Check mail.from in service.yaml, and the account.');
  }
}

const ACCOUNT_REMEDY = 'Check the account in mail.smtp of service.yaml.';
const TLS_REMEDY = 'Check the certificate of the server, and mail.caFile in service.yaml.';
const PASSING: ReadonlySet<string> = new Set([
  ...['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EPROTOCOL', 'EABORT', 'EMAXLIMIT'],
]);

/** Whether a fault is one of the server or the way to it: the next message would meet it, too. */
export function isServerFault(error: unknown): boolean {
  const { responseCode, command } = traitsOf(error);
  return responseCode === undefined || !['MAIL FROM', 'RCPT TO', 'DATA'].includes(command);
}

function later(traits: SmtpTraits, what: string, remedy: string): ConnectorError {
  return new ConnectorError('transient', `${what} (${named(traits)}).`, { remedy });
}

function refused(errorClass: 'not-found' | 'permission', traits: SmtpTraits, what: string, remedy: string): ConnectorError {
  return new ConnectorError(errorClass, `${what} (${named(traits)}).`, { remedy });
}

function broken(traits: SmtpTraits): ConnectorError {
  return new ConnectorError('contract', `The message could not be handed over (${named(traits)}).`, {
    remedy: 'Report this to the author of the service.',
  });
}

function named({ originalCode, responseCode }: SmtpTraits): string {
  return responseCode === undefined ? originalCode : String(responseCode);
}

function traitsOf(error: unknown): SmtpTraits {
  const { code, originalCode, responseCode, command } = (error ?? {}) as Readonly<Record<string, unknown>>;
  return {
    code: codeIn(code) ?? 'unknown',
    originalCode: codeIn(originalCode) ?? codeIn(code) ?? 'unknown',
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
    command: typeof command === 'string' ? command : '',
  };
}

function codeIn(code: unknown): string | undefined {
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/u.test(code) ? code : undefined;
}
