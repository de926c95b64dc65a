import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { Secret } from '@habeas/connector-sdk';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { signaturesOf } from '../src/signing/standard-webhook.js';
import { signedTextOf } from '../src/transmissions/transmission-call.js';
import { firstOfficer, MEMBER, type SmallHouse, smallHouse } from './small-house.js';

const [KEY, OTHER_KEY] = [1, 2].map((fill) => `whsec_${Buffer.alloc(24, fill).toString('base64')}`) as [string, string];

let receiver: SmallHouse;
let receiving: Officer;
let bytes: Buffer;
beforeAll(async () => {
  receiver = await smallHouse(
    `worker: { idleSeconds: 0.02 }\ntransmissions: { club: { largestMebibytes: 8, senders: { hostel: { name: The hostel, secrets: ['${KEY}'] } } } }\n`,
  );
  receiving = await firstOfficer(receiver);
  bytes = await madeArchive();
}, 60_000);
afterAll(() => receiver.stop());

/** An archive as any installation makes it. */
async function madeArchive(): Promise<Buffer> {
  const identifiers = [{ kind: 'email' as const, value: MEMBER, provedBy: 'a test' }];
  const input = { clientKey: 'archive-1', identifiers, rights: ['access' as const] };
  const { id } = accepted((await receiving.client.run('openRequest', { input })).openRequest);
  await receiving.client.run('startRequest', { id });
  for (;;) {
    const response = await receiving.client.send(`/archives/${id}`);
    if (response.status === 200) return Buffer.from(await response.arrayBuffer());
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

const received = async () => (await receiving.client.run('receivedTransmissions', {})).receivedTransmissions;

/** What an officer of the receiver fetches. */
const fetched = (id: string) => receiving.client.send(`/transmissions/${id}`);

interface Call {
  readonly id?: string;
  readonly bytes?: Buffer;
  readonly key?: string;
  readonly messageId?: string;
  readonly timestamp?: number;
  readonly controller?: string;
  readonly signedId?: string;
  readonly sha256?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Puts an archive as a sender does, with whatever is wrong about it. */
async function put({ bytes: sent = bytes, id = `tra_${randomBytes(6).toString('hex')}`, ...call }: Call = {}) {
  const { key = KEY, messageId = randomBytes(6).toString('hex'), controller = 'club', signedId = id } = call;
  const { timestamp = Math.floor(Date.now() / 1_000), sha256 = createHash('sha256').update(sent).digest('hex') } = call;
  const body = signedTextOf({ id: signedId, controller, bytes: sent.length, sha256 });
  const response = await fetch(`${receiver.url}/transmissions/${id}`, {
    method: 'PUT',
    body: new Uint8Array(sent),
    headers: {
      ...{ 'content-type': 'application/zip', 'habeas-controller': controller, 'habeas-sha256': sha256 },
      ...{ 'webhook-id': messageId, 'webhook-timestamp': String(timestamp) },
      'webhook-signature': signaturesOf([new Secret(key)], { id: messageId, timestamp, body }),
      ...call.headers,
    },
  });
  return { id, status: response.status, text: await response.text() };
}

describe('an archive that another controller sends', () => {
  it('is taken once: the same again is acknowledged again, and another one of that id is refused', async () => {
    const before = (await received()).length;
    const first = await put();
    const again = await put({ id: first.id });
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    expect(JSON.parse(first.text)).toMatchObject({ transmission: { id: first.id, bytes: bytes.length } });
    expect((await put({ bytes: bytes.subarray(1), id: first.id })).status).toBe(409);
    expect(await received()).toHaveLength(before + 1);
  });

  it('that is forged, replayed, late, early, changed on its way, or for another controller is refused in one way', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const [id, messageId] = [`tra_${randomBytes(4).toString('hex')}`, 'once'];
    expect((await put({ id, messageId, timestamp: now })).status).toBe(201);
    const before = await received();
    const refused = await Promise.all([
      put({ id, messageId, timestamp: now }),
      put({ key: OTHER_KEY }),
      put({ timestamp: now - 600 }),
      put({ timestamp: now + 600 }),
      put({ signedId: 'tra_another' }),
      put({ controller: 'hostel' }),
      put({ controller: 'nobody' }),
      put({ headers: { 'habeas-sha256': 'a'.repeat(64) } }),
      put({ headers: { 'webhook-signature': '' } }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 401));
    expect(new Set(refused.map(({ text }) => text)).size).toBe(1);
    expect(await received()).toEqual(before);
  });

  it('that is not what was announced, is no archive, or was tampered with is refused, and nothing of it stays', async () => {
    const changed = Buffer.from(bytes);
    changed[100] = (changed[100] ?? 0) ^ 1;
    const before = await received();
    const other = await put({ sha256: 'b'.repeat(64) });
    const noArchive = await put({ bytes: Buffer.from('PK no archive at all') });
    const tampered = await put({ bytes: changed });
    expect([other.status, noArchive.status, tampered.status]).toEqual([400, 400, 400]);
    expect(noArchive.text).toContain('no archive that can be read (zip)');
    expect(await received()).toEqual(before);
    expect((await put({ bytes: changed, id: tampered.id })).status).toBe(409);
  });

  it('that is too large, or not sent as an archive is, is refused before it is read', async () => {
    expect((await put({ bytes: Buffer.alloc(9 * 1024 * 1024) })).status).toBe(413);
    expect((await put({ headers: { 'content-type': 'text/plain' } })).status).toBe(400);
    expect((await put({ headers: { 'content-encoding': 'gzip' } })).status).toBe(400);
    expect((await put({ id: 'a%20b' })).status).toBe(400);
  });

  it('that breaks off is not kept, and comes whole the next time', async () => {
    const [id, sha256] = [`tra_${randomBytes(4).toString('hex')}`, createHash('sha256').update(bytes).digest('hex')];
    const timestamp = Math.floor(Date.now() / 1_000);
    const body = signedTextOf({ id, controller: 'club', bytes: bytes.length, sha256 });
    await new Promise<void>((resolve) => {
      const call = httpRequest(`${receiver.url}/transmissions/${id}`, {
        method: 'PUT',
        headers: {
          ...{ 'content-type': 'application/zip', 'content-length': bytes.length, 'habeas-controller': 'club' },
          ...{ 'habeas-sha256': sha256, 'webhook-id': `cut-${id}`, 'webhook-timestamp': String(timestamp) },
          'webhook-signature': signaturesOf([new Secret(KEY)], { id: `cut-${id}`, timestamp, body }),
        },
      });
      call.on('error', () => undefined).on('close', resolve);
      call.write(bytes.subarray(0, 1_000), () => setTimeout(() => call.destroy(), 50));
    });
    expect((await received()).some(({ offered }) => offered === id)).toBe(false);
    expect((await put({ id })).status).toBe(201);
    expect((await received()).filter(({ offered }) => offered === id)).toHaveLength(1);
  });

  it('is fetched and deleted by officers of its controller alone, and acknowledged to its sender even then', async () => {
    const { id: offered } = await put();
    const kept = (await received()).find((each) => each.offered === offered);
    const id = kept?.id ?? '';
    expect((await fetched(id)).status).toBe(200);
    expect((await receiving.for('hostel').client.send(`/transmissions/${id}`)).status).toBe(404);
    expect((await fetch(`${receiver.url}/transmissions/${id}`)).status).toBe(401);
    accepted((await receiving.client.run('deleteReceivedTransmission', { id })).deleteReceivedTransmission);
    expect((await fetched(id)).status).toBe(404);
    expect((await receiving.client.run('deleteReceivedTransmission', { id })).deleteReceivedTransmission).toMatchObject({
      code: 'NOT_FOUND',
    });
    const left: string[] = [];
    for await (const name of receiver.service.blobs.list(`club/${id}`)) left.push(name);
    expect(left).toEqual([]);
    expect((await put({ id: offered })).status).toBe(201);
    const { auditTrail } = await receiving.client.run('auditTrail', { first: 50 });
    const actions = auditTrail.edges.map(({ node }) => node.action);
    for (const action of ['received.receive', 'received.download', 'received.delete']) expect(actions).toContain(action);
  });
});
