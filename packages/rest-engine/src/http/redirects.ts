import { egress } from './faults.js';
import type { HttpRequest, Standing } from './http.js';

/** A redirect that came back for a request. */
export interface Redirect {
  readonly request: HttpRequest;
  readonly status: number;
  readonly location: string;
  readonly standingOf: (url: URL) => Standing;
}

/**
 * The request that a redirect asks for. It may stay on its origin, and then keeps everything; or lead to a host of files, and then
 * goes there with nothing. Anything else fails with `egress`, another declared origin too: its credentials are not this one's.
 */
export function redirected({ request, status, location, standingOf }: Redirect): HttpRequest {
  const { label, url, method } = request;
  if (!URL.canParse(location, url.href)) throw outside(label);
  const next = new URL(location, url);
  const repeatsBody = status === 307 || status === 308;
  if (next.origin === url.origin && standingOf(next) !== 'foreign') {
    return method === 'GET' || repeatsBody ? { ...request, url: next } : asGet(request, next, request.headers);
  }
  if (standingOf(next) === 'files' && !(method === 'POST' && repeatsBody)) return asGet(request, next, {});
  throw outside(label);
}

function asGet({ label }: HttpRequest, url: URL, headers: HttpRequest['headers']): HttpRequest {
  return { label, method: 'GET', url, headers };
}

function outside(label: string): Error {
  return egress(
    label,
    'the source redirects to a host that the connector does not declare',
    'Add the host to the connector’s hosts of files, if that is what it is.',
  );
}
