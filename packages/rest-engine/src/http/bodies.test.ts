import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { faultClassOf, send, testNetwork, type ScriptedReply } from '../testing/index.js';
import type { HttpReply } from './http.js';

const network = testNetwork();
afterEach(() => network.close());

/** Bytes that do not compress. */
function noise(size: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(size / 32) }, (_block, index) =>
    createHash('sha256').update(String(index)).digest(),
  );
  return Buffer.concat(blocks).subarray(0, size);
}

async function replyTo(reply: ScriptedReply, limits = {}): Promise<HttpReply> {
  const { origin } = await network.server([reply]);
  return send(network.open({ origins: [origin], limits }), origin);
}

async function sizeOf(bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of bytes) size += chunk.byteLength;
  return size;
}

const encoded = (encoding: string, body: Uint8Array): ScriptedReply => ({ headers: { 'content-encoding': encoding }, body });

describe('a compressed body', () => {
  const text = JSON.stringify({ name: 'Zoë', rows: Array.from({ length: 500 }, (_row, id) => ({ id })) });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['identity', (body: Buffer) => body],
  ] as readonly (readonly [string, (body: Buffer) => Buffer])[])('is read as what it was: %s', async (encoding, compress) => {
    expect(await (await replyTo(encoded(encoding, compress(Buffer.from(text))))).text()).toBe(text);
  });

  it.each(['gzip', 'deflate', 'br'])('of nothing is nothing, or fails: %s', async (encoding) => {
    const reply = await replyTo(encoded(encoding, Buffer.alloc(0)));
    const outcome = await reply.text().catch((error: unknown) => (error as { errorClass: string }).errorClass);
    expect(['', 'transient']).toContain(outcome);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('that breaks off, or is damaged, is a passing fault: %s', async (encoding, compress) => {
    const body = compress(noise(10_000));
    expect(await faultClassOf((await replyTo(encoded(encoding, body.subarray(0, 5000)))).text())).toBe('transient');
    expect(await faultClassOf((await replyTo(encoded(encoding, Buffer.from('no such thing')))).text())).toBe('transient');
  });

  it('in an encoding that was not asked for is refused', async () => {
    expect(await faultClassOf((await replyTo(encoded('zstd', Buffer.from('x')))).text())).toBe('contract');
    expect(await faultClassOf((await replyTo(encoded('gzip, gzip', gzipSync(gzipSync(text))))).text())).toBe('contract');
  });
});

describe('a decompression bomb (X5)', () => {
  const zeros = Buffer.alloc(30_000_000);

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
  ] as const)('is left alone, as a text and as a file: %s', async (encoding, compress) => {
    const { origin } = await network.server([encoded(encoding, compress(zeros))]);
    const http = network.open({ origins: [origin] });
    expect(await faultClassOf((await send(http, origin)).text())).toBe('contract');
    expect(await faultClassOf(sizeOf((await send(http, origin)).bytes()))).toBe('contract');
  });

  it('is not seen in a small answer that compresses well', async () => {
    const body = Buffer.alloc(900_000, '[]');
    expect(await (await replyTo(encoded('gzip', gzipSync(body)))).text()).toHaveLength(900_000);
  });
});

describe('a large body', () => {
  it('is refused as a text beyond what is allowed, compressed or not', async () => {
    const body = noise(200_000);
    const limits = { textBytes: 199_999 };
    expect(await faultClassOf((await replyTo({ body }, limits)).text())).toBe('contract');
    expect(await faultClassOf((await replyTo(encoded('gzip', gzipSync(body)), limits)).text())).toBe('contract');
    expect(await (await replyTo({ body }, { textBytes: 200_000 })).text()).not.toBe('');
  });

  it('is streamed as a file, without being held in memory', async () => {
    const size = 200_000_000;
    const chunk = noise(1_000_000);
    const server = createHttpServer((_request, response) => {
      Readable.from(Array.from({ length: size / chunk.length }, () => chunk)).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const before = process.memoryUsage.rss();
    let most = 0;
    let received = 0;
    for await (const bytes of (await send(network.open({ origins: [origin] }), origin)).bytes()) {
      received += bytes.byteLength;
      most = Math.max(most, process.memoryUsage.rss() - before);
    }
    server.close();
    expect(received).toBe(size);
    expect(most).toBeLessThan(150_000_000);
  });

  it('ends with its connection where nobody wants the rest', async () => {
    const server = await network.server([{ body: Buffer.alloc(20_000_000) }]);
    const reply = await send(network.open({ origins: [server.origin] }), server.origin);
    const since = Date.now();
    for await (const _bytes of reply.bytes()) break;
    while (server.open() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(Date.now() - since).toBeLessThan(1000);
  });
});

describe('a body that is left where it is', () => {
  it('leaves its connection for the next request, where it is short', async () => {
    const { origin, connections } = await network.server([{ body: 'short' }]);
    const http = network.open({ origins: [origin] });
    for (let sent = 0; sent < 6; sent += 1) await (await send(http, origin)).discard();
    expect(connections()).toBeLessThanOrEqual(2);
  });

  it('tells no fault where it breaks off, for nobody wanted it', async () => {
    const reply = await replyTo({ body: 'x', reset: true });
    await expect(reply.discard()).resolves.toBeUndefined();
  });
});

describe('a text', () => {
  it.each([
    ['text/plain; charset=ISO-8859-1', Buffer.from([0xe9]), 'é'],
    ['text/plain; charset="iso-8859-2"', Buffer.from([0xb3]), 'ł'],
    ['application/json', Buffer.from('\uFEFF"é"'), '"é"'],
  ])('is decoded as its type says: %s', async (type, body, text) => {
    expect(await (await replyTo({ headers: { 'content-type': type }, body })).text()).toBe(text);
  });

  it('of nobody’s interest that breaks off harms nothing', async () => {
    await replyTo({ body: 'x', reset: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await (await replyTo({ body: 'y' })).text()).toBe('y');
  });

  it('in an encoding that nobody knows is refused', async () => {
    const reply = await replyTo({ headers: { 'content-type': 'text/plain; charset=klingon' }, body: 'x' });
    expect(await faultClassOf(reply.text())).toBe('contract');
  });

  it('knows headers of one name together', async () => {
    const reply = await replyTo({ headers: { link: ['<a>', '<b>'] } });
    expect([reply.header('Link'), reply.header('x-none')]).toEqual(['<a>, <b>', undefined]);
    await reply.discard();
  });
});
