import { afterEach, describe, expect, it } from '@jest/globals';
import type { SourceBinding } from '../../discovery/source.js';
import { ASSOCIATION, NEWSLETTER } from '../../testing/association.js';
import { fakeSource } from '../../testing/fake-source.js';
import { hasOpenTask } from '../../manual/manual-task.js';
import { manualSource } from '../../testing/manual-source.js';
import { OFFICER, type RequestHouse, requestHouse } from '../../testing/request-house.js';
import type { Viewer } from '../desk.js';
import { cancelRequest, releaseRequest, retrySearch } from '../decide-request.js';
import { openCaseFile } from '../sealed-files.js';
import { endTask, type TaskReport } from './end-task.js';
import { namedFiles } from './findings-by-hand.js';
import { type GivenFile, handInFile, takeFileBack } from './hand-in-file.js';
import { lookAtTask } from './look-at-task.js';

let house: RequestHouse;
afterEach(() => house.stop());

function proved(): Viewer {
  return { ...OFFICER, steppedUpAt: house.desk.clock.now() };
}

async function waiting(sources: readonly SourceBinding[] = [manualSource()]): Promise<string> {
  house = requestHouse(sources);
  const { id } = await house.open();
  await house.workUntil(id, 'awaiting_release');
  return id;
}

function end(request: string, report: Partial<TaskReport> = {}, task = 't1', viewer = proved()) {
  return endTask(house.desk, viewer, { request, task }, { outcome: 'nothing_found', isStated: true, ...report });
}

function handIn(request: string, given: Partial<GivenFile> = {}) {
  const file = { collection: 'contract', name: 'scan.pdf', content: bytes('%PDF'), ...given };
  return handInFile(house.desk, proved(), { request, task: 't1' }, file);
}

async function* bytes(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (const part of parts) yield Buffer.from(part);
}

async function* megabytes(count: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  const one = Buffer.alloc(1024 * 1024);
  for (let index = 0; index < count; index += 1) yield one;
}

const csv = (text: string, collection = 'contract') => ({ collection, format: 'csv' as const, text });

