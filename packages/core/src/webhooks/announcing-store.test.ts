import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { lockRequest } from '../request/change-request.js';
import { cancelRequest } from '../request/decide-request.js';
import { shredRequest } from '../request/shred-request.js';
import { FakeMailer, queued } from '../testing/mail-house.js';
import { OFFICER } from '../testing/request-house.js';
import { memoryStore } from '../testing/store/memory-store.js';
import { StandingClock } from '../testing/store-contract/store-check.js';
import { storeChecks } from '../testing/store-contract/store-checks.js';
import { callsOf, DESK, eventsOf, FakeSender, quiet, stopTelling, telling, waitingRequest } from '../testing/webhook-house.js';
import { until } from '../testing/working.js';
import { announcingStore } from './announcing-store.js';

afterEach(stopTelling);

describe('what an endpoint is told', () => {
  it('is what happened to a request, in its order, in ids, codes and dates', async () => {
    const sender = new FakeSender();
    const house = telling(sender);
    const { id } = await house.open();
    await house.workUntil(id, 'awaiting_release');
    await cancelRequest(house.desk, OFFICER, id, 'She withdrew it.');
    await shredRequest(house.desk, OFFICER, id);
    const calls = await quiet(house, id);
    expect(eventsOf(sender.accepted)).toEqual([
      'request.opened',
      ...['searching', 'gathering', 'assembling', 'awaiting_release'].map((state) => `request.state_changed ${state}`),
      'request.waits_for_a_person awaiting_release',
      'request.state_changed cancelled',
      'request.closed cancelled',
      'request.state_changed shredded',
      'request.shredded shredded',
    ]);
    expect(calls.map(({ state, status }) => [state, status])).toEqual(calls.map(() => ['sent', 204]));
    const { reference, receivedAt, dueAt } = await house.get(id);
    const common = { reference, receivedAt: receivedAt.toISOString(), dueAt: dueAt.toISOString() };
    expect(sender.accepted.at(-1)?.facts).toEqual({ ...common, state: 'shredded' });
    expect(JSON.stringify([calls, sender.accepted])).not.toContain('ann@');
  });

  it('is only what it wants to know, and nothing where nobody does', async () => {
    const sender = new FakeSender();
    const house = telling(sender, {}, [{ id: 'crm', events: new Set(['request.closed']) }]);
    const id = await waitingRequest(house);
    await cancelRequest(house.desk, OFFICER, id, 'She withdrew it.');
    expect(eventsOf(await quiet(house, id))).toEqual(['request.closed cancelled']);
    const silent = telling(sender, {}, []);
    expect(await callsOf(silent, await waitingRequest(silent))).toEqual([]);
  });

  it('is that a message was refused for good, by its kind', async () => {
    const [sender, mailer] = [new FakeSender(), new FakeMailer()];
    mailer.fault = new ConnectorError('not-found', 'No such mailbox.');
    const house = telling(sender, { mailer }, [DESK]);
    const id = await waitingRequest(house);
    const message = await queued(house, id);
    await until(() => sender.accepted.length === 2);
    expect(sender.accepted[1]).toMatchObject({ event: 'message.failed', facts: { message, kind: 'archive_ready' } });
  });

  it('is nothing of what did not happen', async () => {
    const sender = new FakeSender();
    const house = telling(sender);
    const id = await waitingRequest(house);
    await quiet(house, id);
    const failing = house.store.transact(async (transaction) => {
      const request = await lockRequest(transaction, OFFICER, id);
      const entry = {
        id: 'aud_x',
        controller: 'club',
        actor: OFFICER.actor,
        object: { type: 'request', id },
        details: {},
      } as const;
      await transaction.audit.add({ ...entry, action: 'delivery.complete', outcome: 'done' });
      throw new Error(request.id);
    });
    await expect(failing).rejects.toThrow(id);
    await house.store.transact(({ audit }) => {
      const entry = {
        id: 'aud_y',
        controller: 'club',
        actor: OFFICER.actor,
        object: { type: 'request', id },
        details: {},
      } as const;
      return audit.add({ ...entry, action: 'delivery.complete', outcome: 'refused' });
    });
    await house.store.transact(({ audit }) => {
      const entry = { id: 'aud_z', controller: 'club', actor: OFFICER.actor, outcome: 'done', details: {} } as const;
      return audit.add({ ...entry, action: 'request.open', object: { type: 'request', id: 'not-there' } });
    });
    expect(eventsOf(await callsOf(house, id))).toEqual(['request.opened']);
  });
});

describe('a store that announces', () => {
  for (const { title, run } of storeChecks) {
    it(`is a store: ${title}`, async () => {
      const clock = new StandingClock();
      const ids = { next: (prefix: string) => `${prefix}_1` };
      const store = announcingStore(memoryStore({ clock }), { ids, webhooks: { endpointsOf: () => [] } });
      await run(store, clock);
      await store.close();
    });
  }
});
