import { Buffer } from 'node:buffer';
import { ConnectorError } from '@habeas/connector-sdk';
import type { Dispatcher } from 'undici';
import { decompressed } from './decompress.js';
import { networkFault, RefusedBodyError } from './faults.js';
import type { HttpLimits, HttpReply } from './http.js';

/** What its errors are told with, and what it keeps to. */
export interface ReplyContext {
  readonly label: string;
  readonly limits: HttpLimits;
  readonly signal: AbortSignal;
}

/** The reply as connectors see it, from what undici gives. */
export function replyOf({ statusCode, headers, body }: Dispatcher.ResponseData, context: ReplyContext): HttpReply {
  // Whoever reads it meets its error; while nobody does, an error without a listener would end the process
  body.on('error', () => undefined);
  const header = (name: string): string | undefined => headerOf(headers, name);
  const bytes = (): AsyncIterable<Uint8Array> =>
    told(decompressed(body, header('content-encoding'), context.limits.ratio), context);
  return {
    status: statusCode,
    header,
    bytes,
    text: () => textOf(bytes(), header('content-type'), context),
    discard: async () => {
      try {
        await body.dump();
      } catch (error) {
        throw networkFault(context.label, error, context.signal);
      }
    },
  };
}

/** A header by its name in any letter case; several of one name joined by commas. */
export function headerOf(headers: Dispatcher.ResponseData['headers'], name: string): string | undefined {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : value;
}

async function* told(bytes: AsyncIterable<Uint8Array>, { label, signal }: ReplyContext): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw networkFault(label, error, signal);
  }
}

async function textOf(bytes: AsyncIterable<Uint8Array>, type: string | undefined, context: ReplyContext): Promise<string> {
  const { label, limits, signal } = context;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > limits.textBytes) throw networkFault(label, new RefusedBodyError('the answer is larger than allowed'), signal);
    chunks.push(chunk);
  }
  return decoded(Buffer.concat(chunks, size), type, label);
}

/** UTF-8 unless the reply says otherwise. */
function decoded(bytes: Uint8Array, type: string | undefined, label: string): string {
  const charset = /;\s*charset="?([^";\s]+)/iu.exec(type ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (cause) {
    throw new ConnectorError('contract', `${label}: the answer is in an encoding that is not known.`, { cause });
  }
}
