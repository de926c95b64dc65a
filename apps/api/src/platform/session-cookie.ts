import { Secret } from '@habeas/connector-sdk';
import type { NewSession } from '@habeas/core';
import type { Request, Response } from 'express';

/** The prefix keeps other hosts and insecure pages from setting it (RFC 6265bis). */
const COOKIE = '__Host-sid';

/** The secret of the session that a request carries. */
export function sessionSecret(request: Request): Secret<string> | undefined {
  const value = cookieOf(request, COOKIE);
  return value === undefined || value === '' ? undefined : new Secret(value);
}

/** What a request carries in a cookie of this name. */
export function cookieOf({ headers }: Request, name: string): string | undefined {
  const found = (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

/** Gives a browser its session: for this host only, over TLS only (or on the machine itself), and out of the reach of scripts. */
export function setSession(response: Response, { secret, expiresAt }: NewSession): void {
  response.cookie(COOKIE, secret.reveal(), {
    secure: true,
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    expires: expiresAt,
    encode: String,
  });
}

/** Takes it away again. */
export function clearSession(response: Response): void {
  response.clearCookie(COOKIE, { secure: true, httpOnly: true, sameSite: 'strict', path: '/' });
}
