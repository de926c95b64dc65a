import { ConnectorError } from '@habeas/connector-sdk';
import { afterEach, describe, expect, it } from '@jest/globals';
import { revokeLink } from '../delivery/manage-link.js';
import { subjectViewer } from '../identity/ask-for-data.js';
import { openCaseFile } from '../request/sealed-files.js';
import { shredRequest } from '../request/shred-request.js';
import { deliveryHouse, stopHouses } from '../testing/delivery-house.js';
import { OFFICER } from '../testing/request-house.js';
import { down, OPEN, RECEIVERS, sending } from '../testing/transmission-house.js';
import { until } from '../testing/working.js';
import { orderOwnTransmission, orderTransmission } from './order-transmission.js';
import { MOST_TRANSMISSIONS } from './transmission.js';

afterEach(stopHouses);

const DAY_MS = 86_400_000;

describe('data that its subject has sent to another controller (DEL-04)', () => {
  it('is made of the portable part, sent once, acknowledged, told, and deleted', async () => {
    const rights: unknown[] = [];
    const house = await sending(undefined, (request) => {
      rights.push(request.rights);
      return OPEN;
    });
    await house.own({ receiver: 'union' });
    expect(await house.ended()).toMatchObject({ state: 'sent', receiver: 'union', orderedBy: 'subject' });
    expect(rights).toEqual([['access'], ['portability']]);
    const [{ sent } = house.tries[0]!] = house.tries;
    expect((await house.ended()).receipt).toEqual({ bytes: sent.bytes, sha256: sent.sha256 });
    await until(() => Promise.resolve(!house.club.vault.stored().some((name) => name.includes('/transmit/'))));
    expect(await house.told('transmitted')).toBe(true);
    const actions = (await house.entries()).map(({ action }) => action);
    for (const action of ['order', 'make', 'send']) expect(actions).toContain(`transmission.${action}`);
    await shredRequest(house.club.desk, house.officer(), house.request.id);
    expect(await house.all()).toMatchObject([{ state: 'sent' }]);
  });

  it('is the same archive under the same id at each try, and each try has a number of its own', async () => {
    let count = 0;
    const house = await sending((sent) => ((count += 1) < 3 ? down() : { bytes: sent.bytes, sha256: sent.sha256 }));
    await house.own({ receiver: 'union' });
    expect(await house.ended()).toMatchObject({ state: 'sent' });
    expect(new Set(house.tries.map(({ sent: { id }, text }) => `${id} ${text}`)).size).toBe(1);
    expect(new Set(house.tries.map(({ sent }) => sent.attempt)).size).toBe(3);
    expect((await house.entries()).filter(({ action }) => action === 'transmission.make')).toHaveLength(1);
  });

  it('is noted by staff with what the subject said, which only the case file holds', async () => {
    const house = await sending();
    const said = { receiver: 'union', instruction: ' By telephone. ' };
    await expect(orderTransmission(house.club.desk, OFFICER, house.request.id, said)).rejects.toMatchObject({
      code: 'STEP_UP_REQUIRED',
    });
    const nothing = { ...said, instruction: ' ' };
    const order = (given: typeof said) => orderTransmission(house.club.desk, house.officer(), house.request.id, given);
    await expect(order(nothing)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await order(said);
    expect(await house.ended()).toMatchObject({ orderedBy: 'staff', state: 'sent' });
    const { transmissionWords } = await openCaseFile(house.club.vault, await house.club.get(house.request.id));
    expect(transmissionWords).toMatchObject([{ text: 'By telephone.', by: 'stf_1' }]);
    expect(JSON.stringify(await house.entries())).not.toContain('telephone');
  });

  it('is ten times at most, and to one of them once at a time', async () => {
    const house = await sending(down);
    await house.own({ receiver: 'union' });
    await expect(house.own({ receiver: 'union' })).rejects.toMatchObject({ code: 'WRONG_STATE' });
    for (let count = 1; count < MOST_TRANSMISSIONS; count += 1) await house.own({ receiver: 'paper' });
    await expect(house.own({ receiver: 'paper' })).rejects.toMatchObject({ code: 'LIMITED' });
  });
});

describe('data that does not go to another controller (DEL-05)', () => {
  it.each([
    ['one that is not listed', { name: 'My new bank' }, 'not-listed'],
    ['one that is listed no more', { receiver: 'gone' }, 'not-listed'],
    ['one without an address', { receiver: 'paper' }, 'no-endpoint'],
  ])('to %s, which its subject is told at once', async (_what, named, reason) => {
    const house = await sending();
    await house.own(named);
    expect(await house.ended()).toMatchObject({ state: 'failed', reason });
    expect(await house.told('not_transmitted')).toBe(true);
    expect(house.tries).toEqual([]);
  });

  it('keeps the name of one that is not listed in the case file, and takes none that is empty or endless', async () => {
    const house = await sending();
    await house.own({ name: 'My new bank' });
    const { transmissionWords } = await openCaseFile(house.club.vault, await house.club.get(house.request.id));
    expect(transmissionWords).toMatchObject([{ name: 'My new bank', by: 'subject' }]);
    expect(JSON.stringify([await house.all(), await house.entries()])).not.toContain('My new bank');
    for (const name of [' ', 'x'.repeat(201)]) await expect(house.own({ name })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it.each([
    ['contract', 'refused'],
    ['not-found', 'not-listed'],
    ['egress', 'fault'],
  ] as const)('where the other side answers so: %s', async (errorClass, reason) => {
    const house = await sending(() => {
      throw new ConnectorError(errorClass, 'No.');
    });
    await house.own({ receiver: 'union' });
    expect(await house.ended()).toMatchObject({ state: 'failed', reason });
    expect((await house.club.get(house.request.id)).state).toBe('released');
  });

  it('where the other side could not be reached for a day', async () => {
    const house = await sending(down);
    await house.own({ receiver: 'union' });
    await until(() => Promise.resolve(house.tries.length > 1));
    expect((await house.all())[0]?.state).toBe('waiting');
    house.clock.pass(DAY_MS);
    expect(await house.ended()).toMatchObject({ state: 'failed', reason: 'unreachable' });
    expect(await house.told('not_transmitted')).toBe(true);
  });

  it('where a fault is ours, which the log is told of too', async () => {
    const house = await sending(() => {
      throw new TypeError('a bug');
    });
    await house.own({ receiver: 'union' });
    expect(await house.ended()).toMatchObject({ state: 'failed', reason: 'fault' });
    expect(house.club.faults).toHaveLength(1);
  });

  it('where nothing says what is portable, before or while it is made', async () => {
    const without = await sending(undefined, (request) => (request.rights.includes('access') ? OPEN : undefined));
    await without.own({ receiver: 'union' });
    expect(await without.ended()).toMatchObject({ state: 'failed', reason: 'undetermined' });
    const row = await without.club.get(without.request.id);
    const { disclosure: _, ...undecided } = row;
    await without.club.store.transact(({ requests }) => requests.change({ ...undecided, version: row.version + 1 }));
    await without.own({ receiver: 'union' });
    expect(await without.ended()).toMatchObject({ state: 'failed', reason: 'undetermined' });
  });

  it('where the answer was taken back, before it is ordered or while it is tried', async () => {
    const house = await sending(down);
    await house.own({ receiver: 'union' });
    await until(() => Promise.resolve(house.tries.length > 0));
    await revokeLink(house.club.desk, house.officer(), house.request.id);
    expect(await house.ended()).toMatchObject({ state: 'failed', reason: 'stopped' });
    await expect(house.own({ receiver: 'union' })).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('where it is destroyed first: nothing of it stays', async () => {
    const house = await sending(down);
    await house.own({ receiver: 'union' });
    await until(() => Promise.resolve(house.tries.length > 0));
    await shredRequest(house.club.desk, house.officer(), house.request.id);
    const [stopped] = await house.all();
    expect(stopped).toMatchObject({ state: 'failed', reason: 'stopped' });
    expect(stopped).not.toHaveProperty('file');
    await until(() => Promise.resolve(house.club.vault.stored().length === 0));
  });

  it('waits while an addition is prepared', async () => {
    const house = await sending();
    const row = await house.club.get(house.request.id);
    await house.club.store.transact(({ requests }) =>
      requests.change({ ...row, state: 'awaiting_release', version: row.version + 1 }),
    );
    await house.own({ receiver: 'union' });
    await until(async () => {
      const steps = await house.club.store.transact(({ steps }) => steps.of('club', row.id));
      return steps.some(({ kind, problem }) => kind === 'transmit' && problem !== undefined);
    });
    expect([(await house.all())[0]?.state, house.tries.length]).toEqual(['waiting', 0]);
  });

  it('where this service can send to nobody', async () => {
    const { club, handOver } = deliveryHouse({ disclosed: () => OPEN, transmissions: { receivers: RECEIVERS } });
    const { request } = await handOver();
    await club.workUntil(request.id, 'released');
    await orderOwnTransmission(club.desk, subjectViewer('club'), request.id, { receiver: 'union' });
    await until(async () => (await club.get(request.id)).transmissions?.at(-1)?.state === 'failed');
    expect((await club.get(request.id)).transmissions).toMatchObject([{ reason: 'not-listed' }]);
  });
});
