import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { WEBHOOK_EVENTS, type WebhookCall } from '@habeas/core';
import type { WebhookEndpointConfig } from '../config/webhook-config.js';
import { isSignedBy } from '../signing/standard-webhook.js';
import { type ReceiverAnswer, type WebhookReceiver, webhookReceiver } from '../testing/webhook-receiver.js';
import { HttpWebhookSender } from './http-webhook-sender.js';

const KEYS = [1, 2].map((fill) => new Secret(`whsec_${Buffer.alloc(24, fill).toString('base64')}`));
const NOW = new Date('2026-11-01T10:00:00.900Z');
const CALL: WebhookCall = {
  ...{ id: 'whk_1', controller: 'club', request: 'req_1', endpoint: 'desk', event: 'request.released', rounds: 1 },
  ...{ facts: { reference: '2026-0001', state: 'released' }, happenedAt: new Date('2026-11-01T09:59:00.000Z'), state: 'waiting' },
};

let receiver: WebhookReceiver;
let senders: HttpWebhookSender[] = [];
beforeEach(async () => {
  receiver = await webhookReceiver();
});
afterEach(async () => {
  for (const sender of senders.splice(0)) await sender.close();
  await receiver.close();
});

function senderTo(given: Partial<WebhookEndpointConfig> = {}, withinMs?: number): HttpWebhookSender {
  const endpoint = {
    id: 'desk',
    url: new URL(receiver.url),
    secrets: KEYS,
    events: new Set(WEBHOOK_EVENTS),
    privateNetworks: ['127.0.0.0/8'],
  };
  const sender = new HttpWebhookSender(new Map([['club', [{ ...endpoint, ...given }]]]), { now: () => NOW }, withinMs);
  senders = [...senders, sender];
  return sender;
}

const send = (sender: HttpWebhookSender, call = CALL, signal = new AbortController().signal): Promise<unknown> =>
  sender.send(call, signal);

describe('a call to an endpoint', () => {
  it('is JSON that is signed by each key, at the time of the try, and tells of codes and dates', async () => {
    expect(await send(senderTo())).toEqual({ status: 204 });
    const [{ id, timestamp, signature, type, body }] = receiver.calls as [(typeof receiver.calls)[number]];
    expect([id, timestamp, type]).toEqual(['whk_1', Math.floor(NOW.getTime() / 1_000), 'application/json']);
    expect(JSON.parse(body)).toEqual({
      type: 'request.released',
      timestamp: '2026-11-01T09:59:00.000Z',
      data: { controller: 'club', request: 'req_1', reference: '2026-0001', state: 'released' },
    });
    for (const key of KEYS) expect(isSignedBy([key], { id, timestamp, body }, signature)).toBe(true);
  });

  it.each([500, 503, 404, 400, 302, 429])('that is answered %d is made again later', async (status) => {
    receiver.answer = () => ({ status });
    await expect(send(senderTo())).rejects.toMatchObject({
      errorClass: 'transient',
      message: `The endpoint answered ${String(status)}.`,
    });
  });

  it.each([
    ['120', 120_000],
    ['0', 1_000],
    ['999999', 3_600_000],
  ])('that asks to be left alone for %s seconds is made again after as long, within bounds', async (asked, retryAfterMs) => {
    receiver.answer = () => ({ status: 503, headers: { 'retry-after': asked } });
    await expect(send(senderTo())).rejects.toMatchObject({ errorClass: 'transient', retryAfterMs });
  });

  it('that does not say when is made again when its turn comes', async () => {
    receiver.answer = () => ({ status: 503, headers: { 'retry-after': 'soon' } });
    await expect(send(senderTo())).rejects.toMatchObject({ retryAfterMs: undefined });
  });

  it('that is answered 410 is not', async () => {
    receiver.answer = () => ({ status: 410 });
    await expect(send(senderTo())).rejects.toMatchObject({ errorClass: 'not-found' });
  });

  it('does not go where it is redirected to', async () => {
    const other = await webhookReceiver();
    receiver.answer = () => ({ status: 307, headers: { location: other.url } });
    await expect(send(senderTo())).rejects.toMatchObject({
      errorClass: 'transient',
      message: 'The endpoint could not be called: it redirects, which is not followed.',
    });
    expect(other.calls).toEqual([]);
    await other.close();
  });

  it.each<[string, (call: unknown) => ReceiverAnswer]>([
    ['that never answers', () => 'nothing'],
    ['that answers within headers without an end', () => ({ status: 200, headers: { 'x-long': 'x'.repeat(20_000) } })],
  ])('%s comes to an end', async (_name, answer) => {
    receiver.answer = answer;
    await expect(send(senderTo({}, 300))).rejects.toMatchObject({ errorClass: 'transient' });
  });

  it('says how long it has waited', async () => {
    receiver.answer = () => 'nothing';
    await expect(send(senderTo({}, 250))).rejects.toThrow('no answer came within 0.25 seconds');
  });

  it('is accepted whatever its receiver goes on to say', async () => {
    receiver.answer = () => ({ status: 200, body: 'x'.repeat(3_000_000) });
    expect(await send(senderTo())).toEqual({ status: 200 });
  });

  it('is not made to an address of this machine that nobody has allowed', async () => {
    await expect(send(senderTo({ privateNetworks: [] }))).rejects.toMatchObject({
      errorClass: 'transient',
      message: 'The endpoint could not be called: the address is not one that may be reached.',
    });
    expect(receiver.calls).toEqual([]);
  });

  it('to nobody’s port says so', async () => {
    const closed = await webhookReceiver();
    await closed.close();
    await expect(send(senderTo({ url: new URL(closed.url) }))).rejects.toThrow('the host refused the connection');
  });

  it('to an endpoint that is not configured any more is given up', async () => {
    await expect(send(senderTo(), { ...CALL, endpoint: 'old' })).rejects.toMatchObject({ errorClass: 'not-found' });
    await expect(send(senderTo(), { ...CALL, controller: 'hostel' })).rejects.toMatchObject({ errorClass: 'not-found' });
  });

  it('ends with the worker that makes it', async () => {
    receiver.answer = () => 'nothing';
    const stop = new AbortController();
    const sending = send(senderTo(), CALL, stop.signal);
    await receiver.got(1);
    stop.abort();
    await expect(sending).rejects.toMatchObject({ errorClass: 'aborted' });
  });
});
