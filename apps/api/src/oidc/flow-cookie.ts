import type { Request, Response } from 'express';
import { cookieOf } from '../platform/session-cookie.js';
import { FLOW_MS } from './flow.js';

/** Lax, since the provider sends the browser back from its own pages; cookies of sessions stay strict. */
const ATTRIBUTES = { secure: true, httpOnly: true, sameSite: 'lax', path: '/' } as const;

/** In what a browser keeps its flow. */
export interface FlowCookie {
  /** The flow that a browser has, sealed. */
  sealed(request: Request): string | undefined;
  /** Gives a browser a flow. A second one takes the place of the first. */
  set(response: Response, sealed: string): void;
  /** Takes it away again. */
  clear(response: Response): void;
}

/** The prefix keeps other hosts and insecure pages from setting it: nobody else begins a sign-in in this browser. */
function flowCookie(name: `__Host-${string}`): FlowCookie {
  return {
    sealed: (request) => cookieOf(request, name),
    set: (response, sealed) => {
      response.cookie(name, sealed, { ...ATTRIBUTES, maxAge: FLOW_MS, encode: String });
    },
    clear: (response) => {
      response.clearCookie(name, ATTRIBUTES);
    },
  };
}

/** Of staff. */
export const STAFF_COOKIE = flowCookie('__Host-oidc');
/** Of subjects. */
export const SUBJECT_COOKIE = flowCookie('__Host-rq-oidc');
