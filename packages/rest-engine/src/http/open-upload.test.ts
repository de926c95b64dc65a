import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openUpload, type Uploader, type UploadOptions } from './open-upload.js';

const servers: Server[] = [];
const uploaders: Uploader[] = [];
afterEach(async () => {
  for (const uploader of uploaders.splice(0)) await uploader.close();
  for (const server of servers.splice(0)) server.close();
});

interface Put {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly type: string | undefined;
  readonly text: string;
}

/** A server that keeps what is put into it. */
async function place(answer: (response: ServerResponse) => void = (response) => response.writeHead(201).end('{}')) {
  const kept: Put[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const { method, url: path, headers } = request;
    kept.push({ method, path, type: headers['content-type'], text: Buffer.concat(parts).toString() });
    answer(response);
  };
  const server = createServer((request, response) => void take(request, response).catch(() => undefined));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { kept, origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
}

function uploader(origin: string, options: Partial<UploadOptions> = {}): Uploader {
  const opened = openUpload({ origin, privateNetworks: ['127.0.0.0/8'], insecure: true, ...options });
  uploaders.push(opened);
  return opened;
}

async function* parts(...texts: readonly string[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

function put(
  to: Uploader,
  url: string,
  content: AsyncIterable<Uint8Array> = parts('one ', 'two'),
  signal = new AbortController().signal,
) {
  return to.put({ label: 'a file', url: new URL(url), headers: { 'content-type': 'application/zip' }, content }, signal);
}

describe('a file that is put somewhere (R65)', () => {
  it('goes as a stream, once, and the answer can be read', async () => {
    const { kept, origin } = await place();
    const reply = await put(uploader(origin), `${origin}/files/1?a=b`);
    expect([reply.status, await reply.text()]).toEqual([201, '{}']);
    expect(kept).toEqual([{ method: 'PUT', path: '/files/1?a=b', type: 'application/zip', text: 'one two' }]);
  });

  it('goes nowhere else than to its origin, and not to this machine unless that is allowed', async () => {
    const { kept, origin } = await place();
    await expect(put(uploader(origin), 'https://example.org/files/1')).rejects.toMatchObject({ errorClass: 'egress' });
    await expect(put(uploader(origin, { privateNetworks: [] }), `${origin}/1`)).rejects.toMatchObject({ errorClass: 'egress' });
    expect(() => openUpload({ origin })).toThrow(expect.objectContaining({ errorClass: 'contract' }));
    expect(kept).toEqual([]);
  });

  it('follows no redirect', async () => {
    const { kept, origin } = await place((response) => response.writeHead(307, { location: '/other' }).end());
    const reply = await put(uploader(origin), `${origin}/1`);
    await reply.discard();
    expect([reply.status, kept.length]).toEqual([307, 1]);
  });

  it('fails with its own fault where it cannot be read, and with a passing one where nobody is there', async () => {
    const { origin } = await place();
    const broken = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      yield Buffer.from('one');
      await Promise.resolve();
      throw new RangeError('the file is broken');
    };
    await expect(put(uploader(origin), `${origin}/1`, broken())).rejects.toThrow(RangeError);
    const nothing = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      yield Buffer.from('one');
      await Promise.reject('no error at all'); // eslint-disable-line @typescript-eslint/prefer-promise-reject-errors -- what else is thrown
    };
    await expect(put(uploader(origin), `${origin}/1`, nothing())).rejects.toMatchObject({ errorClass: 'contract' });
    const closed = 'http://127.0.0.1:9';
    await expect(put(uploader(closed), `${closed}/1`)).rejects.toMatchObject({ errorClass: 'transient' });
  });

  it('ends with its signal', async () => {
    const { origin } = await place();
    const stop = new AbortController();
    stop.abort();
    await expect(put(uploader(origin), `${origin}/1`, parts('x'), stop.signal)).rejects.toMatchObject({ errorClass: 'aborted' });
  });
});
