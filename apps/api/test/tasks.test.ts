import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { TaskEndInput } from '../src/client/operations.generated.js';
import type { Officer } from '../src/demo/officer.js';
import { serviceHouse, officerOf, type ServiceHouse } from './house.js';
import { archiveText, withPaper } from './paper-source.js';
import { tokenOf } from './people.js';
import { assembled, awaiting, places } from './assembled-request.js';

let house: ServiceHouse;
let officer: Officer;
beforeAll(async () => {
  house = await serviceHouse('', withPaper);
  officer = await officerOf(house, 'hostel');
}, 60_000);
afterAll(() => house.stop());

const GUEST_BOOK = 'A single room, a cot for the twins.';

async function tasksOf(id: string) {
  const { request } = await officer.client.run('requestTasks', { id });
  if (request == null) throw new Error('There is no such request.');
  return request;
}

async function opened(): Promise<string> {
  const [guest] = house.world.hostel;
  if (guest === undefined) throw new Error('The hostel has nobody.');
  return assembled(officer, guest);
}

function end(id: string, report: Omit<TaskEndInput, 'isStated'>) {
  return officer.client.run('endTask', { id, task: 't1', end: { ...report, isStated: true } });
}

const SCAN = 'The page of the guest book.';

function handIn(id: string, body: string, disposition: string): Promise<Response> {
  const headers = { 'Content-Type': 'text/plain', 'Content-Disposition': disposition };
  return officer.client.send(`/requests/${id}/tasks/t1/files/guest_book`, { method: 'POST', body, headers });
}

