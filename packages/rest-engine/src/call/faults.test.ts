import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import type { Authenticator } from '../auth/authenticator.js';
import { createAuthenticator } from '../auth/create-authenticator.js';
import {
  faultOf,
  testNetwork,
  testRequest,
  testVendor,
  virtualClock,
  type ScriptedReply,
  type ScriptedServer,
} from '../testing/index.js';

const network = testNetwork();
afterEach(() => network.close());

const fine: ScriptedReply = { body: { ok: true } };

describe('credentials that are refused in the middle (F3)', () => {
  it('are renewed once, and the request goes on', async () => {
    let valid = 't1';
    const { call, server } = await testVendor(
      network,
      ({ path, headers }) => {
        if (path === '/token') return { body: { access_token: valid } };
        return headers.authorization === `Bearer ${valid}` ? fine : { status: 401 };
      },
      { auth: tokens },
    );
    await call();
    valid = 't2';
    expect((await call()).reply.body).toEqual({ ok: true });
    expect(server.seen.map(({ path }) => path === '/token')).toEqual([true, false, false, true, false]);
  });

  it('are renewed once for all who were refused', async () => {
    let valid = 't1';
    const { caller, server } = await testVendor(
      network,
      ({ path, headers }) => {
        if (path === '/token') return { body: { access_token: valid } };
        return headers.authorization === `Bearer ${valid}` ? fine : { status: 401 };
      },
      { auth: tokens, limits: [] },
    );
    await caller.call(testRequest(server.origin));
    valid = 't2';
    await Promise.all(Array.from({ length: 20 }, () => caller.call(testRequest(server.origin))));
    expect(server.seen.filter(({ path }) => path === '/token')).toHaveLength(2);
  });

  it('are renewed no more than once', async () => {
    const { fault, server } = await testVendor(
      network,
      ({ path }) => (path === '/token' ? { body: { access_token: 't' } } : { status: 401 }),
      { auth: tokens },
    );
    expect((await fault()).errorClass).toBe('auth');
    expect(server.seen).toHaveLength(4);
  });

  it('are asked for again where the source of tokens fails for a moment', async () => {
    const { call } = await testVendor(
      network,
      ({ path, headers }) =>
        path === '/token'
          ? (tokenReplies.shift() ?? { status: 500 })
          : headers.authorization === 'Bearer t2'
            ? fine
            : { status: 401 },
      { auth: tokens },
    );
    const tokenReplies = [{ body: { access_token: 't1' } }, { status: 503 }, { body: { access_token: 't2' } }];
    expect(await call()).toMatchObject({ reply: { body: { ok: true } }, seconds: 1 });
  });

  function tokens({ origin }: ScriptedServer): Authenticator {
    const context = { http: network.open({ origins: [origin] }), clock: virtualClock(), signal: new AbortController().signal };
    const secret = (text: string): Secret<string> => new Secret(text);
    const { clientId, clientSecret, tokenUrl } = {
      clientId: secret('c'),
      clientSecret: secret('s'),
      tokenUrl: secret(`${origin}/token`),
    };
    const scheme = {
      type: 'client-credentials',
      tokenUrl,
      clientId,
      clientSecret,
      clientIn: 'basic',
      parameters: {},
      prefix: 'Bearer',
    } as const;
    return createAuthenticator({ ...scheme, scope: undefined, baseUrlFrom: undefined }, context);
  }
});

