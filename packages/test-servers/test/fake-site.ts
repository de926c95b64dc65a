import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as a fake site saw it. */
export interface SiteRequest {
  /** `GET /path?query` */
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What a fake site answers. */
export interface SiteReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: unknown;
}

/** A site that answers as it is told to, on a port of 127.0.0.1. Texts are sent as they are, everything else as JSON. */
export async function fakeSite(
  answer: (request: SiteRequest) => SiteReply,
): Promise<{ readonly host: string; readonly seen: SiteRequest[]; close(): Promise<void> }> {
  const seen: SiteRequest[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const line = `${String(request.method)} ${String(request.url)}`;
      const asked = { line, headers: request.headers, body: Buffer.concat(parts).toString() };
      seen.push(asked);
      const { status = 200, headers = {}, body = '' } = answer(asked);
      const type = { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json' };
      response.writeHead(status, { ...type, ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { host: `127.0.0.1:${String((server.address() as AddressInfo).port)}`, seen, close };
}
