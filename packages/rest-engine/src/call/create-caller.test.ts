import { afterEach, describe, expect, it } from '@jest/globals';
import { testNetwork, testRequest, testVendor, type ScriptedReply } from '../testing/index.js';

const network = testNetwork();
afterEach(() => network.close());

const fine: ScriptedReply = { body: { ok: true } };

describe('a reply', () => {
  it('is its JSON, with its headers', async () => {
    const { call } = await testVendor(network, [{ body: '{"id":12345678901234567890}', headers: { 'x-total': '1' } }]);
    const { reply } = await call();
    expect([reply.status, reply.isEmpty, reply.body, reply.header('X-Total')]).toEqual([
      200,
      false,
      { id: '12345678901234567890' },
      '1',
    ]);
  });

  it.each([
    [400, 'contract'],
    [401, 'auth'],
    [402, 'contract'],
    [403, 'permission'],
    [404, 'not-found'],
    [409, 'contract'],
    [410, 'not-found'],
    [304, 'contract'],
  ] as const)('of status %i is a fault of class %s, at once', async (status, errorClass) => {
    const { fault, server } = await testVendor(network, [{ status, ...(status !== 304 && { body: 'ann@example.org' }) }]);
    expect(await fault()).toEqual({ errorClass, retryAfterMs: undefined, seconds: 0 });
    expect(server.seen).toHaveLength(1);
  });

  it('says that there is nothing where its status says so, everywhere or to this request', async () => {
    const { call } = await testVendor(network, [{ status: 204 }, { status: 404 }, { status: 410 }]);
    const on = { 404: 'empty', 410: 'empty' } as const;
    for (const status of [204, 404, 410]) {
      expect((await call({ on })).reply).toMatchObject({ status, isEmpty: true, body: null });
    }
  });

  it('that a request was taken needs no body, and is no reply without one otherwise', async () => {
    const on = { 202: 'taken' } as const;
    const { call, fault } = await testVendor(network, [{ status: 202 }, { status: 202, body: { id: 7 } }, { status: 202 }]);
    expect((await call({ on })).reply).toMatchObject({ status: 202, isEmpty: false, body: null });
    expect((await call({ on })).reply).toMatchObject({ isEmpty: false, body: { id: 7 } });
    expect((await fault()).errorClass).toMatch(/contract|transient/u);
  });
});

