import { Secret } from '@habeas/connector-sdk';
import { REFUSAL_WORDS, Refused, type StaffDesk } from '@habeas/core';
import { type Request, type RequestHandler, type Response, Router, urlencoded } from 'express';
import type { OidcConfig } from '../config/oidc-config.js';
import { STAFF_COOKIE } from '../oidc/flow-cookie.js';
import { OidcFault, type OidcFaultCode } from '../oidc/oidc-fault.js';
import { OidcProvider } from '../oidc/oidc-provider.js';
import { queryOf } from '../oidc/query-of.js';
import { type Beginning, StaffByProvider } from '../oidc/staff-by-provider.js';
import { requireOwnOrigin } from '../platform/authenticate.js';
import { tellRefusal } from '../platform/refusal-page.js';
import type { ServiceLog } from '../platform/service-log.js';
import { clearSession, sessionSecret, setSession } from '../platform/session-cookie.js';

/** What the routes work with. */
export interface OidcRoutes {
  readonly desk: StaffDesk;
  readonly settings: OidcConfig;
  readonly origins: ReadonlySet<string>;
  readonly log: ServiceLog;
  /** What browsers call the service; known once it listens. */
  readonly base: () => string;
}

const STATUS: Readonly<Record<OidcFaultCode, number>> = {
  PROVIDER_UNAVAILABLE: 503,
  PROVIDER_ANSWER_REFUSED: 502,
  SIGN_IN_NOT_VALID: 400,
  SIGN_IN_CANCELLED: 403,
};
/** Where staff go on after the provider: the page that tells what is still needed, if anything. */
const CONSOLE = '/console/';
const LOGOUT_LIMIT = '20kb';

/** Sign-in of staff through an identity provider: two redirects for browsers, a sign-out, and a call for the provider itself. */
export function oidcRoutes({ desk, settings, origins, log, base }: OidcRoutes): Router {
  const router = Router();
  const provider = new OidcProvider(settings, () => new URL('/session/oidc/callback', base()).href);
  const staff = new StaffByProvider(desk, provider, settings);
  const handle = (work: (request: Request, response: Response) => Promise<unknown>): RequestHandler => {
    return (request, response, next) => {
      response.set('Cache-Control', 'no-store');
      work(request, response).catch((error: unknown) => {
        if (error instanceof OidcFault) log.warn('oidc', { code: error.code, reason: error.reason });
        if (error instanceof OidcFault) tellRefusal(request, response, STATUS[error.code], error);
        else if (error instanceof Refused) tellRefusal(request, response, REFUSAL_WORDS[error.code].status, error);
        else next(error);
      });
    };
  };
  router.get('/', handle(async (request, response) => {
    go(response, await begun(request, () => staff.signIn()));
  })); // prettier-ignore
  router.get('/step-up', handle(async (request, response) => {
    go(response, await begun(request, () => staff.stepUp(own(request))));
  })); // prettier-ignore
  router.get('/callback', handle(async (request, response) => {
    const session = await staff.finish(STAFF_COOKIE.sealed(request), queryOf(request));
    STAFF_COOKIE.clear(response);
    setSession(response, session);
    response.redirect(303, session.needs === undefined ? CONSOLE : `${CONSOLE}#${session.needs}`);
  })); // prettier-ignore
  router.post('/sign-out', handle(async (request, response) => {
    requireOwnOrigin(request, origins);
    const url = await staff.signOut(own(request), new URL('/', base()).href).catch(unlessAway(log));
    clearSession(response);
    response.json({ continueAt: url?.href ?? null });
  })); // prettier-ignore
  const form = urlencoded({ extended: false, limit: LOGOUT_LIMIT, type: 'application/x-www-form-urlencoded' });
  router.post('/backchannel', form, handle(async ({ body }, response) => {
    const ended = await staff.end(tokenOf(body)).catch(asProvidersWantIt(log));
    log.info('oidc-logout', { sessions: ended });
    response.status(200).end();
  })); // prettier-ignore
  return router;
}

/** A page of somebody else's does not begin anything here. A browser without fetch metadata is let through: it is only asked who it is. */
async function begun({ headers }: Request, begin: () => Promise<Beginning>): Promise<Beginning> {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new Refused('REFUSED', 'This did not come from a page of this service.', 'Begin on its own page.');
  }
  return begin();
}

function go(response: Response, { url, sealed }: Beginning): void {
  STAFF_COOKIE.set(response, sealed);
  response.redirect(303, url.href);
}

function own(request: Request): Secret<string> {
  const found = sessionSecret(request);
  if (found === undefined) throw new Refused('REFUSED', 'Sign in first.');
  return found;
}

function tokenOf(body: unknown): Secret<string> {
  const token = (body as { readonly logout_token?: unknown } | undefined)?.logout_token;
  if (typeof token !== 'string') throw new Refused('INVALID_INPUT', 'There is no logout_token in a form.');
  return new Secret(token);
}

/** Whoever wants to leave, leaves: the session here is over, even if the provider cannot be asked. */
function unlessAway(log: ServiceLog): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof OidcFault)) throw error;
    log.warn('oidc', { code: error.code, reason: error.reason });
    return undefined;
  };
}

/** Providers are told 400 of a token that does not hold (Back-Channel Logout 1.0 §2.8). */
function asProvidersWantIt(log: ServiceLog): (error: unknown) => never {
  return (error) => {
    const isTheirs = error instanceof Refused || (error instanceof OidcFault && error.code === 'PROVIDER_ANSWER_REFUSED');
    if (!isTheirs) throw error;
    log.warn('oidc-logout', { reason: error instanceof OidcFault ? error.reason : error.code });
    throw new Refused('INVALID_INPUT', 'This logout token is not valid.');
  };
}
