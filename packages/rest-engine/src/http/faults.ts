import { ConnectorError, type ErrorClass } from '@habeas/connector-sdk';

/** Refused before a byte was sent: the address behind a name is one that may not be spoken to. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
}

/** A body that is larger than allowed, or compressed in a way that nobody asked for. */
export class RefusedBodyError extends Error {
  override readonly name = 'RefusedBodyError';
}

const NETWORK_REMEDY = 'If the source is in your own network, add its network to privateNetworks.';
const CERTIFICATE = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA)/u;

const KNOWN: Readonly<Record<string, readonly [ErrorClass, string]>> = {
  ENOTFOUND: ['transient', 'the host has no address'],
  ECONNREFUSED: ['transient', 'the host refused the connection'],
  UND_ERR_CONNECT_TIMEOUT: ['transient', 'no connection came about in time'],
  UND_ERR_HEADERS_TIMEOUT: ['transient', 'no answer came in time'],
  UND_ERR_BODY_TIMEOUT: ['transient', 'the answer stopped coming'],
  UND_ERR_HEADERS_OVERFLOW: ['contract', 'the headers of the answer are larger than allowed'],
  UND_ERR_INVALID_ARG: ['contract', 'a header of the request holds what no header may'],
};

/** An error of the network as a `ConnectorError`; the error itself is kept as its cause. Errors that are one already stay what they are. */
export function networkFault(label: string, error: unknown, signal: AbortSignal): ConnectorError {
  if (error instanceof ConnectorError) return error;
  if (signal.aborted) return new ConnectorError('aborted', 'The search was cancelled.', { cause: error });
  if (error instanceof RefusedAddressError) return egress(label, error.message, NETWORK_REMEDY, error);
  if (error instanceof RefusedBodyError) return new ConnectorError('contract', `${label}: ${error.message}.`, { cause: error });
  const code = codeOf(error);
  if (CERTIFICATE.test(code)) {
    return new ConnectorError('contract', `${label}: the certificate of the host is not valid.`, {
      cause: error,
      remedy: 'Mend the certificate, or tell the authority that issued it.',
    });
  }
  const [errorClass, why] = KNOWN[code] ?? ['transient', 'the connection broke'];
  return new ConnectorError(errorClass, `${label}: ${why}.`, { cause: error });
}

/** The connector tried to reach what it may not reach. */
export function egress(label: string, why: string, remedy: string, cause?: unknown): ConnectorError {
  return new ConnectorError('egress', `${label}: ${why}.`, { remedy, cause });
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
