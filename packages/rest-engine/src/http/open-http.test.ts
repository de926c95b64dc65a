import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError, type ErrorClass } from '@habeas/connector-sdk';
import { startScriptedServer, type ScriptedReply, type ScriptedServer } from '../testing/index.js';
import type { Http, HttpReply, HttpRequest } from './http.js';
import { openHttp, type HttpOptions } from './open-http.js';

const LOOPBACK = ['127.0.0.0/8'];
const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

async function server(...replies: readonly ScriptedReply[]): Promise<ScriptedServer> {
  const started = await startScriptedServer(replies);
  closing.push(started);
  return started;
}

function open(options: HttpOptions): Http {
  const http = openHttp({ privateNetworks: LOOPBACK, insecure: true, ...options });
  closing.push(http);
  return http;
}

function get(url: string | URL, more: Partial<HttpRequest> = {}): HttpRequest {
  return { label: 'contacts.search', method: 'GET', url: new URL(url), headers: {}, ...more };
}

function send(http: Http, url: string | URL, more: Partial<HttpRequest> = {}): Promise<HttpReply> {
  return http.send(get(url, more), new AbortController().signal);
}

/** The fault of what has to fail, with no word of where it went. */
async function faultOf(work: Promise<unknown>): Promise<ErrorClass> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(ConnectorError);
  const { message, errorClass } = error as ConnectorError;
  expect(message).not.toMatch(/ann@|secret|127\.0/u);
  return errorClass;
}

describe('a request', () => {
  it('reaches a declared origin, with its headers and its body', async () => {
    const { origin, seen } = await server({ body: { name: 'Ann' }, headers: { 'X-Total': '1' } });
    const reply = await send(open({ origins: [origin] }), `${origin}/people?email=ann@example.org`, {
      method: 'POST',
      headers: { 'User-Agent': 'Test' },
      body: '{"a":1}',
    });
    expect([reply.status, reply.header('x-total'), await reply.text()]).toEqual([200, '1', '{"name":"Ann"}']);
    expect(seen).toMatchObject([
      { method: 'POST', path: '/people?email=ann@example.org', body: '{"a":1}', headers: { 'user-agent': 'Test' } },
    ]);
  });

  it('is answered by a status that is no success, too', async () => {
    const { origin } = await server({ status: 404, body: 'none' });
    const reply = await send(open({ origins: [origin] }), origin);
    expect([reply.status, await reply.text()]).toEqual([404, 'none']);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])('is never a %s', async (method) => {
    const { origin, connections } = await server();
    expect(await faultOf(send(open({ origins: [origin] }), origin, { method: method as 'GET' }))).toBe('contract');
    expect(connections()).toBe(0);
  });

  it('that only reads has no body', async () => {
    const { origin } = await server();
    expect(await faultOf(send(open({ origins: [origin] }), origin, { body: 'x' }))).toBe('contract');
  });

  it('cannot smuggle a header in', async () => {
    const { origin, seen } = await server();
    expect(await faultOf(send(open({ origins: [origin] }), origin, { headers: { 'x-key': 'secret\r\nx-other: 1' } }))).toBe(
      'contract',
    );
    expect(seen).toEqual([]);
  });
});

describe('a fault of the network', () => {
  it('is transient where nobody listens', async () => {
    const gone = await startScriptedServer();
    await gone.close();
    expect(await faultOf(send(open({ origins: [gone.origin] }), gone.origin))).toBe('transient');
  });

  it('is transient where a name has no address', async () => {
    const lookup = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('ENOTFOUND ann@example.org'), { code: 'ENOTFOUND' }));
    expect(await faultOf(send(open({ origins: ['https://api.example.test'], lookup }), 'https://api.example.test/ann@'))).toBe(
      'transient',
    );
  });

  it('is transient where the answer stops coming, before it or within it', async () => {
    const { origin } = await server({ body: '{"a":', hang: true });
    const silent = await startScriptedServer(() => undefined);
    closing.push(silent);
    const http = open({ origins: [origin, silent.origin], limits: { idleMs: 300 } });
    expect(await faultOf(send(http, silent.origin))).toBe('transient');
    expect(await faultOf(send(http, origin).then((reply) => reply.text()))).toBe('transient');
  });

  it('is transient where the answer breaks off', async () => {
    const { origin } = await server({ body: '{"a":', reset: true });
    const reply = await send(open({ origins: [origin] }), origin);
    expect(await faultOf(reply.text())).toBe('transient');
  });

  it('is of the contract where headers are larger than allowed', async () => {
    const { origin } = await server({ headers: { 'x-large': 'x'.repeat(2000) } });
    expect(await faultOf(send(open({ origins: [origin], limits: { headerBytes: 1000 } }), origin))).toBe('contract');
  });
});

describe('an abort', () => {
  it.each([
    ['before the answer', undefined],
    ['within the answer', { body: 'x', hang: true }],
  ] as const)('%s ends the request and its connection within a second', async (_when, reply) => {
    const started = await startScriptedServer(() => reply);
    closing.push(started);
    const abort = new AbortController();
    const http = open({ origins: [started.origin] });
    const work = http.send(get(started.origin), abort.signal).then((received) => received.text());
    await until(() => started.seen.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const since = Date.now();
    abort.abort();
    expect(await faultOf(work)).toBe('aborted');
    await until(() => started.open() === 0);
    expect(Date.now() - since).toBeLessThan(1000);
  });

  it('that came earlier sends nothing', async () => {
    const { origin, seen } = await server();
    expect(await faultOf(open({ origins: [origin] }).send(get(origin), AbortSignal.abort()))).toBe('aborted');
    expect(seen).toEqual([]);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
