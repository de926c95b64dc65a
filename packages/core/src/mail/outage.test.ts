import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { cancelRequest } from '../request/decide-request.js';
import { FakeMailer, LeapingClock, messagesOf } from '../testing/mail-house.js';
import { refuseUnfounded } from '../testing/refusing.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { until } from '../testing/working.js';

const houses: RequestHouse[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.stop();
});

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

function started(...options: Parameters<typeof requestHouse>): RequestHouse {
  const house = requestHouse(...options);
  houses.push(house);
  return house;
}

describe('a mail server that is down for a day', () => {
  it('gets everything once when it is back, also from a process that was started in between', async () => {
    const [mailer, clock] = [new FakeMailer(), new LeapingClock()];
    mailer.fault = new ConnectorError('transient', 'Down.');
    const first = started([], { mailer, clock });
    const [refused, cancelled] = [await first.open(), await first.open()];
    await refuseUnfounded(first.desk, OFFICER, refused.id);
    await cancelRequest(first.desk, OFFICER, cancelled.id, 'Withdrawn.');
    for (let hour = 0; hour < 12; hour += 1) {
      const before = mailer.tries;
      clock.leap(HOUR_MS);
      first.worker.wake();
      await until(() => mailer.tries >= before + 2);
    }
    await first.stop();
    clock.leap(12 * HOUR_MS);
    mailer.fault = undefined;
    const second = started([], { mailer, clock, store: first.store, vault: first.vault, worker: 'worker-2' });
    await until(() => mailer.accepted.length === 2);
    clock.leap(DAY_MS);
    second.worker.wake();
    const states = await Promise.all(
      [refused, cancelled].map(async ({ id }) => (await messagesOf(second, id)).map(({ state }) => state)),
    );
    expect(states).toEqual([['sent'], ['sent']]);
    expect(new Set(mailer.accepted.map(({ kind }) => kind))).toEqual(new Set(['refused', 'closed']));
    expect(mailer.accepted).toHaveLength(2);
  });
});

describe('a service that was down over the end of several requests', () => {
  it('shreds each of them once when it is started again', async () => {
    const clock = new LeapingClock();
    const first = started([], { clock, mailer: new FakeMailer() });
    const ended = [await first.open(), await first.open(), await first.open()];
    for (const { id } of ended) await cancelRequest(first.desk, OFFICER, id, 'Withdrawn.');
    await first.stop();
    clock.leap(45 * DAY_MS);
    const second = started([], { clock, mailer: new FakeMailer(), store: first.store, vault: first.vault, worker: 'worker-2' });
    for (const { id } of ended) await second.workUntil(id, 'shredded');
    const { items } = await second.store.transact(({ audit }) => audit.page('club', { action: 'request.shred' }, { first: 10 }));
    expect(items.map(({ item }) => item.object.id).sort()).toEqual(ended.map(({ id }) => id).sort());
    expect(second.faults).toEqual([]);
  });
});
