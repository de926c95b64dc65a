import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { stepsOf } from '../testing/addition-house.js';
import { ASSOCIATION, TICKETS } from '../testing/association.js';
import { fakeSource } from '../testing/fake-source.js';
import { FakeMailer } from '../testing/mail-house.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { ShiftedClock } from '../testing/shifted-clock.js';
import { until } from '../testing/working.js';
import type { DataRequest } from './data-request.js';
import { releaseRequest } from './decide-request.js';
import { giveUpLate } from './give-up.js';

const DENIED = new ConnectorError('permission', 'Not yours to read.');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const IDENTIFIERS = [{ kind: 'email', value: 'ann@example.org', provedBy: 'signed in' }] as const;

let clock: ShiftedClock;
let mailer: FakeMailer;
let house: RequestHouse;
afterEach(() => house.stop());

/** An answer that went out without the ticket shop, and whose every worker is away since. */
async function leftAlone(): Promise<DataRequest> {
  clock = new ShiftedClock();
  const shop = { ...TICKETS, faults: [{ at: 'open' as const, error: DENIED, times: 99 }] };
  house = requestHouse([ASSOCIATION, shop].map(fakeSource), { clock });
  const { id } = await house.open({ identifiers: IDENTIFIERS });
  await house.workUntil(id, 'awaiting_release');
  const viewer = { ...OFFICER, steppedUpAt: clock.now() };
  const released = await releaseRequest(house.desk, viewer, id, { days: 7, reason: 'The shop is down.' });
  await house.stop();
  return released;
}

/** The next worker, on what is left, with another ticket shop. */
function comesBack(shop = fakeSource(TICKETS)): void {
  mailer = new FakeMailer();
  const { store, vault } = house;
  house = requestHouse([fakeSource(ASSOCIATION), shop], { clock, store, vault, mailer, worker: 'later' });
}

async function endOf({ id }: DataRequest, expiresAt: Date): Promise<void> {
  const request = await house.get(id);
  await house.store.transact(({ requests }) => requests.change({ ...request, expiresAt, version: request.version + 1 }));
}

const told = (): readonly string[] => mailer.accepted.map(({ kind }) => kind).sort();

async function givenUpTimes(): Promise<number> {
  const { items } = await house.store.transact(({ audit }) => audit.page('club', {}, { first: 100 }));
  return items.filter(({ item }) => item.action === 'addition.giveUp').length;
}

describe('an addition that nobody could look for to the last, because every worker was away (SCP-09)', () => {
  it('is given up before the end, though the end is due as well, and is told within an hour that the end then waits', async () => {
    const { id } = await leftAlone();
    clock.pass(8 * DAY_MS);
    // The look hangs at its source when the end is done
    comesBack({ ...fakeSource(TICKETS), open: (signal) => new Promise((_, reject) => { signal.addEventListener('abort', () => { reject(DENIED); }); }) }); // prettier-ignore
    await until(() => told().length === 2);
    expect(told()).toEqual(['addition_given_up', 'review_needed']);
    expect(mailer.accepted.find(({ kind }) => kind === 'addition_given_up')?.facts).toMatchObject({ unsearched: ['shop'] });
    const kept = await house.get(id);
    expect([kept.state, kept.answers?.at(-1)?.givenUpAt]).toEqual(['released', expect.any(String)]);
    expect((await stepsOf(house, id, 'recheck')).map(({ state }) => state)).toEqual(['cancelled']);
    clock.pass(HOUR_MS);
    await house.workUntil(id, 'shredded');
    await until(() => house.vault.stored().length === 0);
    expect([await givenUpTimes(), told().length, house.faults]).toEqual([1, 2, []]);
  });

  it('is given up by a look that comes after the end, and not begun, though its source is back', async () => {
    const released = await leftAlone();
    await endOf(released, clock.now());
    clock.pass(7 * DAY_MS - HOUR_MS / 2);
    comesBack();
    await until(() => told().length === 2);
    expect((await house.get(released.id)).state).toBe('released');
    clock.pass(HOUR_MS / 2 + 1);
    // The end comes within the hour, and waits for the rest of it
    await until(async () => (await stepsOf(house, released.id, 'expire')).length === 2);
    expect((await house.get(released.id)).state).toBe('released');
    clock.pass(HOUR_MS / 2);
    await house.workUntil(released.id, 'shredded');
    expect(await givenUpTimes()).toBe(1);
  });

  it('stands in the trail alone where the key is gone with its week: nothing can be written any more', async () => {
    const { id } = await leftAlone();
    clock.pass(30 * DAY_MS);
    house.vault.destroyKeys(id);
    comesBack();
    await until(async () => (await givenUpTimes()) === 1);
    clock.pass(HOUR_MS);
    await house.workUntil(id, 'shredded');
    expect([told(), await givenUpTimes()]).toEqual([[], 1]);
  });

  it('waits where the vault does not answer: what is wrong with it is thrown on', async () => {
    const request = await leftAlone();
    const away = new Error('The vault is away.');
    const desk = { ...house.desk, vault: { ...house.vault, keepUntil: () => Promise.reject(away) } };
    const giving = house.store.transact((transaction) => giveUpLate(transaction, request, { desk, viewer: OFFICER }));
    await expect(giving).rejects.toBe(away);
    expect(await givenUpTimes()).toBe(0);
  });
});
