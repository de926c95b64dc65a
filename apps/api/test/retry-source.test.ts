import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { assembled, awaiting } from './assembled-request.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { archiveText } from './paper-source.js';

let house: ServiceHouse;
let officer: Officer;
beforeAll(async () => {
  house = await serviceHouse('worker: { idleSeconds: 0.02 }\n');
  officer = await officerOf(house);
}, 60_000);
afterAll(() => house.stop());

/** Takes a database of the association away, until it is put back. */
function away(source: string): () => void {
  const file = join(house.world.directory, `${source}.sqlite`);
  renameSync(file, `${file}.away`);
  return () => {
    renameSync(`${file}.away`, file);
  };
}

/** What an archive says, line by line, but for when, and to which request. */
async function released(id: string): Promise<readonly string[]> {
  accepted((await officer.client.run('releaseRequest', { id, release: { days: 7, reason: 'A test.' } })).releaseRequest);
  const { data } = await archiveText(officer, id);
  const lines = data.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|2026-000\d/gu, '').split('\n');
  return lines.sort();
}

describe('the retry of one source by an officer (SCP-09)', () => {
  it('gives what a whole search gives, asks nothing else, and is in the trail', async () => {
    const [camille] = house.world.association;
    const expected = await released(await assembled(officer, camille!));
    const putBack = away('newsletter');
    const id = await assembled(officer, camille!);
    putBack();
    const before = (await officer.client.run('request', { id })).request;
    expect(before).toMatchObject({ complete: false });
    expect(before?.ledger.filter(({ blocking }) => blocking).map(({ source }) => source)).toEqual(['newsletter']);

    const putOthersBack = [away('membership'), away('events')];
    accepted((await officer.client.run('retrySource', { id, source: 'newsletter' })).retrySource);
    await awaiting(officer, id);
    for (const back of putOthersBack) back();
    expect((await officer.client.run('request', { id })).request).toMatchObject({ complete: true });
    expect(await released(id)).toEqual(expected);
    const { auditTrail } = await officer.client.run('auditTrail', { request: id, first: 50 });
    const retries = auditTrail.edges.filter(({ node }) => node.action === 'request.retry');
    expect(retries.map(({ node }) => node.details)).toEqual([expect.stringContaining('newsletter')]);
  }, 60_000);

  it('is refused for a source that there is not', async () => {
    const [camille] = house.world.association;
    const id = await assembled(officer, camille!);
    const { retrySource } = await officer.client.run('retrySource', { id, source: 'paper' });
    expect(retrySource).toMatchObject({ __typename: 'Refusal', code: 'NOT_FOUND' });
  }, 60_000);
});
