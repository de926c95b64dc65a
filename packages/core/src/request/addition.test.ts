import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { fetchableOf, stepsOf as stepsIn } from '../testing/addition-house.js';
import { ASSOCIATION, NEWSLETTER, TICKETS } from '../testing/association.js';
import { fakeSource } from '../testing/fake-source.js';
import type { FakeFault } from '../testing/fake-script.js';
import { manualSource } from '../testing/manual-source.js';
import { archiveOf } from '../testing/mortal-house.js';
import { refuseUnfounded } from '../testing/refusing.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { ShiftedClock } from '../testing/shifted-clock.js';
import { openCaseFile } from './sealed-files.js';
import type { DataRequest } from './data-request.js';
import { cancelRequest, releaseRequest, retrySearch } from './decide-request.js';
import { giveUp, unsearchedTitles } from './give-up.js';
import { standingArchive } from './given-answer.js';
import { retrySource } from './retry-source.js';
import { shredRequest } from './shred-request.js';
import { endTask } from './tasks/end-task.js';

const DENIED = new ConnectorError('permission', 'Not yours to read.');
const HOUR_MS = 3_600_000;

let clock = new ShiftedClock();
let house: RequestHouse | undefined;
afterEach(() => house?.stop());

const officer = () => ({ ...OFFICER, steppedUpAt: clock.now() });

/** An answer that went out without the ticket shop, which is down so often. */
async function partial(times: number, ...faults: readonly FakeFault[]): Promise<DataRequest> {
  clock = new ShiftedClock();
  const shop = { ...TICKETS, faults: [{ at: 'open' as const, error: DENIED, times }, ...faults] };
  house = requestHouse([ASSOCIATION, NEWSLETTER, shop].map(fakeSource), { clock });
  const { id } = await house.open();
  await house.workUntil(id, 'awaiting_release');
  return releaseRequest(house.desk, officer(), id, { days: 7, reason: 'The shop is down.' });
}

async function trailOf(): Promise<readonly string[]> {
  const { items } = await house!.store.transact(({ audit }) => audit.page('club', {}, { first: 100 }));
  return items.map(({ item }) => `${item.actor.kind} ${item.action}`);
}

describe('what a subject can fetch', () => {
  it('is the archive where it went out before answers were noted', () => {
    const archive = { blob: 'archive/1-1', bytes: 1, sha256: 'ab', records: 0, files: 0 };
    expect(standingArchive({ archive })).toBe(archive);
    expect(standingArchive(undefined)).toBeUndefined();
  });
});

