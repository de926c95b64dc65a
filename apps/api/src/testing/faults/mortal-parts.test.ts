import fileSystem from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { WEBHOOK_EVENTS, type WebhookCall } from '@habeas/core';
import { sampleEntry, sampleStep } from '@habeas/core/testing';
import { DirectoryBlobStore, FileKeyring } from '@habeas/vault';
import { openStore } from '../../persistence/index.js';
import { KeyVault } from '../../vault/key-vault.js';
import { HttpWebhookSender } from '../../webhooks/http-webhook-sender.js';
import { webhookReceiver } from '../webhook-receiver.js';
import { FIRST_START_POINTS } from './fault-points.js';
import { makeMortal } from './mortal-parts.js';

const STEP = sampleStep(new Date(0));
const { link, rename } = fileSystem;
const came: string[] = [];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-mortal-'));
  makeMortal((point) => came.push(point));
});
afterAll(async () => {
  Object.assign(fileSystem, { link, rename }); // other tests may have this process after this one
  await rm(folder, { recursive: true });
});

/** What it came by since the last look. */
const points = (): readonly string[] => came.splice(0);

it('a store comes by its migrations, and by the begin and the end of what it commits', async () => {
  const store = await openStore({ url: 'sqlite::memory:' });
  expect(points()).toEqual(FIRST_START_POINTS.filter((point) => point.startsWith('migration.')));
  await store.transact(({ audit }) => audit.add(sampleEntry({ action: 'request.open' })));
  expect(points()).toEqual(['request.open.before-commit', 'request.open.after-commit']);
  await store.transact(({ steps, now }) => steps.add({ ...STEP, dueAt: now }));
  expect(points()).toEqual([]);
  const claim = await store.claim({ worker: 'w', leaseMs: 1_000, kinds: [STEP.kind] });
  expect(points()).toEqual([`claim.${STEP.kind}`]);
  await store.transact(({ steps }) => steps.end(claim!, { state: 'done' }));
  expect(points()).toEqual([`${STEP.kind}.before-commit`, `${STEP.kind}.after-commit`]);
  await store.trail.sequence();
  await store.trail.sequence();
  expect(points()).toEqual(['trail.sequence.before', 'trail.sequence.after', 'trail.sequence.before']);
  await store.close();
});

it('a vault comes by its keys and its blobs', async () => {
  const keys = await FileKeyring.create(join(folder, 'keyring.json'));
  const vault = new KeyVault(keys, await DirectoryBlobStore.open(join(folder, 'blobs')));
  points();
  const owner = { controller: 'acme', request: 'req_1' };
  const dataKey = await vault.createKey(owner, new Date());
  await vault.keepUntil({ ...owner, dataKey }, new Date());
  expect(points().filter((point) => point.startsWith('key.'))).toEqual([
    'key.create.before',
    'key.create.after',
    'key.extend.after',
  ]);
  await vault.put({ ...owner, dataKey }, 'archive/1-1', content());
  const put = points();
  expect([put[0], put.at(-1)]).toEqual(['blob.archive.before-put', 'blob.archive.after-put']);
  expect(put).toContain('blob.archive.mid-stream');
  await vault.remove(owner);
  expect(points()).toEqual(['blob.before-remove', 'blob.after-remove']);
  for (const [name, kind] of [
    ['packed/pck_1-2', 'packed'],
    ['transmit/trm_1/3', 'transmit'],
    ['evidence/gen_1/segment-1-2', 'segment'],
  ] as const) {
    await vault.put({ ...owner, dataKey }, name, content());
    expect(points()).toContain(`blob.${kind}.mid-stream`);
  }
});

it('what tells somebody outside comes by the begin, and by the end where it was taken', async () => {
  const receiver = await webhookReceiver();
  const key = new Secret(`whsec_${Buffer.alloc(24, 1).toString('base64')}`);
  const endpoint = { id: 'desk', url: new URL(receiver.url), secrets: [key], events: new Set(WEBHOOK_EVENTS) };
  const own = new Map([['club', [{ ...endpoint, privateNetworks: ['127.0.0.0/8'] }]]]);
  const sender = new HttpWebhookSender(own, { now: () => new Date() });
  const call: WebhookCall = {
    ...{ id: 'whk_1', controller: 'club', request: 'req_1', endpoint: 'desk', event: 'request.released', rounds: 1 },
    ...{ facts: {}, happenedAt: new Date(0), state: 'waiting' },
  };
  points();
  expect(await sender.send(call, new AbortController().signal)).toEqual({ status: 204 });
  expect(points()).toEqual(['webhook.before-send', 'webhook.after-send']);
  receiver.answer = () => ({ status: 503 });
  await expect(sender.send(call, new AbortController().signal)).rejects.toThrow('503');
  expect(points()).toEqual(['webhook.before-send']);
  await sender.close();
  await receiver.close();
});

async function* content(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield Buffer.from('an archive');
}
