import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleRequest } from '@habeas/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { KeptBlob } from './kept-blobs.js';
import { type DurableStore, openStore } from './open-store.js';

const ARCHIVE = { blob: 'archive/1', bytes: 10, sha256: 'a'.repeat(64), records: 1, files: 0 };
const SEGMENT = {
  controller: 'acme',
  request: 'request-1',
  source: 'crm',
  collection: 'person',
  number: 1,
  records: 10,
  files: 2,
};
const AT = new Date('2030-01-01T00:00:00.000Z');

describe('the blobs that a store counts on', () => {
  let folder: string;
  let store: DurableStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-kept-'));
    store = await openStore({ url: `sqlite:${join(folder, 'store.sqlite')}` });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function all(): Promise<readonly KeptBlob[]> {
    const blobs: KeptBlob[] = [];
    for await (const blob of store.keptBlobs.all()) blobs.push(blob);
    return blobs;
  }

  it('are none of requests that hold nothing, or whose key was destroyed', async () => {
    await store.transact(async ({ requests }) => {
      await requests.add(sampleRequest());
      await requests.add(sampleRequest({ id: 'request-2', reference: '2026-0002', archive: ARCHIVE }));
      await requests.add(sampleRequest({ id: 'request-3', reference: '2026-0003', dataKey: 'wrapped' }));
    });
    expect(await all()).toEqual([]);
  });

  it('are the index, the memory, the segments of the last search, and the archive, which has to come to its hash', async () => {
    const own = { dataKey: 'wrapped', evidenceIndex: 'index', searchMemory: 'memory', archive: ARCHIVE, generation: 'one' };
    await store.transact(async ({ requests, evidence }) => {
      await requests.add(sampleRequest(own));
      await evidence.addSegment({ ...SEGMENT, generation: 'one', blob: 'segment-one' });
      await evidence.addSegment({ ...SEGMENT, generation: 'older', blob: 'segment-older' });
    });
    const found = await all();
    expect(found.map(({ name }) => name)).toEqual(['index', 'memory', 'segment-one', 'archive/1']);
    expect(found.at(-1)).toEqual({
      ...{ controller: 'acme', request: 'request-1', dataKey: 'wrapped', name: 'archive/1', archive: ARCHIVE },
    });
  });

  it('are those of every request, also where these are more than are read at once', async () => {
    await store.transact(async ({ requests }) => {
      for (let index = 0; index < 201; index += 1) {
        const number = String(index).padStart(4, '0');
        await requests.add(sampleRequest({ id: `r${number}`, reference: number, dataKey: 'wrapped', evidenceIndex: 'index' }));
      }
    });
    expect(new Set((await all()).map(({ request }) => request)).size).toBe(201);
  });

  it('are what other controllers have sent, as long as it is kept', async () => {
    const sent = {
      controller: 'acme',
      sender: 'union',
      attempts: 1,
      bytes: 7,
      sha256: 'b'.repeat(64),
      begunAt: AT,
      expiresAt: AT,
    };
    const kept = { ...sent, state: 'kept' as const, blob: 'received/1', dataKey: 'wrapped', isStored: true, receivedAt: AT };
    await store.transact(async ({ received }) => {
      await received.add({ ...kept, id: 'rcv-1', offered: 'tra-1' });
      await received.add({ ...sent, id: 'rcv-2', offered: 'tra-2', state: 'expired', isStored: false });
    });
    expect(await all()).toEqual([
      {
        ...{ controller: 'acme', request: 'rcv-1', dataKey: 'wrapped', name: 'received/1' },
        archive: { blob: 'received/1', bytes: 7, sha256: 'b'.repeat(64) },
      },
    ]);
  });
});
