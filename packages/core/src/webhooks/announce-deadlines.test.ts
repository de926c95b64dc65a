import { afterEach, describe, expect, it } from '@jest/globals';
import { cancelRequest } from '../request/decide-request.js';
import { LeapingClock } from '../testing/mail-house.js';
import type { Store } from '../ports/store.js';
import { lockRequest } from '../request/change-request.js';
import { bound } from '../testing/working.js';
import { OFFICER, type RequestHouse } from '../testing/request-house.js';
import { callsOf, DESK, eventsOf, FakeSender, quiet, stopTelling, telling, waitingRequest } from '../testing/webhook-house.js';
import { announceDeadlines } from './announce-deadlines.js';
import type { WebhookEndpoint } from './webhook-call.js';

afterEach(stopTelling);

describe('the due date of a request', () => {
  const house = (clock: LeapingClock, endpoints?: readonly WebhookEndpoint[]): RequestHouse =>
    telling(new FakeSender(), { clock }, endpoints);
  const look = ({ desk, store }: RequestHouse, endpoints: readonly WebhookEndpoint[] = [DESK]): Promise<void> =>
    announceDeadlines({ store, ids: desk.ids, webhooks: { endpointsOf: () => endpoints } }, 'club');

  it('is told of when it is near and when it is over, once each, and of nothing that is decided', async () => {
    const clock = new LeapingClock();
    const service = house(clock);
    const id = await waitingRequest(service);
    const withdrawn = await waitingRequest(service);
    await cancelRequest(service.desk, OFFICER, withdrawn, 'She withdrew it.');
    const { dueAt } = await service.get(id);
    await look(service);
    clock.leap(dueAt.getTime() - clock.now().getTime() - 7 * 86_400_000 - 1_000);
    await look(service);
    expect(eventsOf(await quiet(service, id))).toEqual(['request.opened']);
    clock.leap(1_001);
    for (let again = 0; again < 2; again += 1) await look(service);
    expect(eventsOf(await quiet(service, id))).toEqual(['request.opened', 'deadline.near received']);
    clock.leap(30 * 86_400_000);
    for (let again = 0; again < 2; again += 1) await look(service);
    expect(eventsOf(await quiet(service, id))).toEqual(['request.opened', 'deadline.near received', 'deadline.overdue received']);
    expect(eventsOf(await callsOf(service, withdrawn))).not.toContain('deadline.overdue received');
  });

  it.each<[string, (house: RequestHouse, id: string) => Promise<unknown>]>([
    ['decided', ({ desk }, id) => cancelRequest(desk, OFFICER, id, 'She withdrew it.')],
    ['given a later date', (service, id) => later(service, id)],
  ])('is not told of where the request was %s since it was listed', async (_what, meddle) => {
    const clock = new LeapingClock();
    const service = house(clock);
    const id = await waitingRequest(service);
    clock.leap(40 * 86_400_000);
    let transactions = 0;
    const transact: Store['transact'] = async (work) => {
      transactions += 1;
      if (transactions === 2) await meddle(service, id);
      return service.store.transact(work);
    };
    const store = { ...bound(service.store), transact };
    await announceDeadlines({ store, ids: service.desk.ids, webhooks: { endpointsOf: () => [DESK] } }, 'club');
    expect(transactions).toBe(2);
    expect(eventsOf(await callsOf(service, id)).filter((event) => event.startsWith('deadline'))).toEqual([]);
  });

  it('is looked at on every page of a long list, and not at all where nobody wants to know', async () => {
    const clock = new LeapingClock();
    const service = house(clock);
    service.worker.stop();
    const ids: string[] = [];
    for (let count = 0; count < 101; count += 1) ids.push(await waitingRequest(service));
    clock.leap(40 * 86_400_000);
    await look(service, []);
    expect(await callsOf(service, ids[0]!)).toHaveLength(1);
    await look(service, [{ id: 'desk', events: new Set(['deadline.overdue']) }]);
    for (const id of ids) expect(await callsOf(service, id)).toHaveLength(2);
  });
});

function later({ store, desk }: RequestHouse, id: string): Promise<void> {
  return store.transact(async (transaction) => {
    const request = await lockRequest(transaction, OFFICER, id);
    const dueAt = new Date(desk.clock.now().getTime() + 30 * 86_400_000);
    await transaction.requests.change({ ...request, version: request.version + 1, dueAt });
  });
}
