import { Secret } from '@habeas/connector-sdk';
import {
  isPermission,
  may,
  type Permission,
  PERMISSIONS,
  type Principal,
  Refused,
  viewerIn,
  viewSession,
  viewToken,
} from '@habeas/core';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { StaffDesk } from '@habeas/core';
import type { ApiViewer } from './api-viewer.js';
import type { AuthenticatedRequest } from './graphql.module.js';
import { refuse } from './refuse-http.js';
import { sessionSecret } from './session-cookie.js';

/** Which controller a request is for, where the principal has grants in several. */
export const CONTROLLER_HEADER = 'habeas-controller';

/**
 * Lets through only who has proved who they are, by the cookie of a session or by a token, never by both (security R25). What a
 * cookie carries has to come from the service's own pages.
 */
export function authenticate(desk: StaffDesk, ownOrigins: ReadonlySet<string>): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    principalOf(desk, request, ownOrigins)
      .then((found) => {
        (request as AuthenticatedRequest).viewer = viewerOf(found, controllerNamed(request));
        next();
      })
      .catch((error: unknown) => {
        if (error instanceof Refused) refuse(response, error);
        else next(error);
      });
  };
}

interface Found {
  readonly principal: Principal;
  readonly by: ApiViewer['by'];
}

async function principalOf(desk: StaffDesk, request: Request, ownOrigins: ReadonlySet<string>): Promise<Found> {
  const token = bearer(request);
  const session = sessionSecret(request);
  if (token !== undefined && session !== undefined) throw new Refused('REFUSED', 'Send a session or a token, not both.');
  if (token !== undefined) return { principal: await viewToken(desk, token), by: 'token' };
  if (session === undefined) throw new Refused('REFUSED', 'Sign in first, or send a token.');
  requireOwnOrigin(request, ownOrigins);
  return { principal: await viewSession(desk, session), by: 'session' };
}

/** Cookies come along with what other sites send: only our own pages may use them. Fetch metadata where there is some, the origin elsewhere. */
export function requireOwnOrigin({ headers }: Request, ownOrigins: ReadonlySet<string>): void {
  const site = headers['sec-fetch-site'];
  const isOwn = site === undefined ? headers.origin !== undefined && ownOrigins.has(headers.origin) : site === 'same-origin';
  if (!isOwn) throw new Refused('REFUSED', 'This did not come from a page of this service.');
}

function bearer({ headers }: Request): Secret<string> | undefined {
  const value = /^Bearer (\S+)$/u.exec(headers.authorization ?? '')?.[1];
  return value === undefined ? undefined : new Secret(value);
}

/** A link that somebody follows has no headers of its own: what is only looked at can name the controller in its address. */
function controllerNamed({ method, headers, query }: Request): string | undefined {
  const named = headers[CONTROLLER_HEADER] ?? (method === 'GET' ? query['controller'] : undefined);
  return typeof named === 'string' ? named : undefined;
}

function viewerOf({ principal, by }: Found, named: string | undefined): ApiViewer {
  const controllers = [...new Set(principal.grants.map(({ controller }) => controller))].sort();
  const [only, second] = controllers;
  const controller = named ?? (second === undefined ? only : undefined);
  if (controller === undefined) {
    throw new Refused('INVALID_INPUT', 'Several controllers are yours.', `Name one in the header ${CONTROLLER_HEADER}.`);
  }
  const viewer = viewerIn(principal, controller);
  const permissions = new Set(allPermissions.filter((permission) => may(viewer, permission)));
  return { ...principal, ...viewer, by, permissions, controllers };
}

const allPermissions: readonly Permission[] = Object.keys(PERMISSIONS).filter(isPermission);
