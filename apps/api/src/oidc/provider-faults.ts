import { errors as jose } from 'jose';
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { OidcFault } from './oidc-fault.js';

/** What providers say of a failed request (RFC 6749 §4.1.2.1, §5.2, OpenID Connect Core §3.1.2.6). Anything else is not repeated. */
const KNOWN_ERRORS: ReadonlySet<string> = new Set([
  'access_denied',
  'account_selection_required',
  'consent_required',
  'interaction_required',
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'invalid_token',
  'login_required',
  'server_error',
  'temporarily_unavailable',
  'unauthorized_client',
  'unmet_authentication_requirements',
  'unsupported_response_type',
]);
const UNAVAILABLE: ReadonlySet<string> = new Set([
  'server_error',
  'temporarily_unavailable',
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'ERR_JWKS_TIMEOUT',
  'ERR_JOSE_GENERIC',
  'network',
]);

/** The fault behind an error of the libraries that talk to the provider. What is none of theirs is thrown on: it is a bug. */
export function providerFault(error: unknown): OidcFault {
  if (error instanceof OidcFault) return error;
  const reason = reasonOf(error);
  if (reason === undefined) throw error;
  if (reason === 'access_denied') return new OidcFault('SIGN_IN_CANCELLED', reason);
  const isAway = UNAVAILABLE.has(reason);
  return new OidcFault(isAway ? 'PROVIDER_UNAVAILABLE' : 'PROVIDER_ANSWER_REFUSED', reason);
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return KNOWN_ERRORS.has(error.error) ? error.error : 'unknown error';
  }
  if (isNetwork(error)) return 'network';
  if (error instanceof ClientError) return error.code ?? 'unknown';
  return error instanceof jose.JOSEError ? error.code : undefined;
}

/** `fetch` throws a `TypeError` with the cause of the failure, which a bug of ours has not; the client may wrap it once more. */
function isNetwork(error: unknown): boolean {
  const { name, cause, code } = error as { readonly name?: unknown; readonly cause?: unknown; readonly code?: unknown };
  if (typeof cause !== 'object' || cause === null) return false;
  return name === 'TypeError' || (error instanceof ClientError && code === undefined && isNetwork(cause));
}
