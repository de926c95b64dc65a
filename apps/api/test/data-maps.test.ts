import { appendFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Officer } from '../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { withPaper } from './paper-source.js';

/** A ticket shop that is not there: nothing listens on the port. */
const SHOP = `
  shop:
    connector: pretix
    config: { base: 'http://127.0.0.1:9', organizer: example, token: not-a-token, network: { private: [127.0.0.0/8] } }
`;

let house: ServiceHouse;
let officer: Officer;
beforeAll(async () => {
  house = await serviceHouse('', (world) => {
    withPaper(world);
    appendFileSync(world.hostelConfig, SHOP);
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

  it('is not known while the source cannot be reached, which is said, and never taken for nothing', async () => {
    const map = await mapOf('shop');
    expect([map.collections, map.problem]).toEqual([
      [],
      expect.objectContaining({
        errorClass: expect.stringMatching(/^(?:transient|network|egress)/u),
        message: expect.any(String),
      }),
    ]);
    expect(JSON.stringify(map)).not.toContain('not-a-token');
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
