import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError, Secret } from '@habeas/connector-sdk';
import { cancelRequest, pauseRequest } from '../request/decide-request.js';
import type { DataRequest } from '../request/data-request.js';
import { shredRequest } from '../request/shred-request.js';
import { FakeMailer, LeapingClock, messagesOf, queued, READY } from '../testing/mail-house.js';
import { refuseUnfounded } from '../testing/refusing.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { until } from '../testing/working.js';
import { failMessage } from './fail-message.js';
import type { NewMessage } from './message.js';
import { recordBounce } from './record-bounce.js';

let house: RequestHouse;
let mailer: FakeMailer;
let clock: LeapingClock;

/** A request with a message that its mail server, which is down, could not take yet. */
async function waiting(): Promise<DataRequest> {
  mailer = new FakeMailer();
  mailer.fault = new ConnectorError('transient', 'Down.');
  clock = new LeapingClock();
  house = requestHouse([], { mailer, clock });
  const request = await house.open({ identifiers: [{ kind: 'email', value: 'ann@example.org' }] });
  await queued(house, request.id);
  await until(async () => (await messagesOf(house, request.id))[0]?.problem !== undefined);
  return request;
}
afterEach(() => house.stop());

function serverIsBack(): void {
  mailer.fault = undefined;
  clock.leap(60 * 60_000);
  house.worker.wake();
}

const ENDS: Readonly<Record<string, (id: string) => Promise<DataRequest>>> = {
  refused: (id) => refuseUnfounded(house.desk, OFFICER, id),
  cancelled: (id) => cancelRequest(house.desk, OFFICER, id, 'It was withdrawn.'),
};

describe('a message of a request', () => {
  it.each(Object.keys(ENDS))('that is %s goes out all the same', async (end) => {
    const { id } = await waiting();
    await ENDS[end]?.(id);
    serverIsBack();
    await until(() => mailer.accepted.length > 0);
  });

  it('that is paused goes out all the same', async () => {
    const { id } = await waiting();
    const request = await house.get(id);
    await house.store.transact(({ requests }) =>
      requests.change({ ...request, state: 'searching', version: request.version + 1 }),
    );
    await pauseRequest(house.desk, OFFICER, id);
    serverIsBack();
    await until(() => mailer.accepted.length > 0);
  });

  it('that is shredded is gone, sent or not', async () => {
    const { id } = await waiting();
    await ENDS['refused']?.(id);
    await shredRequest(house.desk, OFFICER, id);
    expect(await messagesOf(house, id)).toEqual([]);
    const step = (await house.store.transact(({ steps }) => steps.of('club', id))).find(({ kind }) => kind === 'mail')!;
    expect(step.state).toBe('cancelled');
    const problem = { errorClass: 'contract', message: 'x' } as const;
    await house.store.transact((transaction) => failMessage(transaction, step, problem, { desk: house.desk, viewer: OFFICER }));
    expect(await messagesOf(house, id)).toEqual([]);
    await expect(queued(house, id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('stands beside others, in the order they were queued', async () => {
    const { id } = await waiting();
    const received: NewMessage = { kind: 'closed', to: new Secret('ann@example.org'), language: 'en', facts: { reference: '1' } };
    await queued(house, id, received);
    expect((await messagesOf(house, id)).map(({ kind }) => kind)).toEqual([READY.kind, 'closed']);
  });
});

describe('a bounce', () => {
  it('is noted once, of a message that was sent, and stands in the trail', async () => {
    const { id } = await waiting();
    const [queuedMessage] = await messagesOf(house, id);
    const message = queuedMessage?.id ?? '';
    await expect(recordBounce(house.desk, OFFICER, id, { message })).rejects.toMatchObject({ code: 'WRONG_STATE' });
    serverIsBack();
    await until(async () => (await messagesOf(house, id))[0]?.state === 'sent');
    const future = new Date(clock.now().getTime() + 60_000);
    await expect(recordBounce(house.desk, OFFICER, id, { message, bouncedAt: future })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await recordBounce(house.desk, OFFICER, id, { message })).toMatchObject({ id });
    expect(await messagesOf(house, id)).toMatchObject([{ state: 'bounced', bouncedAt: clock.now() }]);
    const { items } = await house.store.transact(({ audit }) => audit.page('club', {}, { first: 1 }));
    expect(items[0]?.item).toMatchObject({ action: 'message.bounce', actor: OFFICER.actor, details: { message } });
    await expect(recordBounce(house.desk, OFFICER, id, { message })).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('of no such message, or of another request’s, is refused alike', async () => {
    const { id } = await waiting();
    const [message] = await messagesOf(house, id);
    const other = await house.open({ identifiers: [{ kind: 'email', value: 'bob@example.org' }] });
    for (const [request, wanted] of [
      [id, 'msg_none'],
      [other.id, message?.id ?? ''],
      ['req_none', message?.id ?? ''],
    ] as const) {
      await expect(recordBounce(house.desk, OFFICER, request, { message: wanted })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
