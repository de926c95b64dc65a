import { Readable } from 'node:stream';
import { ConnectorError } from '@habeas/connector-sdk';
import { Agent, type Dispatcher } from 'undici';
import { addressPolicy } from './addresses.js';
import { egress, networkFault } from './faults.js';
import { guardedConnector, type Lookup } from './guarded-connector.js';
import { DEFAULT_LIMITS, type HttpLimits, type HttpReply } from './http.js';
import { originRules } from './origins.js';
import { replyOf } from './reply.js';

/** Where files may be put: one origin, at public addresses or in the networks that are named. */
export interface UploadOptions {
  /** Scheme, host and, where it is another, port. */
  readonly origin: string;
  readonly privateNetworks?: readonly string[];
  /** Allows `http:`. */
  readonly insecure?: boolean;
  readonly certificateAuthority?: string;
  readonly lookup?: Lookup;
  readonly limits?: Partial<Pick<HttpLimits, 'connectMs' | 'idleMs' | 'headerBytes' | 'textBytes'>>;
}

/** One file that is put somewhere, as a stream. */
export interface Upload {
  /** Names it in messages. */
  readonly label: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Puts files. */
export interface Uploader {
  /** Sends one file, once, and follows nothing. Fails as `Http.send` does. */
  put(upload: Upload, signal: AbortSignal): Promise<HttpReply>;
  /** Ends every connection. */
  close(): Promise<void>;
}

/**
 * Opens guarded HTTP that puts files: connectors have none of it, for they never write. Throws `contract` for an origin or a network that
 * is none, and for `http:` where it is not allowed.
 */
export function openUpload(options: UploadOptions): Uploader {
  const { origin, privateNetworks = [], insecure = false, lookup, certificateAuthority } = options;
  const limits: HttpLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const standingOf = originRules({ origins: [origin], fileHosts: [], insecure });
  const agent = new Agent({
    connect: guardedConnector({
      isAllowed: addressPolicy(privateNetworks),
      connectMs: limits.connectMs,
      lookup,
      certificateAuthority,
    }),
    headersTimeout: limits.idleMs,
    bodyTimeout: limits.idleMs,
    maxHeaderSize: limits.headerBytes,
  });
  return {
    put: async (upload, signal) => {
      const { label, url } = upload;
      if (standingOf(url) === 'foreign') throw egress(label, 'the address is not where files may be put', 'Look at its URL.');
      return replyOf(await put(agent, upload, signal), { label, limits, signal });
    },
    close: () => agent.destroy(),
  };
}

async function put(
  agent: Agent,
  { label, url, headers, content }: Upload,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  // What goes wrong here is no fault of the network, and has to be told from one
  const own: { fault?: unknown } = {};
  try {
    return await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'PUT',
      headers: { 'user-agent': 'Habeas', ...headers },
      body: Readable.from(noting(content, own)),
      signal,
    });
  } catch (error) {
    if (own.fault !== undefined)
      throw own.fault instanceof Error ? own.fault : new ConnectorError('contract', `${label}: no file.`);
    throw networkFault(label, error, signal);
  }
}

async function* noting(
  content: AsyncIterable<Uint8Array>,
  own: { fault?: unknown },
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* content;
  } catch (error) {
    own.fault = error;
    throw error;
  }
}