describe('an addition to an answer in which something was missing', () => {
  it('says what is outstanding from the release on, and looks for it an hour later', async () => {
    const released = await partial(2);
    expect(released.answers).toMatchObject([{ complete: false, missing: ['shop'], archive: { records: 8 } }]);
    const [recheck] = await stepsIn(house!, released.id, 'recheck');
    expect(recheck?.state).toBe('pending');
    expect(recheck!.dueAt.getTime() - new Date(released.answers![0]!.releasedAt).getTime()).toBe(HOUR_MS);
  });

  it('is searched, read and made by itself when the source is back, while the first answer can still be fetched', async () => {
    const released = await partial(2);
    clock.pass(HOUR_MS + 1);
    const ready = await house!.workUntil(released.id, 'awaiting_release');
    expect(ready).toMatchObject({ complete: true, retriedSource: 'shop', archive: { records: 9 } });
    expect(await fetchableOf(house!, ready)).toBe(8);
    expect(await archiveOf(house!, ready.id)).toContain('Martin Ann');
    const again = await releaseRequest(house!.desk, officer(), ready.id, { days: 7 });
    expect(again.answers).toMatchObject([{ complete: false }, { complete: true, missing: [], archive: { records: 9 } }]);
    expect(await fetchableOf(house!, again)).toBe(9);
    expect(await trailOf()).toEqual(expect.arrayContaining(['system request.retry', 'staff request.release']));
    expect(await stepsIn(house!, again.id, 'recheck')).toMatchObject([{ state: 'done' }]);
  });

  it('is looked for again and again, less often each time, and not after the end of the answer', async () => {
    const released = await partial(99);
    const delays: number[] = [];
    for (;;) {
      const [waiting] = (await stepsIn(house!, released.id, 'recheck')).filter(({ state }) => state === 'pending');
      if (waiting === undefined) break;
      delays.push(Math.round((waiting.dueAt.getTime() - clock.now().getTime()) / HOUR_MS));
      clock.pass(waiting.dueAt.getTime() - clock.now().getTime() + 1);
      house!.worker.wake();
      await untilDone(waiting.id);
    }
    expect(delays.slice(0, 6)).toEqual([1, 1, 2, 4, 8, 16]);
    expect(Math.max(...delays)).toBe(24);
    expect(delays.reduce((sum, each) => sum + each, 0)).toBeLessThan(7 * 24);
    expect((await house!.get(released.id)).state).toBe('released');
    expect(await trailOf()).toContain('system addition.wait');
  });

  it('is given up with the last look, once: the subject and those who decide are told, and the answer says so (SCP-09)', async () => {
    const released = await partial(99);
    for (let looks = 0; looks < 20; looks += 1) {
      const waiting = (await stepsIn(house!, released.id, 'recheck')).find(({ state }) => state === 'pending');
      if (waiting === undefined) break;
      expect(unsearchedTitles(house!.desk, await house!.get(released.id), 'en')).toEqual([]);
      clock.pass(waiting.dueAt.getTime() - clock.now().getTime() + 1);
      await untilDone(waiting.id);
    }
    const left = await house!.get(released.id);
    expect(left.answers).toMatchObject([{ complete: false, missing: ['shop'], givenUpAt: expect.any(String) }]);
    const messages = await house!.store.transact((transaction) => transaction.messages.of('club', left.id));
    for (const told of ['addition_given_up', 'review_needed'])
      expect(messages.filter(({ kind }) => kind === told)).toHaveLength(1);
    expect((await trailOf()).filter((entry) => entry === 'system addition.giveUp')).toHaveLength(1);
    const shop = fakeSource(TICKETS).description.title;
    expect(unsearchedTitles(house!.desk, left, 'en')).toEqual([shop]);
    const { answers: _answers, ...unanswered } = left;
    const viewer = { actor: { kind: 'system', id: 'worker-1' }, controller: 'club' } as const;
    await house!.store.transact((transaction) => giveUp(transaction, unanswered, { desk: house!.desk, viewer }));
    expect(await house!.get(left.id)).toEqual(left);
    const none = { sources: { ...house!.desk.sources, bindingsOf: () => [] } };
    expect(unsearchedTitles(none, left, 'en')).toEqual(['shop']);
    expect(unsearchedTitles(house!.desk, { ...left, state: 'searching' }, 'en')).toEqual([]);
  });

  it('waits for what a check of the source says is still denied, and for a source that cannot be checked', async () => {
    const released = await partial(2);
    const health = { collections: [{ collection: '*', status: 'denied', problems: [] }] } as never;
    for (const [index, check] of [() => Promise.resolve(health), () => Promise.reject(DENIED)].entries()) {
      const waiting = (await stepsIn(house!, released.id, 'recheck')).find(({ state }) => state === 'pending')!;
      await house!.stop();
      const shop = fakeSource(TICKETS);
      const open = async (signal: AbortSignal) => ({ ...(await shop.open(signal)), check }) as never;
      const outliving = { clock, store: house!.store, vault: house!.vault };
      house = requestHouse([fakeSource(ASSOCIATION), { ...shop, open }], { ...outliving, worker: `later-${String(index)}` });
      clock.pass(24 * HOUR_MS);
      await untilDone(waiting.id);
      expect(shop.openSessions()).toBe(0);
      expect((await house.get(released.id)).state).toBe('released');
    }
    expect(await trailOf()).toContain('system addition.wait');
  });

  it('is brought about by a person as well, and never of an answer in which nothing was missing', async () => {
    const released = await partial(2);
    await retrySource(house!.desk, OFFICER, released.id, 'shop');
    const ready = await house!.workUntil(released.id, 'awaiting_release');
    expect(await stepsIn(house!, ready.id, 'recheck')).toMatchObject([{ state: 'cancelled' }]);
    expect(await stepsIn(house!, ready.id, 'expire')).toMatchObject([{ state: 'cancelled' }]);
    const again = await releaseRequest(house!.desk, officer(), ready.id, { days: 3 });
    await expect(retrySearch(house!.desk, OFFICER, again.id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('is left at what went out where it is cancelled: what was fetched before is fetched again, and destroyed in time', async () => {
    const released = await partial(2);
    await retrySource(house!.desk, OFFICER, released.id, 'shop');
    const ready = await house!.workUntil(released.id, 'awaiting_release');
    await expect(refuseUnfounded(house!.desk, OFFICER, ready.id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const settled = await cancelRequest(house!.desk, OFFICER, ready.id, 'She does not want it.');
    expect(settled).toMatchObject({ state: 'released', complete: false, archive: { records: 8 }, expiresAt: released.expiresAt });
    expect((await openCaseFile(house!.vault, settled)).decisions).toMatchObject([{ event: 'release' }, { event: 'cancel' }]);
    clock.pass(7 * 24 * HOUR_MS);
    house!.worker.wake();
    const gone = await house!.workUntil(ready.id, 'shredded');
    expect(gone.answers).toHaveLength(1);
    expect(gone).not.toHaveProperty('dataKey', expect.anything());
  });

  it('is destroyed with the first answer by an officer, whatever was released', async () => {
    const released = await partial(2);
    await retrySource(house!.desk, OFFICER, released.id, 'shop');
    await house!.workUntil(released.id, 'awaiting_release');
    await releaseRequest(house!.desk, officer(), released.id, { days: 3 });
    await shredRequest(house!.desk, OFFICER, released.id);
    for (let look = 0; look < 200 && house!.vault.stored().length > 0; look += 1)
      await new Promise((wake) => setTimeout(wake, 5));
    expect(house!.vault.stored()).toEqual([]);
    await expect(fetchableOf(house!, await house!.get(released.id))).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('comes of a search by hand that ended after the answer (SCP-07)', async () => {
    clock = new ShiftedClock();
    house = requestHouse([fakeSource(ASSOCIATION), manualSource()], { clock });
    const { id } = await house.open();
    await house.workUntil(id, 'awaiting_release');
    await releaseRequest(house.desk, officer(), id, { days: 7, reason: 'The binder is away.' });
    clock.pass(HOUR_MS + 1);
    house.worker.wake();
    await untilDone((await stepsIn(house, id, 'recheck'))[0]!.id);
    const report = {
      outcome: 'found',
      isStated: true,
      rows: [{ collection: 'note', format: 'json', text: '[{"a":"b"}]' }],
    } as const;
    await endTask(house.desk, officer(), { request: id, task: 't1' }, report);
    const ready = await house.workUntil(id, 'awaiting_release');
    expect(ready).toMatchObject({ complete: true, retriedSource: 'paper' });
  });
});

async function untilDone(step: string): Promise<void> {
  for (let look = 0; look < 1_000; look += 1) {
    const { items } = await house!.store.transact(({ requests }) => requests.page('club', {}, { first: 1 }));
    const steps = await house!.store.transact((transaction) => transaction.steps.of('club', items[0]!.item.id));
    if (steps.find(({ id }) => id === step)?.state === 'done') return;
    house!.worker.wake();
    await new Promise((wake) => setTimeout(wake, 5));
  }
  throw new Error('The step does not end.');
}
