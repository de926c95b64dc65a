import { afterEach, describe, expect, it } from '@jest/globals';
import { faultClassOf, faultOf, send, startScriptedServer, testNetwork, testRequest } from '../testing/index.js';

const network = testNetwork();
afterEach(() => network.close());

describe('a request', () => {
  it('reaches a declared origin, with its headers and its body', async () => {
    const { origin, seen } = await network.server([{ body: { name: 'Ann' }, headers: { 'X-Total': '1' } }]);
    const reply = await send(network.open({ origins: [origin] }), `${origin}/people?email=ann@example.org`, {
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
    const { origin } = await network.server([{ status: 404, body: 'none' }]);
    const reply = await send(network.open({ origins: [origin] }), origin);
    expect([reply.status, await reply.text()]).toEqual([404, 'none']);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])('is never a %s', async (method) => {
    const { origin, connections } = await network.server([]);
    expect(await faultClassOf(send(network.open({ origins: [origin] }), origin, { method: method as 'GET' }))).toBe('contract');
    expect(connections()).toBe(0);
  });

  it('that only reads has no body', async () => {
    const { origin } = await network.server([]);
    expect(await faultClassOf(send(network.open({ origins: [origin] }), origin, { body: 'x' }))).toBe('contract');
  });

  it('cannot smuggle a header in', async () => {
    const { origin, seen } = await network.server([]);
    expect(
      await faultClassOf(send(network.open({ origins: [origin] }), origin, { headers: { 'x-key': 's3cr3t\r\nx-other: 1' } })),
    ).toBe('contract');
    expect(seen).toEqual([]);
  });
});

describe('a fault of the network', () => {
  it('is transient where nobody listens', async () => {
    const gone = await startScriptedServer();
    await gone.close();
    expect(await faultClassOf(send(network.open({ origins: [gone.origin] }), gone.origin))).toBe('transient');
  });

  it('is transient where a name has no address', async () => {
    const lookup = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('ENOTFOUND ann@example.org'), { code: 'ENOTFOUND' }));
    expect(
      await faultClassOf(send(network.open({ origins: ['https://api.example.test'], lookup }), 'https://api.example.test/ann@')),
    ).toBe('transient');
  });

  it('is transient where the answer stops coming, before it or within it', async () => {
    const { origin } = await network.server([{ body: '{"a":', hang: true }]);
    const silent = await network.server(() => undefined);
    const http = network.open({ origins: [origin, silent.origin], limits: { idleMs: 300 } });
    expect(await faultClassOf(send(http, silent.origin))).toBe('transient');
    expect(await faultClassOf(send(http, origin).then((reply) => reply.text()))).toBe('transient');
  });

  it('is transient where the answer breaks off', async () => {
    const { origin } = await network.server([{ body: '{"a":', reset: true }]);
    const reply = await send(network.open({ origins: [origin] }), origin);
    expect(await faultClassOf(reply.text())).toBe('transient');
  });

  it('is told in words that help, with nothing of what was asked', async () => {
    const lookup = (): Promise<never> => Promise.reject(Object.assign(new Error('no ann@example.org'), { code: 'ENOTFOUND' }));
    const { message } = await faultOf(
      send(network.open({ origins: ['https://api.example.test'], lookup }), 'https://api.example.test/ann@'),
    );
    expect(message).toBe('contacts.search: the host has no address.');
  });

  it('is of the contract where headers are larger than allowed', async () => {
    const { origin } = await network.server([{ headers: { 'x-large': 'x'.repeat(2000) } }]);
    expect(await faultClassOf(send(network.open({ origins: [origin], limits: { headerBytes: 1000 } }), origin))).toBe('contract');
  });
});

describe('an abort', () => {
  it.each([
    ['before the answer', undefined],
    ['within the answer', { body: 'x', hang: true }],
  ] as const)('%s ends the request and its connection within a second', async (_when, reply) => {
    const started = await network.server(() => reply);
    const abort = new AbortController();
    const http = network.open({ origins: [started.origin] });
    const work = http.send(testRequest(started.origin), abort.signal).then((received) => received.text());
    await until(() => started.seen.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const since = Date.now();
    abort.abort();
    expect(await faultClassOf(work)).toBe('aborted');
    await until(() => started.open() === 0);
    expect(Date.now() - since).toBeLessThan(1000);
  });

  it('that came earlier sends nothing', async () => {
    const { origin, seen } = await network.server([]);
    expect(await faultClassOf(network.open({ origins: [origin] }).send(testRequest(origin), AbortSignal.abort()))).toBe(
      'aborted',
    );
    expect(seen).toEqual([]);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