describe('the task of a source that is searched by hand (SCP-07)', () => {
  it('is opened with the search, once for each source, and holds the ledger open', async () => {
    const id = await waiting([manualSource(), manualSource('cellar', { dueInDays: 2 })]);
    const { tasks = [], complete, ledger } = await house.get(id);
    expect(tasks.map(({ id: task, source, end: ended }) => [task, source, ended])).toEqual([
      ['t1', 'paper', undefined],
      ['t2', 'cellar', undefined],
    ]);
    expect(tasks.map(({ openedAt, dueAt }) => (Date.parse(dueAt) - Date.parse(openedAt)) / 86_400_000)).toEqual([5, 2]);
    expect(complete).toBe(false);
    expect(ledger.every(({ outcome, blocking }) => outcome === 'skipped' && blocking)).toBe(true);
    await expect(releaseRequest(house.desk, proved(), id, { days: 7 })).rejects.toMatchObject({ code: 'INCOMPLETE' });
    await retrySearch(house.desk, OFFICER, id);
    expect((await house.workUntil(id, 'awaiting_release')).tasks).toEqual(tasks);
  });

  it('tells what to do and for whom, of the kinds that its source is told, and leaves a line in the trail', async () => {
    const name = { kind: 'name' as const, value: 'Ann Example' };
    const phone = { kind: 'phone' as const, value: '+33123456789', provedBy: 'a call' };
    const email = { kind: 'email' as const, value: 'ann@example.org', provedBy: 'a mail' };
    house = requestHouse([manualSource()]);
    const { id } = await house.open({ identifiers: [email, phone, name] });
    const seen = await lookAtTask(house.desk, proved(), { request: id, task: 't1' });
    expect(seen).toMatchObject({
      instructions: { en: 'Look into the binder.' },
      doneBy: 'Archive',
      collections: ['contract', 'note'],
    });
    expect(seen.told).toEqual([{ kind: 'email', value: 'ann@example.org' }, name]);
    const { items } = await house.store.transact(({ audit }) => audit.page('club', { action: 'task.read' }, { first: 10 }));
    expect(items.map(({ item }) => item.details)).toEqual([{ task: 't1', source: 'paper', kinds: ['email', 'name'] }]);
  });

  it('tells what the search has found out, too (SCP-10)', async () => {
    const id = await waiting([
      fakeSource(ASSOCIATION),
      fakeSource(NEWSLETTER),
      manualSource('paper', { tells: ['email', 'id'] }),
    ]);
    const { told } = await lookAtTask(house.desk, proved(), { request: id, task: 't1' });
    expect(told).toEqual(
      expect.arrayContaining([
        { kind: 'email', value: 'ann@example.org' },
        { kind: 'id', namespace: 'crm.member', value: '1' },
        { kind: 'email', value: 'ann.m@example.test' },
      ]),
    );
  });

  it('ends with the statement that nothing was found, which is in the trail word by word', async () => {
    const id = await waiting();
    await end(id);
    const { complete, ledger, tasks } = await house.workUntil(id, 'awaiting_release');
    expect([complete, ledger.map(({ outcome }) => outcome)]).toEqual([true, ['empty', 'empty']]);
    expect(tasks).toMatchObject([{ end: { outcome: 'nothing_found', by: 'stf_1', rows: 0 } }]);
    const { items } = await house.store.transact(({ audit }) => audit.page('club', { action: 'task.end' }, { first: 10 }));
    expect(items.map(({ item }) => [item.actor.id, item.details])).toEqual([
      [
        'stf_1',
        expect.objectContaining({ statement: expect.stringContaining('nothing about the person was found'), reason: false }),
      ],
    ]);
  });

  it('ends with rows, which are read like those of any source', async () => {
    const id = await waiting();
    await end(id, { outcome: 'found', rows: [csv('number,place\nC-1,Lyon\nC-2,Paris')] });
    const { complete, ledger, archive } = await house.workUntil(id, 'awaiting_release');
    expect(complete).toBe(true);
    expect(ledger.map(({ collection, outcome, records, message }) => [collection, outcome, records, message])).toEqual([
      ['contract', 'complete', 2, expect.stringContaining('by hand')],
      ['note', 'empty', 0, expect.stringContaining('by hand')],
    ]);
    expect(archive?.records).toBe(2);
  });

  it('that could not be done keeps the search incomplete, and its reason where personal data is', async () => {
    const id = await waiting();
    await end(id, { outcome: 'not_done', reason: ' The cellar was flooded. ' });
    const request = await house.workUntil(id, 'awaiting_release');
    expect(request.complete).toBe(false);
    expect((await openCaseFile(house.vault, request)).taskWords).toMatchObject([{ task: 't1', text: 'The cellar was flooded.' }]);
    expect(JSON.stringify({ ...request, caseFile: '' })).not.toContain('flooded');
  });

  it('searches anew only once no other task is open', async () => {
    const id = await waiting([manualSource(), manualSource('cellar')]);
    expect((await end(id)).state).toBe('awaiting_release');
    expect((await end(id, { outcome: 'not_done', reason: 'Lost.' }, 't2')).state).toBe('searching');
    const { ledger } = await house.workUntil(id, 'awaiting_release');
    expect(ledger.filter(({ blocking }) => blocking).map(({ source }) => source)).toEqual(['cellar', 'cellar']);
  });

  it('takes files, which are read with their names as records of what was searched', async () => {
    const id = await waiting();
    const scan = await handIn(id, { name: ' contract.pdf ', content: bytes('%PDF', '-1.7') });
    expect(scan).toMatchObject({ collection: 'contract', bytes: 8 });
    const { files } = await lookAtTask(house.desk, proved(), { request: id, task: 't1' });
    expect(files).toMatchObject([{ id: scan.id, name: 'contract.pdf', bytes: 8 }]);
    await end(id, { outcome: 'found', rows: [csv('number\nC-1')] });
    const request = await house.workUntil(id, 'awaiting_release');
    expect(request.ledger.map(({ collection, outcome, records, files: count }) => [collection, outcome, records, count])).toEqual(
      [
        ['contract', 'complete', 2, 1],
        ['note', 'empty', 0, 0],
      ],
    );
    expect(request.tasks).toMatchObject([{ end: { outcome: 'found', rows: 1, files: 1 } }]);
    expect(JSON.stringify({ ...request, caseFile: '' })).not.toContain('contract.pdf');
    const { items } = await house.store.transact(({ audit }) => audit.page('club', { action: 'task.file' }, { first: 10 }));
    expect(items.map(({ item }) => item.details)).toEqual([
      { task: 't1', source: 'paper', file: scan.id, collection: 'contract', bytes: 8 },
    ]);
  });

  it('gives a file back, whose content is gone then, and may end with files alone', async () => {
    const id = await waiting();
    const [first, second] = [await handIn(id), await handIn(id)];
    const place = { request: id, task: 't1' };
    await takeFileBack(house.desk, proved(), place, first.id);
    expect(house.vault.stored().filter((name) => name.includes('/task/'))).toEqual([expect.stringContaining(second.id)]);
    await expect(takeFileBack(house.desk, proved(), place, first.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(takeFileBack(house.desk, OFFICER, place, second.id)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(end(id)).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('take them back') });
    await end(id, { outcome: 'found' });
    expect((await house.workUntil(id, 'awaiting_release')).ledger[0]).toMatchObject({
      outcome: 'complete',
      records: 1,
      files: 1,
    });
  });

  it.each([
    ['is empty', { content: bytes() }, 'INVALID_INPUT'],
    ['is too large', { content: megabytes(51) }, 'INVALID_INPUT'],
    ['has no name', { name: ' ' }, 'INVALID_INPUT'],
    ['is of no collection of its source', { collection: 'invoice' }, 'NOT_FOUND'],
  ])('takes no file that %s, and keeps nothing of it', async (_, given, code) => {
    const id = await waiting();
    await expect(handIn(id, given)).rejects.toMatchObject({ code });
    expect(house.vault.stored().filter((name) => name.includes('/task/'))).toEqual([]);
    expect((await house.get(id)).tasks?.[0]?.files).toBeUndefined();
  });

  it('knows nothing of files that were not handed in, and calls one whose name is lost by its id', async () => {
    const id = await waiting();
    const place = { request: id, task: 't1' };
    await expect(takeFileBack(house.desk, proved(), place, 'fil_1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(takeFileBack(house.desk, proved(), { ...place, request: 'nothing' }, 'fil_1')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const file = { id: 'fil_1', collection: 'contract', blob: 'task/fil_1', bytes: 1 };
    const task = { id: 't1', source: 'paper', openedAt: '', dueAt: '', files: [file] };
    expect(await namedFiles(house.vault, await house.get(id), task)).toEqual([{ ...file, name: 'fil_1' }]);
  });

  it('takes so many files, and none once it has ended', async () => {
    const id = await waiting([manualSource(), manualSource('cellar')]);
    for (let count = 0; count < 100; count += 1) await handIn(id);
    await expect(handIn(id)).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('100 files') });
    expect(house.vault.stored().filter((name) => name.includes('/task/'))).toHaveLength(100);
    await end(id, { outcome: 'found' });
    await expect(handIn(id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('does not end over files that came while its report was taken in', async () => {
    const id = await waiting();
    const seal = house.vault.put.bind(house.vault);
    house.vault.put = async (...given) => {
      await seal(...given);
      house.vault.put = seal;
      await handIn(id);
    };
    await expect(end(id, { outcome: 'found', rows: [csv('number\nC-1')] })).rejects.toMatchObject({ code: 'CHANGED' });
    expect((await house.get(id)).tasks).toMatchObject([{ files: [{ collection: 'contract' }] }]);
  });

  it.each([
    ['nothing is stated', { isStated: false }, 'ends with a statement'],
    ['no reason says why not', { outcome: 'not_done' }, 'needs a reason'],
    ['something was found and nothing is handed in', { outcome: 'found' }, 'nothing is handed in'],
    ['nothing was found and something is handed in', { rows: [csv('a\n1')] }, 'where something was found'],
    ['rows are of no collection of it', { outcome: 'found', rows: [csv('a\n1', 'invoice')] }, 'does not declare'],
    ['rows come twice', { outcome: 'found', rows: [csv('a\n1'), csv('a\n2')] }, 'twice'],
  ] as const)('does not end where %s', async (_, report, message) => {
    const id = await waiting();
    await expect(end(id, report)).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining(message) });
    expect((await house.get(id)).tasks?.[0]?.end).toBeUndefined();
  });

  it('ends once, while its request is undecided, by somebody who has just proved who they are', async () => {
    const id = await waiting([manualSource(), manualSource('cellar')]);
    await expect(end(id, {}, 't9')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(end('nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(end(id, {}, 't1', OFFICER)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const place = { request: id, task: 't1' };
    await expect(lookAtTask(house.desk, OFFICER, place)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(lookAtTask(house.desk, proved(), { ...place, request: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await end(id);
    await expect(end(id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await cancelRequest(house.desk, OFFICER, id, 'Withdrawn.');
    await expect(end(id, {}, 't2')).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('is not there for a request of an earlier version', async () => {
    house = requestHouse([]);
    const { id } = await house.open();
    expect(hasOpenTask((await house.get(id)).tasks)).toBe(false);
    await expect(end(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of a source that is not declared any more has nothing to be told', async () => {
    const sources = [manualSource()];
    const id = await waiting(sources);
    sources.pop();
    await expect(lookAtTask(house.desk, proved(), { request: id, task: 't1' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
