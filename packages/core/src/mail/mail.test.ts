import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import type { AuditEntry } from '../audit/audit-entry.js';
import { lockRequest } from '../request/change-request.js';
import { CANARY, FakeMailer, LeapingClock, messagesOf, queued, READY } from '../testing/mail-house.js';
import { type HouseOptions, OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { memoryStore } from '../testing/store/memory-store.js';
import { until } from '../testing/working.js';
import { unprovided } from '../work/not-provided.js';
import { mailStep } from './mail-step.js';
import { queueMessage } from './queue-message.js';
import { type Message, MESSAGE_KINDS, type NewMessage } from './message.js';

const houses: RequestHouse[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.stop();
});

function houseWith(options: HouseOptions = {}): RequestHouse {
  const house = requestHouse([], options);
  houses.push(house);
  return house;
}

/** A request that nobody has proved anything of: it waits, whatever else happens. */
async function opened(house: RequestHouse): Promise<string> {
  return (await house.open({ identifiers: [{ kind: 'email', value: CANARY }] })).id;
}

async function trail({ store }: RequestHouse): Promise<readonly AuditEntry[]> {
  const { items } = await store.transact(({ audit }) => audit.page('club', {}, { first: 100 }));
  return items.map(({ item }) => item).reverse();
}

function rows({ store }: RequestHouse, id: string): Promise<readonly Message[]> {
  return store.transact(({ messages }) => messages.of('club', id));
}

async function reaches(house: RequestHouse, id: string, state: string): Promise<void> {
  await until(async () => (await messagesOf(house, id)).every((message) => message.state === state));
}

const DOWN = new ConnectorError('transient', 'The mail server cannot be reached.');

