import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { assembled, gateOf } from './assembled-request.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';

let house: ServiceHouse;
let officer: Officer;
/** Of each guest of the hostel: the request, and how many of its records are overdue. */
let requests: readonly { readonly id: string; readonly overdue: number }[];
beforeAll(async () => {
  house = await serviceHouse();
  officer = await officerOf(house, 'hostel');
  requests = await Promise.all(house.world.hostel.map(async (guest) => counted(await assembled(officer, guest))));
}, 90_000);
afterAll(() => house.stop());

async function counted(id: string): Promise<{ readonly id: string; readonly overdue: number }> {
  const { retention = [] } = (await gateOf(officer, id)) ?? {};
  const counts = retention.flatMap((each) => each.counts.filter(({ status }) => status === 'overdue'));
  return { id, overdue: counts.reduce((sum, { records }) => sum + records, 0) };
}

async function page(request: string, first: number, after?: string) {
  const query = { request, first, language: 'en' as const, ...(after === undefined ? {} : { after }) };
  return accepted((await officer.client.run('overdueRecords', query)).overdueRecords);
}

describe('the list of overdue records of a request (RET-04)', () => {
  it('has as many records as were counted, page by page, each with its rule, its day and why', async () => {
    expect(requests.some(({ overdue }) => overdue > 1)).toBe(true);
    for (const { id, overdue } of requests) {
      const seen: string[] = [];
      let after: string | undefined;
      for (;;) {
        const { edges, pageInfo, totalCount } = await page(id, 2, after);
        expect(totalCount).toBe(overdue);
        for (const { node } of edges) {
          seen.push(JSON.stringify([node.source, node.collection, node.recordId]));
          expect(node.expiredOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
          expect(node.expiredOn < new Date().toISOString().slice(0, 10)).toBe(true);
          expect(node.why.length).toBeGreaterThan(20);
        }
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor ?? undefined;
      }
      expect(new Set(seen).size).toBe(overdue);
    }
  }, 60_000);

  it('is in the trail with its counts, and says nothing of what the records hold', async () => {
    const { id = '' } = requests.find(({ overdue }) => overdue > 0) ?? {};
    await page(id, 1);
    const { auditTrail } = await officer.client.run('auditTrail', { first: 1, request: id });
    expect(auditTrail.edges[0]?.node).toMatchObject({ action: 'overdue.read', actorKind: 'staff' });
    expect(Object.keys(JSON.parse(auditTrail.edges[0]?.node.details ?? '{}') as object)).toEqual(['records', 'of']);
  });
});
