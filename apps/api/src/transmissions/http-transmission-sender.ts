import { ConnectorError } from '@habeas/connector-sdk';
import type { Clock, SentTransmission, TransmissionReceipt, TransmissionSender } from '@habeas/core';
import { type HttpReply, openUpload, type Uploader } from '@habeas/rest-engine';
import type { ReceiverConfig, TransmissionConfig } from '../config/transmission-config.js';
import { signaturesOf } from '../signing/standard-webhook.js';
import { receiptSchema } from './receipt.schema.js';
import { signedTextOf } from './transmission-call.js';

const CONNECT_MS = 10_000;
/** The other side reads the whole archive before it answers. */
const IDLE_MS = 10 * 60_000;
const ANSWER_BYTES = 65_536;
const LABEL = 'transmission';
const REMEDY = 'Look at transmissions in service.yaml, and ask who runs the other installation.';
/** What a later try may change, beside faults of the other side. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

type Endpoint = NonNullable<ReceiverConfig['endpoint']>;

interface Line {
  readonly endpoint: Endpoint;
  readonly uploader: Uploader;
}

/**
 * Puts archives into other Habeas installations: over guarded HTTP, to their own origin only (security R65), signed as every call of this
 * house is, anew at each try. What they say that they have taken has to be what was sent.
 */
export class HttpTransmissionSender implements TransmissionSender {
  readonly #lines: ReadonlyMap<string, ReadonlyMap<string, Line>>;

  constructor(
    config: TransmissionConfig,
    private readonly clock: Pick<Clock, 'now'>,
  ) {
    this.#lines = new Map([...config].map(([controller, { receivers }]) => [controller, new Map(receivers.flatMap(lineOf))]));
  }

  async send(transmission: SentTransmission, signal: AbortSignal): Promise<TransmissionReceipt> {
    const line = this.#lines.get(transmission.controller)?.get(transmission.receiver);
    if (line === undefined) {
      throw new ConnectorError('not-found', 'This receiver is not configured any more.', { remedy: REMEDY });
    }
    const reply = await line.uploader.put(this.#uploadOf(line.endpoint, transmission), signal);
    const { bytes, sha256 } = await receiptIn(reply);
    if (bytes === transmission.bytes && sha256 === transmission.sha256) return { bytes, sha256 };
    throw new ConnectorError('contract', 'The receiver has acknowledged another archive than was sent.', { remedy: REMEDY });
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    for (const own of this.#lines.values()) for (const { uploader } of own.values()) await uploader.close();
  }

  #uploadOf({ url, controller, secrets }: Endpoint, sent: SentTransmission): Parameters<Uploader['put']>[0] {
    const { id, bytes, sha256, attempt, content } = sent;
    const timestamp = Math.floor(this.clock.now().getTime() / 1_000);
    const message = { id: `${id}-${String(attempt)}`, timestamp, body: signedTextOf({ id, controller, bytes, sha256 }) };
    return {
      label: LABEL,
      url: new URL(`${url.pathname.replace(/\/$/u, '')}/transmissions/${id}`, url),
      content,
      headers: {
        'content-type': 'application/zip',
        'content-length': String(bytes),
        'habeas-controller': controller,
        'habeas-sha256': sha256,
        'webhook-id': message.id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signaturesOf(secrets, message),
      },
    };
  }
}

async function receiptIn(reply: HttpReply): Promise<TransmissionReceipt> {
  const { status } = reply;
  if (status !== 200 && status !== 201) {
    await reply.discard().catch(() => undefined);
    const isPassing = status >= 500 || PASSING.has(status);
    throw new ConnectorError(isPassing ? 'transient' : 'contract', `The receiver answered ${String(status)}.`, {
      remedy: REMEDY,
    });
  }
  const read = receiptSchema.safeParse(parsed(await reply.text()));
  if (read.success) return read.data.transmission;
  throw new ConnectorError('contract', 'The receiver did not say what it has taken.', { remedy: REMEDY });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ConnectorError('contract', 'The receiver did not say what it has taken.', { remedy: REMEDY, cause });
  }
}

function lineOf({ id, endpoint }: ReceiverConfig): readonly (readonly [string, Line])[] {
  if (endpoint === undefined) return [];
  const { url, privateNetworks } = endpoint;
  const uploader = openUpload({
    origin: url.origin,
    privateNetworks,
    insecure: url.protocol === 'http:',
    limits: { connectMs: CONNECT_MS, idleMs: IDLE_MS, headerBytes: ANSWER_BYTES, textBytes: ANSWER_BYTES },
  });
  return [[id, { endpoint, uploader }]];
}
