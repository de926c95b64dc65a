import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { assembled, gateOf } from './assembled-request.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';

let house: ServiceHouse;
let officer: Officer;
let id: string;
beforeAll(async () => {
  house = await serviceHouse();
  const database = new Database(join(house.world.directory, 'hostel.sqlite'));
  database.exec("UPDATE compte_client SET fin_contrat = '2010-03-31'");
  database.close();
  officer = await officerOf(house, 'hostel');
  const [guest] = house.world.hostel;
  if (guest === undefined) throw new Error('The hostel has nobody.');
  id = await assembled(officer, guest);
}, 90_000);
afterAll(() => house.stop());

/** How many are overdue, as it was counted when the archive was made. */
async function counted(): Promise<number> {
  const { retention = [] } = (await gateOf(officer, id)) ?? {};
  const counts = retention.flatMap((each) => each.counts.filter(({ status }) => status === 'overdue'));
  return counts.reduce((sum, { records }) => sum + records, 0);
}

async function page(first: number, after?: string) {
  const query = { request: id, first, language: 'en' as const, ...(after === undefined ? {} : { after }) };
  return accepted((await officer.client.run('overdueRecords', query)).overdueRecords);
}

describe('the list of overdue records of a request (RET-04)', () => {
  it('has as many records as were counted, page by page, each with its rule, its day and why', async () => {
    const overdue = await counted();
    expect(overdue).toBeGreaterThan(2);
    const seen: string[] = [];
    let after: string | undefined;
    for (;;) {
      const { edges, pageInfo, totalCount } = await page(2, after);
      expect(totalCount).toBe(overdue);
      seen.push(...edges.map(({ node }) => JSON.stringify([node.source, node.collection, node.recordId])));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor ?? undefined;
    }
    expect(new Set(seen).size).toBe(overdue);
    const all = (await page(100)).edges.map(({ node }) => node);
    expect(all.find(({ collection }) => collection === 'compte_client')).toMatchObject({
      ...{ source: 'hostel', expiredOn: '2015-03-31', then: 'delete', assumed: false },
      ...{ rule: 'a maximum period of 60 months after the end of the contractual relationship' },
      why: expect.stringMatching(/31 March 2010[\s\S]*31 March 2015/u),
    });
  }, 60_000);

  it('is in the trail with its counts, and says nothing of what the records hold', async () => {
    await page(1);
    const { auditTrail } = await officer.client.run('auditTrail', { first: 1, request: id });
    expect(auditTrail.edges[0]?.node).toMatchObject({ action: 'overdue.read', actorKind: 'staff' });
    expect(JSON.parse(auditTrail.edges[0]?.node.details ?? '{}')).toEqual({ records: 1, of: await counted() });
  });
});
