import { readFileSync } from 'node:fs';
import { Secret } from '@habeas/connector-sdk';
import { afterEach, describe, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { isSignedBy } from '../src/signing/standard-webhook.js';
import { startService } from '../src/start.js';
import { type WebhookReceiver, webhookReceiver } from '../src/testing/webhook-receiver.js';
import { officerOf, serviceHouse, serviceLog } from './house.js';
import { serviceProcess } from './service-process.js';
import { firstOfficer, MEMBER, smallFolder, smallHouse } from './small-house.js';
import { Officer as FirstOfficer } from '../src/demo/officer.js';

const [OLD, NEW] = [1, 2].map((fill) => `whsec_${Buffer.alloc(24, fill).toString('base64')}`) as [string, string];
const CANARY = 'canary.person@example.org';

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function receiving(): Promise<WebhookReceiver> {
  const receiver = await webhookReceiver();
  open.push(receiver.close);
  return receiver;
}

function hooksTo({ url }: WebhookReceiver, more = ''): string {
  const endpoint = `{ url: '${url}', secrets: ['${NEW}', '${OLD}'], privateNetworks: [127.0.0.0/8]${more} }`;
  return `webhooks: { club: { desk: ${endpoint} } }\nworker: { idleSeconds: 0.02, leaseSeconds: 1 }\n`;
}

async function opened({ client }: Officer, value = CANARY): Promise<string> {
  const input = {
    clientKey: `key-${String(Math.random())}`,
    identifiers: [{ kind: 'email' as const, value }],
    rights: ['access' as const],
  };
  return accepted((await client.run('openRequest', { input })).openRequest).id;
}

async function callsOf({ client }: Officer, id: string) {
  return (await client.run('webhookCalls', { id })).request?.webhookCalls ?? [];
}

type Calls = Awaited<ReturnType<typeof callsOf>>;

async function until(officer: Officer, id: string, isSo: (calls: Calls) => boolean): Promise<Calls> {
  for (let look = 0; look < 500; look += 1) {
    const calls = await callsOf(officer, id);
    if (isSo(calls)) return calls;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  throw new Error('It did not come to that.');
}

const allSent = (calls: Calls): boolean => calls.every(({ state }) => state === 'sent');

describe('the systems of a controller', () => {
  it('are told what becomes of a request, signed, in its order, and nothing of whom it is about', async () => {
    const receiver = await receiving();
    const house = await serviceHouse(hooksTo(receiver));
    open.push(() => house.stop());
    const officer = await officerOf(house);
    const id = await opened(officer);
    await officer.client.run('cancelRequest', { id, reason: 'Withdrawn by canary.' });
    await officer.client.run('shredRequest', { id });
    await receiver.got(6);
    expect(receiver.calls.map(({ told }) => told.type)).toEqual([
      ...['request.opened', 'request.state_changed', 'request.closed'],
      ...['message.failed', 'request.state_changed', 'request.shredded'], // nothing is proved, so its subject cannot be told
    ]);
    for (const { id: call, timestamp, body, signature } of receiver.calls) {
      for (const key of [OLD, NEW]) expect(isSignedBy([new Secret(key)], { id: call, timestamp, body }, signature)).toBe(true);
    }
    const { request } = await officer.client.run('request', { id });
    expect(receiver.calls[2]?.told.data).toEqual({
      ...{ controller: 'club', request: id, reference: request?.reference, state: 'cancelled' },
      ...{ receivedAt: request?.receivedAt, dueAt: request?.dueAt },
    });
    const calls = await until(officer, id, allSent);
    expect(JSON.stringify([receiver.calls, calls, house.log])).not.toMatch(/canary/iu);
    expect((await officer.client.run('webhookEndpoints')).webhookEndpoints).toMatchObject([
      { id: 'desk', waiting: 0, sent: 6, failed: 0 },
    ]);
    await opened((await officerOf({ ...house, started: house.started }).catch(() => officer)).for('hostel'));
    expect(receiver.calls).toHaveLength(6);
  }, 60_000);

  it('that fail are told later what they missed, once each, and nothing overtakes', async () => {
    const receiver = await receiving();
    const house = await smallHouse(hooksTo(receiver));
    open.push(() => house.stop());
    const officer = await firstOfficer(house);
    receiver.answer = () => ({ status: receiver.calls.length < 3 ? 503 : 200 });
    const id = await opened(officer);
    await officer.client.run('cancelRequest', { id, reason: 'Withdrawn.' });
    await until(officer, id, allSent);
    const ids = receiver.calls.map((call) => call.id);
    expect([ids.length, new Set(ids).size, new Set(ids.slice(0, 3)).size]).toEqual([6, 4, 1]);
  }, 60_000);

  it('that want no more are seen to fail, and are told again when an officer says so', async () => {
    const receiver = await receiving();
    const house = await smallHouse(hooksTo(receiver, ', events: [request.opened]'));
    open.push(() => house.stop());
    const officer = await firstOfficer(house);
    receiver.answer = () => ({ status: 410 });
    const id = await opened(officer);
    const [failed] = await until(officer, id, ([first]) => first?.state === 'failed');
    expect(failed).toMatchObject({
      event: 'request.opened',
      tries: 1,
      problem: { message: 'The endpoint wants no more calls (410).' },
    });
    const [desk] = (await officer.client.run('webhookEndpoints')).webhookEndpoints;
    expect(desk).toMatchObject({ isConfigured: true, failed: 1, lastFailedAt: failed!.failedAt });
    const told = async (): Promise<unknown> => (await officer.client.run('failedWebhookCalls')).failedWebhookCalls;
    const call = { id: failed!.id, endpoint: 'desk', tries: 1, problem: { message: 'The endpoint wants no more calls (410).' } };
    expect(await told()).toMatchObject([{ request: id, reference: expect.any(String), call }]);
    receiver.answer = () => ({ status: 200 });
    expect(accepted((await officer.client.run('sendWebhookAgain', { id, call: failed!.id })).sendWebhookAgain).id).toBe(id);
    await until(officer, id, allSent);
    expect(receiver.calls.map(({ id: made }) => made)).toEqual([failed!.id, failed!.id]);
    expect(await told()).toEqual([]);
    expect((await officer.client.run('sendWebhookAgain', { id, call: 'whk_none' })).sendWebhookAgain).toMatchObject({
      code: 'NOT_FOUND',
    });
  }, 60_000);

  it('that are taken out of service.yaml are told nothing more, and still seen', async () => {
    const receiver = await receiving();
    const house = await smallHouse(hooksTo(receiver, ', events: [request.opened]'));
    const officer = await firstOfficer(house);
    receiver.answer = () => ({ status: 500 });
    const id = await opened(officer);
    await until(officer, id, ([first]) => first?.problem != null);
    await house.started.stop();
    open.push(() => {
      house.remove();
    });
    const settings = readFileSync(house.configFile, 'utf8').replace(/^webhooks: .*$/mu, '');
    const started = await startService({ config: house.write('service.yaml', settings), role: 'all' }, serviceLog([]));
    open.push(() => started.stop());
    const store = started.service.desk.store;
    for (;;) {
      const [call] = await store.transact(({ webhooks }) => webhooks.of('club', id));
      if (call?.state === 'failed') break;
      await new Promise((wake) => setTimeout(wake, 20));
    }
    const [tally] = await store.transact(({ webhooks }) => webhooks.tally('club'));
    expect(tally).toMatchObject({ endpoint: 'desk', state: 'failed', count: 1 });
  }, 60_000);
});

describe('a service that is killed', () => {
  it('while an endpoint thinks about a call makes it again under the same id after its start, and then never more', async () => {
    const receiver = await receiving();
    const folder = smallFolder(hooksTo(receiver, ', events: [request.opened]'));
    open.push(() => {
      folder.remove();
    });
    receiver.answer = () => 'nothing';
    const killed = await serviceProcess(folder.configFile);
    const officer = await FirstOfficer.first({ url: killed.url, setUpCode: killed.setUpCode, controller: 'club' });
    await opened(officer, MEMBER);
    await receiver.got(1);
    await killed.kill();
    receiver.answer = () => ({ status: 200 });
    const started = await startService({ config: folder.configFile, role: 'all' }, serviceLog([]));
    open.push(() => started.stop());
    await receiver.got(2);
    const { store } = started.service.desk;
    for (;;) {
      const [tally] = await store.transact(({ webhooks }) => webhooks.tally('club'));
      if (tally?.state === 'sent') break;
      await new Promise((wake) => setTimeout(wake, 20));
    }
    await new Promise((wake) => setTimeout(wake, 500));
    const [first, second, ...more] = receiver.calls;
    expect(more).toEqual([]);
    expect([second?.id, second?.body]).toEqual([first?.id, first?.body]);
  }, 60_000);
});