describe('a source that is searched by hand (SCP-07)', () => {
  it('holds the answer open, is told what to search, and what a person found stands in report and archive', async () => {
    const id = await opened();
    const before = await tasksOf(id);
    expect(before).toMatchObject({ complete: false, tasks: [{ id: 't1', source: 'paper', outcome: null }] });
    const { openTasks } = await officer.client.run('openTasks', { first: 10 });
    expect(openTasks.edges.map(({ node }) => node.id)).toContain(id);
    const { releaseRequest } = await officer.client.run('releaseRequest', { id, release: { days: 7 } });
    expect(releaseRequest).toMatchObject({ __typename: 'Refusal', code: 'INCOMPLETE' });
    const { task } = await officer.client.run('task', { request: id, task: 't1', language: 'fr' });
    expect(task).toMatchObject({ instructions: 'Cherchez dans le classeur.', doneBy: 'Reception' });
    expect(task.__typename === 'TaskToDo' && task.told.map(({ kind }) => kind)).toContain('email');

    const rows = [
      { collection: 'guest_book', format: 'json' as const, text: JSON.stringify([{ remark: GUEST_BOOK, nights: 2 }]) },
    ];
    accepted((await end(id, { outcome: 'found', rows })).endTask);
    await awaiting(officer, id);
    expect(await tasksOf(id)).toMatchObject({ complete: true, tasks: [{ outcome: 'found', rows: 1 }] });
    const { request } = await officer.client.run('request', { id });
    expect(request?.ledger).toContainEqual(
      expect.objectContaining({ source: 'paper', outcome: 'complete', records: 1, message: expect.stringContaining('by hand') }),
    );
    accepted((await officer.client.run('releaseRequest', { id, release: { days: 7 } })).releaseRequest);
    const { data, report } = await archiveText(officer, id);
    expect(data).toContain(GUEST_BOOK);
    expect(report).toContain('searched by hand');
    expect(house.log.join('')).not.toContain(GUEST_BOOK);
  }, 60_000);

  it('takes scans, holds them back until an officer has ruled on them, and hands them over then', async () => {
    const id = await opened();
    const scan = await handIn(id, SCAN, "attachment; filename*=UTF-8''page%20%C3%A9t%C3%A9.txt");
    expect(scan.status).toBe(201);
    const spare = (await (await handIn(id, 'Upside down.', 'attachment; filename="spare.txt"')).json()) as { id: string };
    const { task } = await officer.client.run('task', { request: id, task: 't1' });
    expect(task.__typename === 'TaskToDo' && task.files.map(({ name }) => name)).toEqual(['page été.txt', 'spare.txt']);
    accepted((await officer.client.run('takeTaskFileBack', { id, task: 't1', file: spare.id })).takeTaskFileBack);
    accepted((await end(id, { outcome: 'found' })).endTask);
    expect(places(await awaiting(officer, id), 'third-party-data')).toContain('guest_book.fileContent');
    expect(await tasksOf(id)).toMatchObject({ complete: true, tasks: [{ outcome: 'found', rows: 0, files: 1 }] });
    const field = { source: 'paper', collection: 'guest_book', field: 'fileContent' };
    const noEffect = { adverseEffect: { isConcrete: false }, outcome: 'disclose' as const };
    const ruling = { ...field, involvement: 'author' as const, ...noEffect };
    accepted((await officer.client.run('ruleOnField', { id, ruling })).ruleOnField);
    expect(places(await awaiting(officer, id), 'third-party-data')).not.toContain('guest_book.fileContent');
    accepted((await officer.client.run('releaseRequest', { id, release: { days: 7 } })).releaseRequest);
    const { data } = await archiveText(officer, id);
    expect([data.includes('page été.txt'), data.includes(SCAN)]).toEqual([true, true]);
    expect(house.log.join('')).not.toContain('page');
  }, 60_000);

  it.each([
    ['without a name', 'attachment', 'INVALID_INPUT'],
    ['with a name that cannot be read', "attachment; filename*=UTF-8''%E9", 'INVALID_INPUT'],
  ])('refuses a file %s', async (_, disposition, code) => {
    const id = await opened();
    const response = await handIn(id, SCAN, disposition);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code } });
  });

  it('tells nobody who may not search by hand that there is such a task', async () => {
    const id = await opened();
    const { client: program } = await tokenOf(officer, ['request.read']);
    const headers = { 'Content-Type': 'text/plain', 'Content-Disposition': 'attachment; filename="scan.txt"' };
    const response = await program.send(`/requests/${id}/tasks/t1/files/guest_book`, { method: 'POST', body: SCAN, headers });
    expect([response.status, await response.json()]).toMatchObject([404, { error: { code: 'NOT_FOUND' } }]);
    const { task } = await officer.client.run('task', { request: id, task: 't1' });
    expect(task.__typename === 'TaskToDo' && task.files).toEqual([]);
  });

  it('allows the answer that nothing is held once it is stated that nothing was found, and not before (OUT-01, SCP-09)', async () => {
    const { id } = accepted((await officer.client.run('openRequest', { input: NOBODY })).openRequest);
    await officer.client.run('startRequest', { id });
    await awaiting(officer, id);
    const letter = { kind: 'no_data' as const, facts: '{}' };
    const early = await officer.client.run('letterPreview', { id, letter });
    expect(JSON.stringify(early)).toMatch(/not complete/u);
    accepted((await end(id, { outcome: 'nothing_found' })).endTask);
    await awaiting(officer, id);
    expect((await tasksOf(id)).complete).toBe(true);
    const late = await officer.client.run('letterPreview', { id, letter });
    expect(JSON.stringify(late)).not.toMatch(/not complete/u);
    const { auditTrail } = await officer.client.run('auditTrail', { first: 50, request: id });
    const ended = auditTrail.edges.find(({ node }) => node.action === 'task.end');
    expect(ended?.node).toMatchObject({ actorKind: 'staff' });
    expect(JSON.stringify(ended?.node.details)).toContain('nothing about the person was found');
  }, 60_000);

  it('that could not be searched is left out only by a decision that says why', async () => {
    const id = await opened();
    const bare = await end(id, { outcome: 'not_done' });
    expect(bare.endTask).toMatchObject({ __typename: 'Refusal', code: 'INVALID_INPUT' });
    accepted((await end(id, { outcome: 'not_done', reason: 'The cellar was flooded.' })).endTask);
    await awaiting(officer, id);
    expect((await tasksOf(id)).complete).toBe(false);
    const without = await officer.client.run('releaseRequest', { id, release: { days: 7 } });
    expect(without.releaseRequest).toMatchObject({ code: 'INCOMPLETE' });
    accepted(
      (await officer.client.run('releaseRequest', { id, release: { days: 7, reason: 'The paper is lost.' } })).releaseRequest,
    );
  }, 60_000);
});

const NOBODY = {
  clientKey: 'nobody-by-hand',
  identifiers: [{ kind: 'email' as const, value: 'nobody@example.org', provedBy: 'answered a mail' }],
  rights: ['access' as const],
  format: 'json' as const,
  language: 'en' as const,
};