describe('a passing fault (F4)', () => {
  it.each([
    ['500', { status: 500 }],
    ['503', { status: 503, body: { error: 'ann@example.org' } }],
    ['408', { status: 408 }],
    ['a connection that breaks within the body', { body: '{"a":', reset: true }],
    ['JSON that breaks off', { body: '{"a":', headers: { 'content-type': 'application/json' } }],
    ['a page in place of JSON', { body: '<html>Bad gateway ann@example.org</html>', headers: { 'content-type': 'text/html' } }],
    ['nothing in place of JSON', { body: '' }],
  ])('is tried again: %s', async (_what, reply) => {
    const { call, server } = await testVendor(network, [reply, reply, reply, reply, fine]);
    expect(await call()).toMatchObject({ reply: { body: { ok: true } }, seconds: 1 + 2 + 4 + 8 });
    expect(server.seen).toHaveLength(5);
  });

  it('stands after five tries', async () => {
    const { fault, server } = await testVendor(network, [{ status: 500 }]);
    expect(await fault()).toMatchObject({ errorClass: 'transient', seconds: 15 });
    expect(server.seen).toHaveLength(5);
  });

  it('is waited out as its answer says', async () => {
    expect(await (await testVendor(network, [{ status: 503, headers: { 'retry-after': '30' } }, fine])).call()).toMatchObject({
      seconds: 30,
    });
  });

  it('counts each try toward the limits, and none while it waits', async () => {
    const { caller, clock, server } = await testVendor(network, [{ status: 500 }, fine], {
      limits: [{ concurrency: 1 }, { rate: 2, per: 10_000 }],
    });
    const replies = [1, 2].map(() => caller.call(testRequest(server.origin)));
    const since = clock.now();
    await clock.runUntil(Promise.all(replies));
    expect((clock.now() - since) / 1000).toBe(10.5);
    expect(server.seen).toHaveLength(3);
  });
});

describe('an abort', () => {
  it('ends a wait at once', async () => {
    const { caller, abort, server } = await testVendor(network, [{ status: 429, headers: { 'retry-after': '60' } }]);
    const work = faultOf(caller.call(testRequest(server.origin)));
    while (server.seen.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 100));
    abort.abort();
    expect((await work).errorClass).toBe('aborted');
  });
});

describe('a file', () => {
  const bytesOf = async (bytes: AsyncIterable<Uint8Array>): Promise<string> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };

  it('is its bytes, and a request under way until they have come', async () => {
    const { caller, server } = await testVendor(network, [{ body: '%PDF', headers: { 'content-type': 'application/pdf' } }], {
      limits: [{ concurrency: 1 }],
    });
    const file = await caller.download(testRequest(server.origin));
    const next = caller.download(testRequest(server.origin));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.seen).toHaveLength(1);
    expect([file.status, file.isEmpty, file.header('content-type'), await bytesOf(file.bytes())]).toEqual([
      200,
      false,
      'application/pdf',
      '%PDF',
    ]);
    expect(await bytesOf((await next).bytes())).toBe('%PDF');
  });

  it('is none where the source says so, and a fault otherwise', async () => {
    const { caller, server } = await testVendor(network, [{ status: 404 }, { status: 204 }, { status: 403 }]);
    const on = { 404: 'empty' } as const;
    for (const status of [404, 204]) {
      const file = await caller.download(testRequest(server.origin), { on });
      expect([file.status, file.isEmpty, await bytesOf(file.bytes())]).toEqual([status, true, '']);
    }
    expect((await faultOf(caller.download(testRequest(server.origin), { on }))).errorClass).toBe('permission');
  });

  it('that breaks off is a passing fault, told to who reads it', async () => {
    const { caller, server } = await testVendor(network, [{ body: 'x', reset: true }]);
    const file = await caller.download(testRequest(server.origin));
    expect((await faultOf(bytesOf(file.bytes()))).errorClass).toBe('transient');
  });

  it('is asked for without credentials at a host of files', async () => {
    const files = await network.server([{ body: 'file' }]);
    const bearer = (): Authenticator =>
      createAuthenticator(
        { type: 'bearer', token: new Secret('s3cr3t') },
        { http: network.open({ origins: [] }), clock: virtualClock(), signal: new AbortController().signal },
      );
    const { caller, server } = await testVendor(network, [{ body: 'file' }], { auth: bearer, fileHosts: [files.origin] });
    for (const { origin } of [files, server]) await bytesOf((await caller.download(testRequest(origin))).bytes());
    expect([files.seen[0]!.headers.authorization, server.seen[0]!.headers.authorization]).toEqual([undefined, 'Bearer s3cr3t']);
  });
});
