import { ConnectorError } from '@habeas/connector-sdk';
import type { Clock, WebhookCall, WebhookSender } from '@habeas/core';
import { type Http, openHttp, retryAfterMs } from '@habeas/rest-engine';
import type { WebhookConfig, WebhookEndpointConfig } from '../config/webhook-config.js';
import { signaturesOf } from '../signing/standard-webhook.js';

/** How long a call may take from its beginning to the answer. */
const WITHIN_MS = 10_000;
/** Of an answer only its status is looked at. */
const HEADER_BYTES = 16_384;
const GONE = 410;
const SHORTEST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60 * 60_000;
const REMEDY = 'Look at webhooks in service.yaml, and ask who runs the endpoint.';

interface Answered {
  readonly status: number;
  readonly waitMs: number | undefined;
}

interface Line {
  readonly endpoint: WebhookEndpointConfig;
  readonly http: Http;
}

/**
 * Calls endpoints over guarded HTTP: to their own origin only, at public addresses or in the networks that are named, without following
 * anything, and with little patience (security R65). Each call is signed as Standard Webhooks has it, anew at each try.
 */
export class HttpWebhookSender implements WebhookSender {
  readonly #lines: ReadonlyMap<string, ReadonlyMap<string, Line>>;

  constructor(
    config: WebhookConfig,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly withinMs = WITHIN_MS,
  ) {
    const linesOf = (own: readonly WebhookEndpointConfig[]): ReadonlyMap<string, Line> =>
      new Map(own.map((endpoint) => [endpoint.id, { endpoint, http: httpTo(endpoint, withinMs) }]));
    this.#lines = new Map([...config].map(([controller, own]) => [controller, linesOf(own)]));
  }

  async send(call: WebhookCall, signal: AbortSignal): Promise<{ readonly status: number }> {
    const line = this.#lines.get(call.controller)?.get(call.endpoint);
    if (line === undefined) {
      throw new ConnectorError('not-found', 'This endpoint is not configured any more.', {
        remedy: 'Name it in service.yaml, as webhooks, and have the call made again.',
      });
    }
    const { status, waitMs } = await this.#call(line, call, signal);
    if (status >= 200 && status < 300) return { status };
    if (status === GONE) throw new ConnectorError('not-found', 'The endpoint wants no more calls (410).', { remedy: REMEDY });
    const wait = waitMs === undefined ? {} : { retryAfterMs: waitMs };
    throw new ConnectorError('transient', `The endpoint answered ${String(status)}.`, { remedy: REMEDY, ...wait });
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    for (const own of this.#lines.values()) for (const { http } of own.values()) await http.close();
  }

  async #call({ endpoint, http }: Line, call: WebhookCall, signal: AbortSignal): Promise<Answered> {
    const within = AbortSignal.timeout(this.withinMs);
    try {
      const reply = await http.send(this.#requestOf(endpoint, call), AbortSignal.any([signal, within]));
      // What it says beside its status is left where it is
      await reply.discard().catch(() => undefined);
      return { status: reply.status, waitMs: this.#waitIn(reply.header('retry-after')) };
    } catch (error) {
      if (!(error instanceof ConnectorError) || signal.aborted) throw error;
      const why = within.aborted ? `no answer came within ${String(this.withinMs / 1_000)} seconds` : reasonOf(error);
      throw new ConnectorError('transient', `The endpoint could not be called: ${why}.`, { remedy: REMEDY, cause: error });
    }
  }

  /** How long an endpoint asks to be left alone: no call waits longer for that, and none is made at once. */
  #waitIn(header: string | undefined): number | undefined {
    const asked = retryAfterMs(header, this.clock.now().getTime());
    return asked === undefined ? undefined : Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, asked));
  }

  #requestOf({ url, secrets }: WebhookEndpointConfig, call: WebhookCall): Parameters<Http['send']>[0] {
    const message = { id: call.id, timestamp: Math.floor(this.clock.now().getTime() / 1_000), body: bodyOf(call) };
    return {
      label: LABEL,
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/json',
        'webhook-id': message.id,
        'webhook-timestamp': String(message.timestamp),
        'webhook-signature': signaturesOf(secrets, message),
      },
      body: message.body,
    };
  }
}

/** What an endpoint is told: the same bytes at each try. */
export function bodyOf({ event, happenedAt, controller, request, facts }: WebhookCall): string {
  return JSON.stringify({ type: event, timestamp: happenedAt.toISOString(), data: { controller, request, ...facts } });
}

const LABEL = 'webhook';

function reasonOf({ errorClass, message }: ConnectorError): string {
  // A redirect is the one breach of contract that leads on
  if (errorClass === 'contract' && message.includes('redirects')) return 'it redirects, which is not followed';
  return message.replace(`${LABEL}: `, '').replace(/\.$/u, '');
}

function httpTo({ url, privateNetworks }: WebhookEndpointConfig, withinMs: number): Http {
  return openHttp({
    origins: [url.origin],
    privateNetworks,
    insecure: url.protocol === 'http:',
    limits: { connectMs: withinMs, idleMs: withinMs, headerBytes: HEADER_BYTES, redirects: 0 },
  });
}
