import { ConnectorError, onAbort } from '@habeas/connector-sdk';
import { Agent, type Dispatcher } from 'undici';
import { addressPolicy } from './addresses.js';
import { ACCEPTED_ENCODINGS } from './decompress.js';
import { egress, networkFault } from './faults.js';
import { guardedConnector, type Lookup } from './guarded-connector.js';
import { DEFAULT_LIMITS, type Http, type HttpLimits, type HttpReply, type HttpRequest, type Standing } from './http.js';
import { originRules } from './origins.js';
import { redirected } from './redirects.js';
import { headerOf, replyOf } from './reply.js';

/** Where a connector may go, as its manifest declares it and its administrator configured it. */
export interface HttpOptions {
  /** Scheme, host and, where it is another, port: `https://api.example.org`. */
  readonly origins: readonly string[];
  /** Origins that only serve files, and are sent no credentials; `https://*.example.org` means every host under it. */
  readonly fileHosts?: readonly string[];
  /** Networks beside the public ones that the administrator allows, as CIDR. */
  readonly privateNetworks?: readonly string[];
  /** Allows `http:`. */
  readonly insecure?: boolean;
  /** An authority to trust beside the usual ones, as PEM. */
  readonly certificateAuthority?: string;
  readonly lookup?: Lookup;
  readonly limits?: Partial<HttpLimits>;
}

interface Sender {
  readonly agent: Agent;
  readonly limits: HttpLimits;
  readonly standingOf: (url: URL) => Standing;
}

/** Opens guarded HTTP. Throws `contract` for origins or networks that are none, and for `http:` where it is not allowed. */
export function openHttp(options: HttpOptions): Http {
  const { origins, fileHosts = [], privateNetworks = [], insecure = false } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const standingOf = originRules({ origins, fileHosts, insecure });
  const isAllowed = addressPolicy(privateNetworks);
  const { connectMs } = limits;
  const agent = new Agent({
    connect: guardedConnector({
      isAllowed,
      connectMs,
      lookup: options.lookup,
      certificateAuthority: options.certificateAuthority,
    }),
    headersTimeout: limits.idleMs,
    bodyTimeout: limits.idleMs,
    maxHeaderSize: limits.headerBytes,
  });
  const sender: Sender = { agent, limits, standingOf };
  return { send: (request, signal) => send(sender, request, signal), standingOf, close: () => agent.destroy() };
}

async function send(sender: Sender, first: HttpRequest, signal: AbortSignal): Promise<HttpReply> {
  const { limits, standingOf } = sender;
  let request = first;
  for (let followed = 0; ; followed += 1) {
    requireAllowed(sender, request);
    const response = await dispatch(sender, request, signal);
    const reply = replyOf(response, { label: request.label, limits, signal });
    const location = isRedirect(reply.status) ? headerOf(response.headers, 'location') : undefined;
    if (location === undefined) return reply;
    await reply.discard();
    if (followed === limits.redirects) throw new ConnectorError('contract', `${request.label}: the source redirects on and on.`);
    request = redirected({ request, status: reply.status, location, standingOf });
  }
}

function requireAllowed({ standingOf }: Sender, { label, method, url, body }: HttpRequest): void {
  const isReading = method === 'GET' ? body === undefined : (method as string) === 'POST';
  if (!isReading) throw new ConnectorError('contract', `${label}: only GET without a body, and POST, are ever sent.`);
  if (standingOf(url) === 'foreign') {
    throw egress(
      label,
      'the address is on no host that the connector declares',
      'Add its origin where the source is configured, if it is the vendor’s.',
    );
  }
}

async function dispatch({ agent }: Sender, request: HttpRequest, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  const { label, method, url, headers, body } = request;
  // Any number of requests may share one signal, and Node warns of a leak at eleven listeners
  const own = new AbortController();
  const unlink = onAbort(signal, () => {
    own.abort(signal.reason);
  });
  try {
    const response = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers: { 'user-agent': 'Habeas', 'accept-encoding': ACCEPTED_ENCODINGS, ...lowerCased(headers) },
      body: body ?? null,
      signal: own.signal,
    });
    response.body.once('close', unlink);
    return response;
  } catch (error) {
    unlink();
    throw networkFault(label, error, signal);
  }
}

/** So that a header the request names stands in place of ours, not beside it. */
function lowerCased(headers: HttpRequest['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}
