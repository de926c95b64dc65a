import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What to answer. */
export interface ScriptedReply {
  /** 200 where it is left out. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Bytes and texts are sent as they are; anything else as JSON, with its content type. */
  readonly body?: unknown;
  /** After the body, or as much of it as is given, the connection is cut. */
  readonly reset?: boolean;
  /** After the headers and the body nothing comes, and nothing ends. */
  readonly hang?: boolean;
}

/** Answers by what was asked; `undefined` leaves the request without an answer. */
export type Script = (request: SeenRequest) => ScriptedReply | undefined | Promise<ScriptedReply | undefined>;

/** A vendor that does what a test says. */
export interface ScriptedServer {
  /** `http://127.0.0.1:…` */
  readonly origin: string;
  readonly port: number;
  /** In the order in which they arrived. */
  readonly seen: readonly SeenRequest[];
  /** How many connections were ever made to it. */
  readonly connections: () => number;
  /** How many are open now. */
  readonly open: () => number;
  /** Says what to answer from now on: by a script, or one reply after the other, the last for ever. */
  answer(script: Script | readonly ScriptedReply[]): void;
  close(): Promise<void>;
}

/** Starts a server on a free port of the loopback interface; the test closes it. */
export async function startScriptedServer(script: Script | readonly ScriptedReply[] = []): Promise<ScriptedServer> {
  let answer = scriptOf(script);
  const seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((request, response) => {
    void reply(request, response, (one) => {
      seen.push(one);
      return answer(one);
    });
  });
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await listen(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    seen,
    connections: () => connections,
    open: () => sockets.size,
    answer: (next) => {
      answer = scriptOf(next);
    },
    close: () => close(server),
  };
}

function scriptOf(script: Script | readonly ScriptedReply[]): Script {
  if (typeof script === 'function') return script;
  let next = 0;
  return () => script[Math.min(next++, script.length - 1)] ?? { status: 404 };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

async function reply(request: IncomingMessage, response: ServerResponse, answer: Script): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { method = '', url = '', headers } = request;
  const script = await answer({ method, path: url, headers, body: Buffer.concat(chunks).toString() });
  if (script !== undefined) write(response, script);
}

function write(response: ServerResponse, { status = 200, headers = {}, body, reset, hang }: ScriptedReply): void {
  const isRaw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
  response.writeHead(status, { ...(!isRaw && { 'content-type': 'application/json' }), ...headers } as Record<string, string>);
  response.flushHeaders();
  const bytes = isRaw ? (body ?? '') : JSON.stringify(body);
  if (hang === true) response.write(bytes);
  else if (reset === true) response.write(bytes, () => response.destroy());
  else response.end(bytes);
}
