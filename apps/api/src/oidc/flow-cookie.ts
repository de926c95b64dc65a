import type { Request, Response } from 'express';
import { cookieOf } from '../platform/session-cookie.js';
import { FLOW_MS } from './flow.js';

/** The prefix keeps other hosts and insecure pages from setting it: nobody else begins a sign-in in this browser. */
const COOKIE = '__Host-oidc';
/** Lax, since the provider sends the browser back from its own pages; the session's own cookie stays strict. */
const ATTRIBUTES = { secure: true, httpOnly: true, sameSite: 'lax', path: '/' } as const;

/** The flow that a browser has, sealed. */
export function sealedFlow(request: Request): string | undefined {
  return cookieOf(request, COOKIE);
}

/** Gives a browser a flow. A second one takes the place of the first. */
export function setFlow(response: Response, sealed: string): void {
  response.cookie(COOKIE, sealed, { ...ATTRIBUTES, maxAge: FLOW_MS, encode: String });
}

/** Takes it away again. */
export function clearFlow(response: Response): void {
  response.clearCookie(COOKIE, ATTRIBUTES);
}