describe('a throttle (F1)', () => {
  const responses = {
    wait: [
      { header: 'X-Reset', holds: 'epoch-seconds' },
      { header: 'X-Delta', holds: 'seconds' },
    ],
  };
  const epoch = Date.UTC(2024, 0, 1) / 1000;

  it.each([
    ['seconds', { 'retry-after': '7' }, 7],
    ['a date', { 'retry-after': 'Mon, 01 Jan 2024 00:00:09 GMT' }, 9],
    ['an epoch', { 'x-reset': String(epoch + 11) }, 11],
    ['a span', { 'x-delta': '13' }, 13],
    ['a span after an epoch that is past', { 'x-reset': String(epoch - 1), 'x-delta': '13' }, 13],
    ['nothing', {}, 1],
    ['no time at all', { 'retry-after': '0' }, 1],
  ])('is waited out as %s says', async (_what, headers, seconds) => {
    const { call, server } = await testVendor(network, [{ status: 429, headers }, fine], { responses });
    expect(await call()).toMatchObject({ reply: { body: { ok: true } }, seconds });
    expect(server.seen).toHaveLength(2);
  });

  it('of which nobody says how long is waited out twice as long each time, and then told', async () => {
    const { fault, server } = await testVendor(network, [{ status: 429 }]);
    const { errorClass, retryAfterMs, seconds } = await fault();
    expect([errorClass, retryAfterMs]).toEqual(['throttle', 60_000]);
    expect(server.seen.length).toBe(10);
    expect(seconds).toBe(1 + 2 + 4 + 8 + 16 + 32 + 60 + 60 + 60);
  });

  it('that would last too long is told at once, with its length (F6)', async () => {
    const { fault, server } = await testVendor(network, [{ status: 429, headers: { 'retry-after': '301' } }]);
    expect(await fault()).toEqual({ errorClass: 'throttle', retryAfterMs: 301_000, seconds: 0 });
    expect(server.seen).toHaveLength(1);
  });

  it('lasts as long as the manifest bears with it', async () => {
    const long = [{ status: 429, headers: { 'retry-after': '900' } }, fine];
    expect(await (await testVendor(network, long, { responses: { most: '20m' } })).call()).toMatchObject({ seconds: 900 });
  });

  it('holds back other requests of its scope', async () => {
    const { caller, clock, server } = await testVendor(network, [{ status: 429, headers: { 'retry-after': '60' } }, fine]);
    const request = testRequest(server.origin);
    const first = caller.call(request, { scope: 'search' });
    while (server.seen.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const second = caller.call(request, { scope: 'search' });
    await caller.call(request, { scope: 'files' });
    expect(server.seen).toHaveLength(2);
    await clock.runUntil(Promise.all([first, second]));
    expect(server.seen).toHaveLength(4);
  });
});

describe('a status that means several things (F2, F7)', () => {
  const mailchimp = { rules: [{ status: 403, json: false, means: 'throttle' }] };
  const salesforce = { rules: [{ status: 403, at: '0.errorCode', is: 'REQUEST_LIMIT_EXCEEDED', means: 'quota' }] };
  const graphql = {
    rules: [
      { status: 200, at: 'errors[].extensions.code', is: ['RATE_LIMITED', 429], means: 'throttle' },
      { status: [200, 201], at: 'errors', means: 'contract' },
    ],
  };

  it('403 without JSON is a throttle, with JSON a refusal', async () => {
    expect(
      await (await testVendor(network, [{ status: 403, body: 'Forbidden' }, fine], { responses: mailchimp })).call(),
    ).toMatchObject({
      seconds: 1,
    });
    const { errorClass } = await (
      await testVendor(network, [{ status: 403, body: { title: 'no' } }], { responses: mailchimp })
    ).fault();
    expect(errorClass).toBe('permission');
  });

  it('403 with a code is a budget that is used up, and not tried again', async () => {
    const { fault, server } = await testVendor(network, [{ status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED' }] }], {
      responses: salesforce,
    });
    expect((await fault()).errorClass).toBe('quota');
    expect(server.seen).toHaveLength(1);
    const other = await testVendor(network, [{ status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS' }] }], {
      responses: salesforce,
    });
    expect((await other.fault()).errorClass).toBe('permission');
  });

  it('200 with errors is a fault, or a throttle by its code', async () => {
    const throttled = { body: { errors: [{ message: 'ann@example.org', extensions: { code: 'RATE_LIMITED' } }] } };
    expect(await (await testVendor(network, [throttled, fine], { responses: graphql })).call()).toMatchObject({ seconds: 1 });
    const failed = { body: { data: null, errors: [{ message: 'ann@example.org' }] } };
    expect((await (await testVendor(network, [failed], { responses: graphql })).fault()).errorClass).toBe('contract');
    const harmless = { body: { data: {}, errors: null } };
    expect((await (await testVendor(network, [harmless], { responses: graphql })).call()).reply.body).toEqual({
      data: {},
      errors: null,
    });
  });

  it('is read by its rules before what the request says of it, so that a throttle is never “nothing there”', async () => {
    const { call } = await testVendor(
      network,
      [
        { status: 403, body: 'x' },
        { status: 403, body: {} },
      ],
      { responses: mailchimp },
    );
    expect(await call({ on: { 403: 'empty' } })).toMatchObject({ reply: { isEmpty: true }, seconds: 1 });
  });

  it('may say that there is nothing, or nothing yet, where something is not there', async () => {
    const responses = {
      rules: [
        { status: 200, at: 'data', is: null, means: 'empty' },
        { status: 200, at: 'data', exists: false, means: 'transient' },
      ],
    };
    const { call } = await testVendor(network, [{ body: {} }, { body: { data: null } }], { responses });
    expect(await call()).toMatchObject({ reply: { isEmpty: true }, seconds: 1 });
  });
});
