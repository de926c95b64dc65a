import { Buffer } from 'node:buffer';
import type { HttpRequest } from '../http/http.js';
import type { SchemeOf } from './auth-schema.js';
import type { Authenticator } from './authenticator.js';

/** Adds the same to every request. Nothing of it can be renewed. */
export function fixedAuthenticator(scheme: SchemeOf<'header' | 'basic' | 'bearer' | 'query'> | undefined): Authenticator {
  const add = additionOf(scheme);
  return {
    sign: (request) => Promise.resolve(add(request)),
    renew: () => Promise.resolve(false),
    baseUrl: () => Promise.resolve(undefined),
  };
}

function additionOf(
  scheme: SchemeOf<'header' | 'basic' | 'bearer' | 'query'> | undefined,
): (request: HttpRequest) => HttpRequest {
  switch (scheme?.type) {
    case undefined:
      return (request) => request;
    case 'header':
      return (request) => withHeader(request, scheme.name, scheme.value.reveal());
    case 'basic':
      return (request) => withHeader(request, 'authorization', basicCredentials(scheme.user.reveal(), scheme.password.reveal()));
    case 'bearer':
      return (request) => withHeader(request, 'authorization', `Bearer ${scheme.token.reveal()}`);
    case 'query':
      return (request) => withParameter(request, scheme.name, scheme.value.reveal());
  }
}

/** User and password as HTTP Basic sends them (RFC 7617, UTF-8). */
export function basicCredentials(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}

/** The request with one more header. */
export function withHeader(request: HttpRequest, name: string, value: string): HttpRequest {
  return { ...request, headers: { ...request.headers, [name.toLowerCase()]: value } };
}

function withParameter(request: HttpRequest, name: string, value: string): HttpRequest {
  const url = new URL(request.url);
  // By hand: searchParams would write what stands there already in its own way, which some vendors do not read
  const parameter = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  url.search = url.search === '' ? parameter : `${url.search}&${parameter}`;
  return { ...request, url };
}
