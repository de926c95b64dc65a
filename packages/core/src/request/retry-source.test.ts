import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { ASSOCIATION, NEWSLETTER, TICKETS } from '../testing/association.js';
import type { FakeFault, FakeScript } from '../testing/fake-script.js';
import { type FakeSource, fakeSource } from '../testing/fake-source.js';
import { manualSource } from '../testing/manual-source.js';
import { archiveOf, hastyClock } from '../testing/mortal-house.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import type { DataRequest } from './data-request.js';
import { retrySearch } from './decide-request.js';
import { findingsOf } from './gathered.js';
import { retrySource } from './retry-source.js';
import { endTask } from './tasks/end-task.js';

const SCRIPTS = [ASSOCIATION, NEWSLETTER, TICKETS];
const MEMBER = ASSOCIATION.collections.member!;
const ANN_AGAIN = { ...MEMBER.rows[0], id: 31 };
/** The same, where the first member was written down again and the others are gone. */
const GROWN: readonly FakeScript[] = [
  {
    ...ASSOCIATION,
    collections: { ...ASSOCIATION.collections, member: { ...MEMBER, rows: [...MEMBER.rows.slice(0, 1), ANN_AGAIN] } },
  },
  NEWSLETTER,
  TICKETS,
];
const DENIED = new ConnectorError('permission', 'Not yours to read.', { remedy: 'Ask for the right.' });
const AWAY = new ConnectorError('transient', 'It does not answer.');

let house: RequestHouse | undefined;
afterEach(() => house?.stop());

/** What one fault makes of a source, and the request that has met it. */
async function searched(
  id: string,
  ...faults: readonly FakeFault[]
): Promise<{ sources: readonly FakeSource[]; request: DataRequest }> {
  const sources = SCRIPTS.map((script) => fakeSource(script.id === id ? { ...script, faults } : script));
  house = requestHouse(sources);
  const { id: request } = await house.open();
  return { sources, request: await house.workUntil(request, 'awaiting_release') };
}

/** What was done to each source from here on. */
function listenTo(sources: readonly FakeSource[]): () => Readonly<Record<string, readonly string[]>> {
  const before = sources.map(({ calls }) => calls.length);
  return () => Object.fromEntries(sources.map(({ description, calls }, index) => [description.id, calls.slice(before[index])]));
}

async function retried(request: DataRequest, source: string): Promise<DataRequest> {
  await retrySource(house!.desk, OFFICER, request.id, source);
  return house!.workUntil(request.id, 'awaiting_release');
}

/** What a search comes to in which nothing failed. */
async function whole(scripts: readonly FakeScript[] = SCRIPTS): Promise<{ archive: string; ledger: DataRequest['ledger'] }> {
  const quiet = requestHouse(scripts.map(fakeSource));
  const { id } = await quiet.open();
  const { ledger } = await quiet.workUntil(id, 'awaiting_release');
  const archive = await archiveOf(quiet, id);
  await quiet.stop();
  return { archive, ledger };
}

