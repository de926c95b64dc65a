import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { lockRequest } from '../request/change-request.js';
import { cancelRequest } from '../request/decide-request.js';
import { LeapingClock } from '../testing/mail-house.js';
import { OFFICER } from '../testing/request-house.js';
import { sampleCall, sampleStep } from '../testing/store-contract/samples.js';
import { memoryStore } from '../testing/store/memory-store.js';
import { callsOf, DESK, eventsOf, FakeSender, quiet, stopTelling, telling, waitingRequest } from '../testing/webhook-house.js';
import { until } from '../testing/working.js';
import { sendWebhookAgain } from './send-webhook-again.js';
import { viewEndpoints, viewFailedCalls } from './view-webhooks.js';
import type { WebhookEndpoint } from './webhook-call.js';
import { failCall, webhookStep } from './webhook-step.js';

const DOWN = new ConnectorError('transient', 'The endpoint cannot be reached.');
afterEach(stopTelling);

describe('a call', () => {
  it('waits for an endpoint that is down for days, says why, and holds back those after it', async () => {
    const clock = new LeapingClock();
    const sender = new FakeSender();
    sender.fault = () => DOWN;
    const house = telling(sender, { clock });
    const id = await waitingRequest(house);
    await cancelRequest(house.desk, OFFICER, id, 'She withdrew it.');
    for (let hour = 1; hour <= 72; hour += 1) {
      await until(() => sender.tries >= hour);
      await until(async () => (await house.store.nextDueAt())! > clock.now());
      clock.leap(60 * 60_000);
    }
    const [first, second] = await callsOf(house, id);
    expect(first).toMatchObject({ state: 'waiting', problem: { message: DOWN.message }, nextTryAt: expect.any(Date) });
    expect(first?.tries).toBeGreaterThanOrEqual(72);
    expect(second).toMatchObject({ state: 'waiting', tries: 0 });
    expect(second).not.toHaveProperty('nextTryAt');
    sender.fault = () => undefined;
    clock.leap(60 * 60_000);
    await quiet(house, id);
    expect(eventsOf(sender.accepted)).toEqual(['request.opened', 'request.state_changed cancelled', 'request.closed cancelled']);
  });

  it('is given up after 250 tries, and may be made again under the same id', async () => {
    const clock = new LeapingClock();
    const sender = new FakeSender();
    sender.fault = () => DOWN;
    const house = telling(sender, { clock });
    const id = await waitingRequest(house);
    for (let tries = 1; tries < 250; tries += 1) {
      await until(() => sender.tries >= tries);
      await until(async () => (await house.store.nextDueAt())! > clock.now());
      clock.leap(60 * 60_000);
    }
    const [failed] = await quiet(house, id);
    expect(failed).toMatchObject({ state: 'failed', tries: 250, failedAt: expect.any(Date), problem: { message: DOWN.message } });
    sender.fault = () => undefined;
    await sendWebhookAgain(house.desk, OFFICER, id, failed!.id);
    const [sent] = await quiet(house, id);
    expect(sent).toMatchObject({ id: failed!.id, state: 'sent', rounds: 2, tries: 1 });
    expect(sent).not.toHaveProperty('problem');
    const { items } = await house.store.transact(({ audit }) => audit.page('club', { action: 'webhook.again' }, { first: 1 }));
    expect(items[0]?.item).toMatchObject({ actor: OFFICER.actor, details: { call: failed!.id, endpoint: 'desk' } });
  }, 20_000);

  it('that its endpoint will never take has failed at once, and the next one goes on', async () => {
    const sender = new FakeSender();
    sender.fault = ({ event }) =>
      event === 'request.opened' ? new ConnectorError('not-found', 'The endpoint is gone (410).') : undefined;
    const house = telling(sender);
    const id = await waitingRequest(house);
    await cancelRequest(house.desk, OFFICER, id, 'She withdrew it.');
    const calls = await quiet(house, id);
    expect(calls.map(({ state }) => state)).toEqual(['failed', 'sent', 'sent']);
    expect(await house.get(id)).toMatchObject({ state: 'cancelled' });
  });

  it('that waits, or is of another request, is not made again', async () => {
    const house = telling(undefined, {}, [DESK]);
    house.worker.stop();
    const id = await waitingRequest(house);
    const [call] = await callsOf(house, id);
    await expect(sendWebhookAgain(house.desk, OFFICER, id, call!.id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(sendWebhookAgain(house.desk, OFFICER, await waitingRequest(house), call!.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('made again while another waits comes after it', async () => {
    const clock = new LeapingClock();
    const sender = new FakeSender();
    const house = telling(sender, { clock });
    const id = await waitingRequest(house);
    const [first] = await quiet(house, id);
    sender.fault = () => DOWN;
    await cancelRequest(house.desk, OFFICER, id, 'She withdrew it.');
    await sendWebhookAgain(house.desk, OFFICER, id, first!.id);
    await until(() => sender.tries > 1);
    await until(async () => (await house.store.nextDueAt())! > clock.now());
    sender.fault = () => undefined;
    clock.leap(60 * 60_000);
    await quiet(house, id);
    const [, ...later] = eventsOf(sender.accepted);
    expect(later).toEqual(['request.state_changed cancelled', 'request.closed cancelled', 'request.opened']);
  });

  it('that is not there is neither made nor given up', async () => {
    const sender = new FakeSender();
    const house = telling(sender, {}, []);
    const request = await house.get(await waitingRequest(house));
    const step = {
      ...sampleStep(request.receivedAt, { key: 'webhook-whk_none-1' }),
      attempts: 1,
      state: 'running',
      fence: 1,
    } as const;
    const context = { claim: { step, worker: 'w', fence: 1 }, desk: house.desk, request } as never;
    const problem = { errorClass: 'transient', message: 'The endpoint cannot be reached.' } as const;
    const over = await webhookStep(context);
    await house.store.transact(async (transaction) => {
      await over(transaction, request);
      await failCall(transaction, house.desk, request, { step, problem });
    });
    expect(sender.tries).toBe(0);
  });

  it('where the service calls nobody any more has failed, and says what to do', async () => {
    const house = telling(undefined);
    const [call] = await quiet(house, await waitingRequest(house));
    expect(call).toMatchObject({ state: 'failed', problem: { message: 'This service calls no endpoints any more.' } });
  });

  it('is made again under the same id where its worker was killed before that was noted, and never after', async () => {
    const clock = new LeapingClock();
    const store = memoryStore({ clock });
    const sender = new FakeSender();
    const killed = telling(sender, { clock, store, worker: 'killed' });
    killed.worker.stop();
    const id = await waitingRequest(killed);
    const claim = (await store.claim({ worker: 'killed', leaseMs: 1_000, kinds: ['webhook'] }))!;
    const context = { claim, desk: killed.desk, request: await killed.get(id), signal: new AbortController().signal } as never;
    await webhookStep(context);
    clock.leap(1_001);
    const next = telling(sender, { clock, store, vault: killed.vault });
    const [call] = await quiet(next, id);
    expect(sender.accepted.map((each) => each.id)).toEqual([call?.id, call?.id]);
    const over = await webhookStep(context);
    await store.transact(async (transaction) => over(transaction, await lockRequest(transaction, OFFICER, id)));
    expect(sender.tries).toBe(2);
  });
});

describe('the endpoints of a controller', () => {
  it('stand with what waits, what was sent and what failed, and one that is not configured any more too', async () => {
    const sender = new FakeSender();
    const service = telling(sender, {}, [DESK, { id: 'old', events: new Set(['request.opened']) }]);
    sender.fault = ({ endpoint }) => (endpoint === 'old' ? new ConnectorError('not-found', 'Gone.') : undefined);
    await quiet(service, await waitingRequest(service));
    const idle: WebhookEndpoint = { id: 'idle', events: new Set(['deadline.near']) };
    const views = await service.store.transact((transaction) => viewEndpoints(transaction, 'club', [DESK, idle]));
    expect(views).toEqual([
      { id: 'desk', events: DESK.events, isConfigured: true, waiting: 0, sent: 1, failed: 0, lastSentAt: expect.any(Date) },
      { id: 'idle', events: idle.events, isConfigured: true, waiting: 0, sent: 0, failed: 0 },
      { id: 'old', events: new Set(), isConfigured: false, waiting: 0, sent: 0, failed: 1, lastFailedAt: expect.any(Date) },
    ]);
    service.worker.stop();
    await waitingRequest(service);
    const [desk] = await service.store.transact((transaction) => viewEndpoints(transaction, 'club', [DESK]));
    expect(desk).toMatchObject({ waiting: 1, waitingSince: expect.any(Date) });
  });

  it('have calls that failed, which are told of with their requests, the last first, as many as are asked for', async () => {
    const sender = new FakeSender();
    sender.fault = () => new ConnectorError('not-found', 'Gone.');
    const service = telling(sender);
    const id = await waitingRequest(service);
    await quiet(service, id);
    const orphan = sampleCall({ controller: 'club', request: 'req_gone', state: 'failed', failedAt: new Date(0) });
    await service.store.transact(({ webhooks }) => webhooks.add(orphan));
    const { reference } = await service.get(id);
    const seen = (most: number): Promise<unknown> =>
      service.store.transact((transaction) => viewFailedCalls(transaction, 'club', most));
    const failed = {
      reference,
      call: expect.objectContaining({ request: id, tries: 1, problem: expect.objectContaining({ message: 'Gone.' }) }),
    };
    expect(await seen(9)).toEqual([failed, { reference: 'req_gone', call: { ...orphan, tries: 0 } }]);
    expect(await seen(1)).toEqual([failed]);
  });
});
