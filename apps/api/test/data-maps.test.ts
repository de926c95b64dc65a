import { appendFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Officer } from '../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { withPaper } from './paper-source.js';

/** A ticket shop, and one whose address is not safe, so that it is never opened. */
const SHOPS = `
  shop: { connector: pretix, config: { organizer: example, token: not-a-token } }
  lost: { connector: pretix, config: { base: 'http://192.0.2.1', organizer: example, token: not-a-token } }
`;

let house: ServiceHouse;
let officer: Officer;
beforeAll(async () => {
  house = await serviceHouse('', (world) => {
    withPaper(world);
    appendFileSync(world.hostelConfig, SHOPS);
  });
  officer = await officerOf(house, 'hostel');
}, 60_000);
afterAll(() => house.stop());

const mapOf = async (source: string, language: 'en' | 'fr' = 'en') =>
  (await officer.client.run('dataMap', { source, language })).dataMap;

describe('what a source without a data map holds', () => {
  it('is what its connector says, in words, with nothing to change it by', async () => {
    const map = await mapOf('paper', 'fr');
    expect([map.problem, map.yaml, map.file, map.unmapped]).toEqual([null, null, null, []]);
    expect(map.collections).toMatchObject([
      { name: 'guest_book', title: "Livre d'or", activity: 'orders', isSearched: true, references: [] },
    ]);
    const fields = map.collections.flatMap(({ fields: each }) => each);
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.every(({ title }) => title !== '')).toBe(true);
  });

  it('is known of a vendor’s system without asking it, and its credential is nowhere', async () => {
    const map = await mapOf('shop');
    expect([map.problem, map.collections.map(({ name }) => name)]).toEqual([null, expect.arrayContaining(['customer', 'order'])]);
    expect(JSON.stringify(map)).not.toContain('not-a-token');
  });

  it('is not known while the source cannot be opened, which is said with its remedy, and never taken for nothing', async () => {
    const { collections, problem } = await mapOf('lost');
    expect(collections).toEqual([]);
    expect(problem).toMatchObject({ errorClass: 'contract', remedy: expect.stringContaining('Use https') });
  });

  it('is not told of a source that this controller does not have', async () => {
    await expect(mapOf('membership')).rejects.toThrow();
  });

  it('counts for no coverage: there is no map that could lack a table', async () => {
    const { sources } = await officer.client.run('sources');
    expect(sources.find(({ id }) => id === 'paper')?.coverage).toBeNull();
    expect(sources.filter(({ coverage }) => coverage !== null).length).toBeGreaterThan(0);
  });
});