describe('a message', () => {
  it('goes out with what was sealed of it, and keeps its kind, its times and a receipt', async () => {
    const mailer = new FakeMailer();
    const house = houseWith({ mailer });
    const id = await opened(house);
    const message = await queued(house, id);
    await reaches(house, id, 'sent');
    const [out] = mailer.accepted;
    expect(out).toEqual({ ...READY, id: message, controller: 'club' });
    expect(out?.to.reveal()).toBe(CANARY);
    const kept = { kind: 'archive_ready', language: 'fr', state: 'sent', receipt: 'ab'.repeat(32) };
    expect(await rows(house, id)).toEqual([
      { ...kept, id: message, controller: 'club', request: id, queuedAt: expect.any(Date), sentAt: expect.any(Date) },
    ]);
  });

  it('of any kind is told in the same way', async () => {
    const mailer = new FakeMailer();
    const house = houseWith({ mailer });
    const id = await opened(house);
    for (const kind of MESSAGE_KINDS) await queued(house, id, { ...READY, kind } as NewMessage);
    await reaches(house, id, 'sent');
    expect(mailer.accepted.map(({ kind }) => kind).sort()).toEqual([...MESSAGE_KINDS].sort());
  });

  it('stands in the trail by its kind, and nowhere by its address or its secret', async () => {
    const mailer = new FakeMailer();
    const house = houseWith({ mailer });
    const id = await opened(house);
    const message = await queued(house, id);
    await reaches(house, id, 'sent');
    const entries = (await trail(house)).filter(({ action }) => action.startsWith('message.'));
    expect(entries.map(({ action, object, details }) => [action, object.id, details])).toEqual([
      ['message.queue', id, { message, kind: 'archive_ready' }],
      ['message.send', id, { message, kind: 'archive_ready', receipt: 'ab'.repeat(32) }],
    ]);
    const steps = await house.store.transact(({ steps: ledger }) => ledger.of('club', id));
    expect(JSON.stringify([await trail(house), steps, await rows(house, id)])).not.toContain('canary');
    expect(JSON.stringify(mailer.accepted[0])).not.toContain(CANARY);
  });

  it('does not go out where what it tells of did not happen', async () => {
    const mailer = new FakeMailer();
    const house = houseWith({ mailer });
    const id = await opened(house);
    const work = house.store.transact(async (transaction) => {
      await queueMessage(transaction, house.desk, await lockRequest(transaction, OFFICER, id), OFFICER, READY);
      throw new Error('rolled back');
    });
    await expect(work).rejects.toThrow('rolled back');
    const message = await queued(house, id);
    await reaches(house, id, 'sent');
    expect(mailer.accepted.map((out) => out.id)).toEqual([message]);
  });

  it('goes out again under the same id where its worker was killed before that was noted, and never after', async () => {
    const clock = new LeapingClock();
    const store = memoryStore({ clock });
    const mailer = new FakeMailer();
    const killed = houseWith({ clock, store, mailer, worker: 'killed' });
    killed.worker.stop();
    const id = await opened(killed);
    const message = await queued(killed, id);
    const claim = (await store.claim({ worker: 'killed', leaseMs: 1_000, kinds: ['mail'] }))!;
    const context = { claim, desk: killed.desk, request: await killed.get(id), signal: new AbortController().signal } as never;
    await mailStep(context);
    expect(await messagesOf(killed, id)).toMatchObject([{ state: 'waiting' }]);
    clock.leap(1_001);
    const next = houseWith({ clock, store, vault: killed.vault, mailer });
    await reaches(next, id, 'sent');
    expect(mailer.accepted.map((out) => out.id)).toEqual([message, message]);
    const over = await mailStep(context);
    await store.transact(async (transaction) => over(transaction, await lockRequest(transaction, OFFICER, id)));
    expect(mailer.tries).toBe(2);
  });

  it('waits for a mail server that is down for a day, and says why', async () => {
    const clock = new LeapingClock();
    const mailer = new FakeMailer();
    mailer.fault = DOWN;
    const house = houseWith({ clock, mailer });
    const id = await opened(house);
    await queued(house, id);
    for (let half = 1; half <= 48; half += 1) {
      await until(() => mailer.tries >= half);
      await until(async () => (await house.store.nextDueAt())! > clock.now());
      clock.leap(30 * 60_000);
    }
    const [waiting] = await messagesOf(house, id);
    expect(waiting).toMatchObject({ state: 'waiting', problem: { errorClass: 'transient', message: DOWN.message } });
    expect(waiting?.nextTryAt).toBeInstanceOf(Date);
    mailer.fault = undefined;
    clock.leap(30 * 60_000);
    await reaches(house, id, 'sent');
    expect(mailer.accepted).toHaveLength(1);
    expect((await messagesOf(house, id))[0]).not.toHaveProperty('problem');
  });

  it('waits where there is no mail server, and goes out once there is one', async () => {
    const clock = new LeapingClock();
    const store = memoryStore({ clock });
    const without = houseWith({ clock, store, worker: 'without' });
    const id = await opened(without);
    await queued(without, id);
    await until(async () => (await messagesOf(without, id))[0]?.problem !== undefined);
    expect(await messagesOf(without, id)).toMatchObject([
      { kind: 'archive_ready', state: 'waiting', problem: { message: 'This service has no mail server.' } },
    ]);
    // The log says so at the start, and not at each try; and nobody is late who does not send it
    expect(without.faults).toEqual([]);
    expect([unprovided(without.desk), unprovided({ mailer: new FakeMailer() })]).toEqual([['mail'], []]);
    await without.stop();
    clock.leap(30 * 60_000);
    const mailer = new FakeMailer();
    const house = houseWith({ clock, store, vault: without.vault, mailer });
    await reaches(house, id, 'sent');
    expect(mailer.accepted).toHaveLength(1);
  });

  it('that is refused for good has failed, with its reason, and lets its request be', async () => {
    const mailer = new FakeMailer();
    mailer.fault = new ConnectorError('not-found', 'The mail server knows no such mailbox (550).');
    const house = houseWith({ mailer });
    const id = await opened(house);
    const message = await queued(house, id);
    await reaches(house, id, 'failed');
    const [failed] = await rows(house, id);
    expect(failed).toMatchObject({ state: 'failed', failedAt: expect.any(Date), problem: { errorClass: 'not-found' } });
    expect(failed).not.toHaveProperty('sealed');
    expect((await trail(house)).at(-1)).toMatchObject({
      action: 'message.fail',
      actor: { kind: 'system' },
      details: { message, kind: 'archive_ready', errorClass: 'not-found' },
    });
    expect(await house.get(id)).toMatchObject({ state: 'received' });
    expect(mailer.tries).toBe(1);
  });

  it('whose content cannot be opened has failed, and is not sent', async () => {
    const mailer = new FakeMailer();
    const house = houseWith({ mailer });
    const id = await opened(house);
    const empty: Message = { id: 'msg_1', controller: 'club', request: id, kind: 'closed', language: 'en', state: 'waiting', queuedAt: new Date() }; // prettier-ignore
    await house.store.transact(async ({ messages, steps, now }) => {
      await messages.add(empty);
      const step = { id: 'stp_1', controller: 'club', request: id, key: 'mail-msg_1', kind: 'mail', workflowVersion: 1 } as const;
      await steps.add({ ...step, dueAt: now });
    });
    await reaches(house, id, 'failed');
    expect(await messagesOf(house, id)).toMatchObject([{ problem: { errorClass: 'contract' } }]);
    expect(mailer.tries).toBe(0);
  });
});
