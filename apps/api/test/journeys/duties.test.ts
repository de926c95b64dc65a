import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type ServiceClient } from '../../src/client/service-client.js';
import { type ControllerId, type JourneyHouse, journeyHouse } from './journey-house.js';

let house: JourneyHouse;
beforeAll(async () => {
  house = await journeyHouse();
  for (const id of ['assess', 'hostel'] as const) await house.answerFor(id);
}, 240_000);
afterAll(() => house.stop());

interface Asked {
  readonly client: ServiceClient;
  readonly id: string;
}

/** The request of a controller that is answered already. */
async function answered(controller: ControllerId): Promise<Asked> {
  const { client } = house.officerOf(controller);
  const { requests } = await client.run('requests', { first: 1 });
  return { client, id: requests.edges[0]?.node.id ?? '' };
}

const dutiesOf = async ({ client, id }: Asked) => (await client.run('duties', { id })).request?.duties ?? [];

describe('INT-07: what is held for another controller', () => {
  it('is to be passed on to whom the register names, and told once it was', async () => {
    const asked = await answered('assess');
    const [duty, ...others] = await dutiesOf(asked);
    expect(others).toEqual([]);
    expect(duty).toMatchObject({ id: 'd1', kind: 'forward', forWhom: 'The client that recruits', outcome: null, directives: [] });
    expect(duty?.records).toBeGreaterThan(0);
    const end = { outcome: 'forwarded' as const, words: 'By registered letter to the client Canary.' };
    accepted((await asked.client.run('endDuty', { id: asked.id, duty: 'd1', end })).endDuty);
    expect(await dutiesOf(asked)).toMatchObject([{ outcome: 'forwarded', endWords: end.words }]);
    const { auditTrail } = await asked.client.run('auditTrail', { first: 100, request: asked.id });
    expect(auditTrail.edges.map(({ node }) => node.action)).toEqual(expect.arrayContaining(['duty.note', 'duty.end']));
    expect(JSON.stringify(auditTrail) + house.log.join('')).not.toContain('Canary');
    const { request } = await asked.client.run('messages', { id: asked.id });
    expect(request?.messages.map(({ kind }) => kind)).toContain('passed_on');
  });

  it('is nothing where a controller holds all for itself', async () => {
    expect(await dutiesOf(await answered('hostel'))).toEqual([]);
  });
});

describe('PER-06: what a policy says of death', () => {
  it('is shown to who decides, and deletes nothing', async () => {
    const asked = await answered('hostel');
    const before = house.sources();
    accepted((await asked.client.run('noteDeath', { id: asked.id, words: 'The sister wrote.' })).noteDeath);
    const [duty] = await dutiesOf(asked);
    expect(duty).toMatchObject({ kind: 'after_death', promisesDestruction: true, words: 'The sister wrote.', outcome: null });
    expect(house.sources()).toEqual(before);
    accepted((await asked.client.run('endDuty', { id: asked.id, duty: 'd1', end: { outcome: 'kept' } })).endDuty);
    expect(await dutiesOf(asked)).toMatchObject([{ outcome: 'kept', endWords: null }]);
  });

  it('promises nothing where the policy does not', async () => {
    const asked = await answered('assess');
    accepted((await asked.client.run('noteDeath', { id: asked.id })).noteDeath);
    expect((await dutiesOf(asked)).at(-1)).toMatchObject({ kind: 'after_death', promisesDestruction: false, words: null });
  });
});
