import type { SignInProblem } from '@habeas/subject-pages';
import type { Response } from 'express';
import { SUBJECT_COOKIE } from '../oidc/flow-cookie.js';
import { OidcFault, type OidcFaultCode } from '../oidc/oidc-fault.js';
import type { ServiceLog } from '../platform/service-log.js';

const PROBLEMS: Readonly<Record<OidcFaultCode, SignInProblem>> = {
  PROVIDER_UNAVAILABLE: 'away',
  PROVIDER_ANSWER_REFUSED: 'refused',
  SIGN_IN_NOT_VALID: 'over',
  SIGN_IN_CANCELLED: 'cancelled',
};

/** Sends a browser to the provider, with what it has to bring back. */
export function sendToProvider(response: Response, { url, sealed }: { readonly url: URL; readonly sealed: string }): void {
  SUBJECT_COOKIE.set(response, sealed);
  response.set('Cache-Control', 'no-store').redirect(303, url.href);
}

/** What a fault of the provider's is to whoever looks; it is in the log. What is no fault of it is thrown on. */
export function problemIn(error: unknown, log: ServiceLog): SignInProblem {
  if (!(error instanceof OidcFault)) throw error;
  log.warn('sign-in', { code: error.code, reason: error.reason });
  return PROBLEMS[error.code];
}
