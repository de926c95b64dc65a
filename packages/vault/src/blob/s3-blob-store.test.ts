import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { Secret } from '@habeas/connector-sdk';
import { describeBlobStore } from '../../test/blob-store-contract.js';
import { bytesOf, inPieces, itemsOf, patterned } from '../../test/making.js';
import { fault, StrictS3Server, type Answer, type S3Call } from '../../test/strict-s3-server.js';
import { S3BlobStore } from './s3-blob-store.js';

const MIB = 1024 * 1024;

function storeAt(endpoint: string, prefix?: string): Promise<S3BlobStore> {
  return S3BlobStore.open({
    bucket: 'habeas-test',
    region: 'eu-central-1',
    endpoint,
    pathStyle: true,
    credentials: { accessKeyId: 'tester', secretAccessKey: new Secret('correct-horse') },
    ...(prefix === undefined ? {} : { prefix }),
  });
}

describeBlobStore('S3BlobStore, with a strict server', async () => {
  const server = new StrictS3Server();
  const store = await storeAt(await server.start(), 'habeas/');
  return {
    store,
    leftovers: () => Promise.resolve(server.uploads.size),
    async dispose() {
      store.close();
      await server.stop();
    },
  };
});

describe('blobs in S3', () => {
  let server: StrictS3Server;
  let endpoint: string;
  let store: S3BlobStore;
  beforeEach(async () => {
    server = new StrictS3Server();
    endpoint = await server.start();
    store = await storeAt(endpoint);
  });
  afterEach(async () => {
    store.close();
    await server.stop();
  });

  it('keep to their prefix', async () => {
    const other = await storeAt(endpoint, 'elsewhere/');
    await store.put('a', inPieces(patterned(3)));
    await other.put('b', inPieces(patterned(3)));
    expect([...server.objects.keys()]).toEqual(['a', 'elsewhere/b']);
    expect(await itemsOf(other.list(''))).toEqual(['b']);
    expect(await other.stat('a')).toBeUndefined();
    other.close();
  });

  it('are not opened where the bucket is missing, refused or not to be reached', async () => {
    for (const status of [404, 403]) {
      server.intercept = () => ({ status });
      await expect(storeAt(endpoint)).rejects.toMatchObject({ code: 'blob-unavailable' });
    }
    await expect(storeAt('http://127.0.0.1:1')).rejects.toMatchObject({ code: 'blob-unavailable' });
  });

  it.each([100, 9 * MIB])('of %d bytes are never replaced by a writer that comes second', async (length) => {
    // The other one is quicker: it writes between this one's look and this one's upload.
    const winner = Buffer.alloc(length, 1);
    const write = (bytes: Buffer) => async (): Promise<unknown> => {
      server.objects.clear();
      let raced = false;
      server.intercept = ({ method, key }) => {
        if (method === 'HEAD' && !raced) {
          raced = true;
          server.objects.set(key, winner);
          return fault(404, 'NoSuchKey');
        }
        return undefined;
      };
      return store.put('race', inPieces(bytes));
    };
    await expect(write(winner)()).resolves.toEqual({ size: length });
    await expect(write(Buffer.alloc(length, 2))()).rejects.toMatchObject({ code: 'blob-conflict' });
    expect(server.objects.get('race')?.equals(winner)).toBe(true);
    expect(server.uploads.size).toBe(0);
    expect(server.calls.filter(({ headers }) => headers['if-none-match'] === '*').length).toBeGreaterThanOrEqual(2);
  });

  it('ask to be tried again where somebody else is writing at this moment', async () => {
    server.intercept = ({ method }) => (method === 'PUT' ? fault(409, 'ConditionalRequestConflict') : undefined);
    await expect(store.put('a', inPieces(patterned(3)))).rejects.toMatchObject({ code: 'blob-unavailable' });
  });

  it('survive a server that fails or hangs up now and then', async () => {
    let call = 0;
    server.intercept = () => (['hang-up', fault(503, 'SlowDown'), undefined] as const)[(call += 1) % 3];
    await store.put('a', inPieces(patterned(1000)));
    expect((await bytesOf(store.open('a'))).equals(patterned(1000))).toBe(true);
    await store.delete('a');
    expect(server.objects.size).toBe(0);
  });

  it.each(['refuses', 'hangs up'])('are unavailable, not missing, where the server %s', async (how) => {
    const refusal = ({ method }: S3Call): Answer => (method === 'HEAD' ? { status: 403 } : fault(403, 'AccessDenied'));
    server.intercept = (call) => (how === 'refuses' ? refusal(call) : 'hang-up');
    const requests: readonly (() => Promise<unknown>)[] = [
      () => store.stat('a'),
      () => bytesOf(store.open('a')),
      () => store.put('a', inPieces(patterned(3))),
      () => store.delete('a'),
      () => itemsOf(store.list('')),
      () => store.sweep(new Date()),
    ];
    for (const ask of requests) await expect(ask()).rejects.toMatchObject({ code: 'blob-unavailable' });
  });

  it('are unavailable where the bucket is not there', async () => {
    server.intercept = ({ method }) => (method === 'HEAD' ? undefined : fault(404, 'NoSuchBucket'));
    await expect(bytesOf(store.open('a'))).rejects.toMatchObject({ code: 'blob-unavailable' });
    await expect(store.put('a', inPieces(patterned(3)))).rejects.toMatchObject({ code: 'blob-unavailable' });
    await expect(store.delete('a')).rejects.toMatchObject({ code: 'blob-unavailable' });
  });

  it('leave nothing begun where the upload of a part fails', async () => {
    server.intercept = ({ query }) => (query.get('partNumber') === '2' ? fault(400, 'BadDigest') : undefined);
    await expect(store.put('a', inPieces(patterned(20 * MIB)))).rejects.toMatchObject({ code: 'blob-unavailable' });
    expect(server.uploads.size).toBe(0);
    expect(server.objects.size).toBe(0);
  });

  it('say that there is no space left', async () => {
    server.intercept = ({ method }) => (method === 'PUT' ? fault(400, 'QuotaExceeded') : undefined);
    await expect(store.put('a', inPieces(patterned(3)))).rejects.toMatchObject({ code: 'blob-full' });
  });

  it('cut on their way are refused, not taken for shorter', async () => {
    server.intercept = ({ method }) => (method === 'GET' ? { status: 200, body: patterned(10), cut: true } : undefined);
    await expect(bytesOf(store.open('a'))).rejects.toMatchObject({ code: 'blob-unavailable' });
    server.intercept = ({ method }) => (method === 'HEAD' ? { status: 200, headers: { 'content-length': '' } } : undefined);
    await expect(store.stat('a')).rejects.toMatchObject({ code: 'blob-unavailable' });
  });

  it('are deleted though the server says that there was nothing', async () => {
    server.intercept = ({ method }) => (method === 'DELETE' ? fault(404, 'NoSuchKey') : undefined);
    await expect(store.delete('a')).resolves.toBeUndefined();
  });

  it('are swept of uploads that were begun long ago and never ended', async () => {
    const begun = (day: string): void => {
      server.uploads.set(`upload-${day}`, { key: `x-${day}`, begunAt: new Date(day), parts: new Map() });
    };
    for (const day of ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05']) begun(day);
    expect(await store.sweep(new Date('2024-01-04'))).toBe(3);
    expect([...server.uploads.keys()]).toEqual(['upload-2024-01-04', 'upload-2024-01-05']);
  });

  it('do not print the credentials', () => {
    expect(inspect(store, { depth: 9, showHidden: true })).not.toContain('correct-horse');
  });
});
