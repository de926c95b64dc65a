import { afterEach, describe, expect, it } from '@jest/globals';
import { localDate } from '../calendar/local-date.js';
import { Disclosure } from '../disclosure/disclosure.js';
import { type DisclosureSummary, summarizeDisclosure } from '../disclosure/disclosure-summary.js';
import type { RetentionTerms } from '../disclosure/overdue-records.js';
import type { RetentionTally } from '../retention/overdue.js';
import { consumed } from '../testing/found-collections.js';
import type { FakeCollection } from '../testing/fake-script.js';
import { fakeSource } from '../testing/fake-source.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { activityWith } from '../testing/sound-register.js';
import { findingsOf } from './gathered.js';
import { lookAtOverdue } from './look-at-overdue.js';

let house: RequestHouse | undefined;
afterEach(() => house?.stop());

const officer = (): typeof OFFICER => ({ ...OFFICER, steppedUpAt: new Date() });
const register = activityWith((activity) => {
  activity.retention = [{ anchor: ['membership.endedAt'], period: { length: 'P2Y' }, then: 'delete' }];
});
const TERMS: RetentionTerms = { register, view: { today: localDate('2026-11-29'), timeZone: 'Europe/Paris' } };
const OWNER = { collection: 'member', field: 'member' };
const id = { name: 'id', type: 'integer' } as const;
const left = { name: 'left', type: 'date', moment: 'membership.endedAt' } as const;
const owned = { name: 'member', type: 'integer' } as const;

const COLLECTIONS: Readonly<Record<string, FakeCollection>> = {
  member: {
    rows: [{ id: 1, email: 'ann@example.org', left: '2020-01-31' }],
    identifiers: { email: { kind: 'email' } },
    spec: { activity: 'membership', fields: [id, { name: 'email', type: 'string' }, left] },
  },
  // Overdue by what the member tells, but for those that tell of themselves
  order: {
    rows: Array.from({ length: 12 }, (_, index) => ({
      id: index,
      member: 1,
      left: index % 3 === 0 ? '2026-01-01' : '2021-05-02',
    })),
    owner: OWNER,
    spec: { activity: 'membership', fields: [id, owned, left] },
  },
  note: {
    rows: [7, 8].map((each) => ({ id: each, member: 1 })),
    owner: OWNER,
    spec: { activity: 'membership', fields: [id, owned] },
  },
  elsewhere: { rows: [{ id: 1, member: 1 }], owner: OWNER, spec: { activity: 'no such', fields: [id, owned, left] } },
};

const tally = (collection: string, overdue: number): RetentionTally => ({
  ...{ source: 'crm', collection, activity: 'membership' },
  counts: { running: 0, expires_soon: 0, overdue, legal_hold: 0, ongoing_relationship: 0, indeterminate: 0 },
});
const TALLIES = [tally('member', 1), tally('note', 2), tally('order', 8)];

async function waiting(hasRegister = true) {
  const disclosed = (): DisclosureSummary => ({ gate: { release: 'automatic', answer: 'copy' }, retention: TALLIES });
  const club = requestHouse([fakeSource({ id: 'crm', collections: COLLECTIONS })], hasRegister ? { disclosed } : {});
  house = club;
  const opened = await club.open();
  const row = await club.workUntil(opened.id, 'awaiting_release');
  const look = (page: { readonly first: number; readonly after?: string }, viewer = officer()) =>
    lookAtOverdue(club.desk, viewer, row.id, { page, termsOf: () => TERMS });
  return { club, row, look };
}

describe('the list of overdue records (RET-04)', () => {
  it('names each record once, page by page, in the order of the archive', async () => {
    const { look } = await waiting();
    const all = (await look({ first: 100 })).items.map(({ item }) => `${item.collection} ${item.recordId}`);
    expect(all).toEqual(['member 1', 'note 7', 'note 8', ...[1, 2, 4, 5, 7, 8, 10, 11].map((each) => `order ${String(each)}`)]);
    for (const first of [1, 2, 4]) {
      const seen: string[] = [];
      let after: string | undefined;
      for (;;) {
        const page = await look(after === undefined ? { first } : { first, after });
        expect(page.total).toBe(all.length);
        seen.push(...page.items.map(({ item }) => `${item.collection} ${item.recordId}`));
        if (!page.hasNext) break;
        after = page.items.at(-1)?.cursor;
      }
      expect(seen).toEqual(all);
    }
  });

  it('says since when, by which rule, and what is planned for it', async () => {
    const { look } = await waiting();
    const { items } = await look({ first: 2 });
    expect(items[1]?.item).toMatchObject({
      ...{ source: 'crm', collection: 'note', recordId: '7', activity: 'membership', then: 'delete', isAssumed: false },
      ...{ expiredOn: '2022-01-31', unchecked: [], rule: { then: 'delete' } },
      evaluation: { status: 'overdue', anchor: { name: 'membership.endedAt', on: '2020-01-31' } },
    });
  });

  it('is as long as what a disclosure counts', async () => {
    const { club, row, look } = await waiting();
    const findings = await findingsOf(club.desk, row);
    const disclosure = new Disclosure(findings, { ...TERMS, rights: ['access'], language: 'en' });
    await consumed(disclosure.findings);
    const terms = { recordLimit: 100, areNegativesSampled: true };
    const { retention } = summarizeDisclosure(disclosure.holdings(), findings.account(), ['access'], terms);
    const counted = retention.map(({ collection, counts }) => [collection, counts.overdue]);
    expect(counted).toEqual(TALLIES.map(({ collection, counts }) => [collection, counts.overdue]));
    expect((await look({ first: 1 })).total).toBe(11);
  });

  it('is in the trail before it is shown, by counts only', async () => {
    const { club, row, look } = await waiting();
    await look({ first: 3 });
    const { items } = await club.store.transact(({ audit }) => audit.page('club', {}, { first: 1 }));
    expect(items[0]?.item).toMatchObject({
      action: 'overdue.read',
      object: { type: 'request', id: row.id },
      details: { records: 3, of: 11 },
    });
  });

  it('is refused without a fresh proof, of another controller, for a foreign cursor, and where nothing was decided', async () => {
    const { club, row, look } = await waiting();
    await expect(look({ first: 1 }, OFFICER)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(look({ first: 1 }, { ...officer(), controller: 'other' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(look({ first: 1, after: '12' })).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    await club.store.transact(async ({ requests }) => {
      await requests.lock('club', row.id);
      await requests.change({ ...row, state: 'gathering', version: row.version + 1 });
    });
    await expect(look({ first: 1 })).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await club.stop();
    await expect((await waiting(false)).look({ first: 1 })).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});
