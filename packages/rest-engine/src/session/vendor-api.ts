import type { BuiltRequest } from '../request/build-request.js';
import type { Caller, CallOptions } from '../call/create-caller.js';
import type { Http, HttpRequest } from '../http/http.js';
import type { Api, CallRules } from './engine.js';

/** The vendor as a session talks to it: requests become addresses below the base, and go through the caller. */
export function vendorApi(parts: {
  readonly caller: Caller;
  readonly http: Http;
  readonly base: URL;
  readonly headers: Readonly<Record<string, string>>;
}): Api {
  const { caller, http, base, headers } = parts;
  const sent = (request: BuiltRequest | URL, label: string): HttpRequest => requestTo(base, headers, { request, label });
  return {
    async json(request, rules) {
      const reply = await caller.call(sent(request, rules.label), optionsOf(rules));
      return { body: reply.body, header: (name) => reply.header(name), empty: reply.isEmpty };
    },
    async file(request, rules) {
      const reply = await caller.download(sent(request, rules.label), optionsOf(rules));
      return { mediaType: reply.header('content-type'), bytes: () => reply.bytes() };
    },
    close: () => http.close(),
  };
}

function optionsOf({ on, scope, cost }: CallRules): CallOptions {
  return { on: on as CallOptions['on'], scope, cost };
}

function requestTo(
  base: URL,
  common: Readonly<Record<string, string>>,
  { request, label }: { readonly request: BuiltRequest | URL; readonly label: string },
): HttpRequest {
  const accept = { accept: 'application/json', ...common };
  if (request instanceof URL) return { label, method: 'GET', url: request, headers: accept };
  const { method, path, query, headers, body } = request;
  const url = path.startsWith('http') ? new URL(path) : new URL(`${base.href.replace(/\/$/u, '')}${path}`);
  Object.entries(query).forEach(([name, value]) => {
    url.searchParams.append(name, value);
  });
  return {
    label,
    method,
    url,
    headers: { ...accept, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