describe('the retry of one source (SCP-09)', () => {
  it('asks no other source where it leads to nothing new, and gives the archive of a whole search', async () => {
    const { sources, request } = await searched('shop', { at: 'open', error: DENIED, times: 2 });
    expect(request).toMatchObject({ complete: false, archive: { records: 8 } });
    const heard = listenTo(sources);
    const done = await retried(request, 'shop');
    expect(heard()).toMatchObject({ crm: [], mail: [] });
    expect(heard().shop).toContain('records attendee');
    const expected = await whole();
    expect(await archiveOf(house!, done.id)).toBe(expected.archive);
    expect(done).toMatchObject({ complete: true, ledger: expected.ledger });
  });

  it('asks others for the identifiers that it brings, and reads only what they lead to', async () => {
    const { sources, request } = await searched('mail', { at: 'locate', error: DENIED, times: 4 });
    const heard = listenTo(sources);
    const done = await retried(request, 'mail');
    expect(heard().crm).toEqual(['open', 'locate 1', 'close']);
    expect(heard().shop).toContain('records attendee');
    const expected = await whole();
    expect(await archiveOf(house!, done.id)).toBe(expected.archive);
    expect(done.ledger.map(({ outcome }) => outcome)).toEqual(expected.ledger.map(({ outcome }) => outcome));
  });

  it('searches everything that the source leads to where it was the first to be asked', async () => {
    const { request } = await searched('crm', { at: 'open', error: DENIED, times: 2 });
    expect(request).toMatchObject({ complete: false, archive: { records: 0 } });
    const done = await retried(request, 'crm');
    expect(await archiveOf(house!, done.id)).toBe((await whole()).archive);
    expect(done.complete).toBe(true);
  });

  it('reads on where a reading of the source had stopped', async () => {
    const { sources, request } = await searched('crm', { at: 'records', collection: 'order', after: 2, error: DENIED });
    const heard = listenTo(sources);
    const done = await retried(request, 'crm');
    expect(heard()).toMatchObject({ mail: [], shop: [] });
    expect(heard().crm).not.toContain('records line');
    expect(await archiveOf(house!, done.id)).toBe((await whole()).archive);
  });

  it('tells of another source that failed what was told before, and does not ask it', async () => {
    const down = (at: FakeFault['at'], times: number): Pick<FakeScript, 'faults'> => ({ faults: [{ at, error: AWAY, times }] });
    const scripts = [ASSOCIATION, { ...NEWSLETTER, ...down('locate', 99) }, { ...TICKETS, ...down('open', 8) }];
    const sources = scripts.map(fakeSource);
    house = requestHouse(sources, { clock: hastyClock(), leaseMs: 1e12 });
    const { id } = await house.open();
    const before = await house.workUntil(id, 'awaiting_release');
    const lineOf = ({ ledger }: DataRequest, source: string) => ledger.filter((line) => line.source === source);
    expect(lineOf(before, 'mail')).toMatchObject([{ outcome: 'failed', message: 'It does not answer.', attempts: 4 }]);
    const heard = listenTo(sources);
    const done = await retried(before, 'shop');
    expect(heard()).toMatchObject({ crm: [], mail: [] });
    expect(lineOf(done, 'mail')).toEqual(lineOf(before, 'mail'));
    expect(lineOf(done, 'shop')).toMatchObject([{ outcome: 'empty' }, { outcome: 'skipped' }]);
    const again = await retried(done, 'crm');
    expect(heard()).toMatchObject({ mail: [] });
    expect(lineOf(again, 'mail')).toEqual(lineOf(before, 'mail'));
    expect(again.complete).toBe(false);
  });

  it('keeps in the ledger when each of the others was worked on', async () => {
    const { request } = await searched('shop', { at: 'open', error: DENIED, times: 2 });
    const timesOf = async (each: DataRequest): Promise<Readonly<Record<string, number>>> => {
      const findings = await findingsOf(house!.desk, each);
      for await (const found of findings.collections()) for await (const batch of found.records()) expect(batch).not.toEqual([]);
      const lines = findings.account().ledger.map((line) => [`${line.source.id}/${line.collection}`, line.finishedAt.getTime()]);
      return Object.fromEntries(lines) as Readonly<Record<string, number>>;
    };
    const before = await timesOf(request);
    const after = await timesOf(await retried(request, 'shop'));
    expect(after['crm/order']).toBe(before['crm/order']);
    expect(after['shop/attendee']).toBeGreaterThanOrEqual(before['crm/order'] ?? Infinity);
  });

  it('is in the trail with its source, and refused for one that there is not, or where the request does not wait', async () => {
    const { request } = await searched('shop', { at: 'open', error: DENIED, times: 2 });
    await expect(retrySource(house!.desk, OFFICER, request.id, 'paper')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(retrySource(house!.desk, OFFICER, 'req_0', 'shop')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const began = await retrySource(house!.desk, OFFICER, request.id, 'shop');
    expect(began).toMatchObject({ state: 'searching', retriedSource: 'shop' });
    const { items } = await house!.store.transact(({ audit }) => audit.page('club', { action: 'request.retry' }, { first: 1 }));
    expect(items[0]?.item).toMatchObject({ actor: OFFICER.actor, details: { state: 'searching', source: 'shop' } });
    await expect(retrySource(house!.desk, OFFICER, request.id, 'shop')).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await house!.workUntil(request.id, 'awaiting_release');
  });

  it('goes on from what a human has to review, and asks a source that people have searched meanwhile', async () => {
    const other = { email: 'ann@example.org', first: 'Bob', last: 'Dupont', phone: '', id: 9 };
    const member = { ...ASSOCIATION.collections.member!, rows: [...ASSOCIATION.collections.member!.rows, other] };
    const sources = [
      { ...ASSOCIATION, collections: { ...ASSOCIATION.collections, member } },
      { ...TICKETS, faults: [{ at: 'open' as const, error: DENIED }] },
    ].map(fakeSource);
    house = requestHouse([...sources, manualSource()]);
    const { id } = await house.open();
    await house.workUntil(id, 'in_review');
    const heard = listenTo(sources);
    const statement = { outcome: 'nothing_found', isStated: true } as const;
    await endTask(house.desk, { ...OFFICER, steppedUpAt: new Date() }, { request: id, task: 't1' }, statement);
    await retrySource(house.desk, OFFICER, id, 'shop');
    const again = await house.workUntil(id, 'in_review');
    expect(heard()).toMatchObject({ crm: [], shop: ['open', 'locate 1', 'close'] });
    expect(again.ledger.find(({ source }) => source === 'paper')).toMatchObject({ outcome: 'empty' });
  });

  it('keeps no piece of an earlier reading once everything is read anew', async () => {
    const { request } = await searched('shop', { at: 'open', error: DENIED, times: 2 });
    const kept = await retried(request, 'shop');
    const foldersOf = (): ReadonlySet<string> =>
      new Set(house!.vault.stored().flatMap((name) => /evidence\/[^/]+/u.exec(name) ?? []));
    expect(foldersOf().size).toBe(2);
    const later = requestHouse(GROWN.map(fakeSource), { store: house!.store, vault: house!.vault, worker: 'later' });
    await house!.stop();
    await retrySearch(later.desk, OFFICER, kept.id);
    await later.workUntil(kept.id, 'awaiting_release');
    expect(foldersOf().size).toBe(1);
    await later.stop();
  });

  it('reads a source anew where other rows match since, and keeps nothing of what it was', async () => {
    const { request } = await searched('nobody');
    const later = requestHouse(GROWN.map(fakeSource), { store: house!.store, vault: house!.vault, worker: 'later' });
    await house!.stop();
    await retrySource(later.desk, OFFICER, request.id, 'crm');
    const done = await later.workUntil(request.id, 'awaiting_release');
    expect(done.archive?.records).not.toBe(request.archive?.records);
    expect(await archiveOf(later, done.id)).toBe((await whole(GROWN)).archive);
    await later.stop();
  });

  it('searches a source anew that has another connector since', async () => {
    const { request } = await searched('shop', { at: 'open', error: DENIED, times: 2 });
    const newer = { ...NEWSLETTER, connector: { id: 'fake', version: '2.0.0' } };
    const sources = [ASSOCIATION, newer, TICKETS].map(fakeSource);
    const later = requestHouse(sources, { store: house!.store, vault: house!.vault, worker: 'later' });
    house!.worker.stop();
    await retrySource(later.desk, OFFICER, request.id, 'shop');
    await later.workUntil(request.id, 'awaiting_release');
    expect(sources.map(({ calls }) => calls.includes('open'))).toEqual([false, true, true]);
    await later.stop();
  });
});
