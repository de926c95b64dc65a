import { afterEach, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../audit/audit-entry.js';
import { ASSOCIATION } from '../testing/association.js';
import type { FakeCollection } from '../testing/fake-script.js';
import { fakeSource } from '../testing/fake-source.js';
import { refuseUnfounded } from '../testing/refusing.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { type FindingsQuery, lookAtFindings } from './look-at-findings.js';
import { lookAtIdentifiers } from './look-at-identifiers.js';
import { lookAtMatch } from './look-at-match.js';
import { openCaseFile, sealFile } from './sealed-files.js';

let house: RequestHouse | undefined;
afterEach(() => house?.stop());

/** An officer who has just proved that it is them. */
const officer = (): typeof OFFICER => ({ ...OFFICER, steppedUpAt: new Date() });

const ORDERS = 2_500;
const MANY: FakeCollection = {
  rows: Array.from({ length: ORDERS }, (_, id) => ({
    id,
    member: 1,
    what: `order ${String(id)}`,
    diet: 'kosher',
    note: 'For Ann and Paul',
  })),
  owner: { collection: 'member', field: 'member' },
  spec: {
    fields: [
      { name: 'id', type: 'integer' },
      { name: 'member', type: 'integer' },
      { name: 'what', type: 'string' },
      { name: 'diet', type: 'string', special: true },
      { name: 'note', type: 'string', freeText: true },
      { name: 'paid', type: 'string', freeText: true },
    ],
  },
};
const many = { ...ASSOCIATION, batchSize: 700, collections: { member: member(), order: MANY } };

function member(): FakeCollection {
  const { member: own } = ASSOCIATION.collections;
  if (own === undefined) throw new Error('The association has members.');
  return own;
}

async function gathered(): Promise<{ readonly club: RequestHouse; readonly id: string }> {
  house = requestHouse([fakeSource(many)]);
  const { id } = await house.open();
  await house.workUntil(id, 'awaiting_release');
  return { club: house, id };
}

const orders = (page: FindingsQuery['page'], unmasked = false): FindingsQuery => ({
  source: 'crm',
  collection: 'order',
  page,
  unmasked,
});

async function lastEntry({ store }: RequestHouse): Promise<AuditEntry | undefined> {
  const { items } = await store.transact(({ audit }) => audit.page('club', {}, { first: 1 }));
  return items[0]?.item;
}

describe('the findings of a request', () => {
  it('are seen page by page, each record once and in its order, wherever the pages end', async () => {
    const { club, id } = await gathered();
    const seen: string[] = [];
    let after: string | undefined;
    for (;;) {
      const first = 397;
      const page = await lookAtFindings(club.desk, officer(), id, orders(after === undefined ? { first } : { first, after }));
      expect(page.total).toBe(ORDERS);
      seen.push(...page.items.map(({ item }) => item.recordId));
      if (!page.hasNext) break;
      after = page.items.at(-1)?.cursor;
    }
    expect(new Set(seen).size).toBe(ORDERS);
    expect(seen).toHaveLength(ORDERS);
    const past = await lookAtFindings(club.desk, officer(), id, orders({ first: 5, after: String(ORDERS) }));
    expect(past).toEqual({ items: [], hasNext: false, total: ORDERS });
  });

  it('hide what is of a special category, unless it is asked for (SPC-03)', async () => {
    const { club, id } = await gathered();
    const dietIn = async (unmasked: boolean): Promise<unknown> => {
      const { items } = await lookAtFindings(club.desk, officer(), id, orders({ first: 1 }, unmasked));
      return items[0]?.item.values.find(({ field }) => field.name === 'diet');
    };
    expect(await dietIn(false)).toMatchObject({ value: null, isMasked: true });
    expect(await dietIn(true)).toMatchObject({ value: 'kosher', isMasked: false });
  });

  it('are in the trail before they are shown, by counts and names of collections', async () => {
    const { club, id } = await gathered();
    const { items } = await lookAtFindings(club.desk, officer(), id, orders({ first: 3 }, true));
    expect(items[0]?.item.values.at(-1)).toMatchObject({ field: { name: 'paid' }, value: null, isMasked: false });
    expect(items[0]?.item.via).toEqual([{ root: { collection: 'member', recordId: '1' }, path: ['order.member'] }]);
    const details = { source: 'crm', collection: 'order', records: 3, unmasked: true };
    expect(await lastEntry(club)).toMatchObject({ action: 'finding.read', object: { type: 'request', id }, details });
  });

  it('mark in a free text where somebody else may be named than the person (TPD-06)', async () => {
    const { club, id } = await gathered();
    const othersThan: FindingsQuery['othersThan'] = (identifiers) => {
      expect(identifiers.map(({ kind, value }) => [kind, value])).toContainEqual(['email', 'ann@example.org']);
      return (text) => [{ start: text.indexOf('Paul'), end: text.length }];
    };
    const othersIn = async (query: FindingsQuery): Promise<unknown> => {
      const { items } = await lookAtFindings(club.desk, officer(), id, query);
      return items[0]?.item.values.filter(({ others }) => others.length > 0).map(({ field, others }) => [field.name, others]);
    };
    expect(await othersIn({ ...orders({ first: 1 }), othersThan })).toEqual([['note', [{ start: 12, end: 16 }]]]);
    expect(await othersIn(orders({ first: 1 }))).toEqual([]);
  });

  it('are refused without a fresh proof, of another controller, of what is not there, and before there are any', async () => {
    const { club, id } = await gathered();
    const look = (viewer: typeof OFFICER, query = orders({ first: 1 }), request = id): Promise<unknown> =>
      lookAtFindings(club.desk, viewer, request, query);
    await expect(look(OFFICER)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(look({ ...officer(), controller: 'hostel' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(look(officer(), { ...orders({ first: 1 }), collection: 'other' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const after of ['2501', '-1', 'x', '9'.repeat(16), '']) {
      await expect(look(officer(), orders({ first: 1, after }))).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    }
    const { id: unread } = await club.open({ identifiers: [{ kind: 'email', value: 'ann@example.org' }] });
    await expect(look(officer(), orders({ first: 1 }), unread)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});

describe('the identifiers of a request', () => {
  it('are shown to who has just proved that it is them, and the look is in the trail without them', async () => {
    const { club, id } = await gathered();
    await expect(lookAtIdentifiers(club.desk, OFFICER, id)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(lookAtIdentifiers(club.desk, officer(), 'req_none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const known = await lookAtIdentifiers(club.desk, officer(), id);
    expect(known[0]).toMatchObject({ id: 'i1', kind: 'email', value: 'ann@example.org', status: 'verified' });
    const entry = await lastEntry(club);
    expect(entry).toMatchObject({ action: 'identifier.read', object: { id }, details: { identifiers: known.length } });
    expect(JSON.stringify(entry)).not.toContain('ann@example.org');
  });
});

describe('a decision by what was seen', () => {
  it('is not made about a request that somebody has changed since, and changes nothing', async () => {
    const { club, id } = await gathered();
    const { version } = await club.get(id);
    const late = { ...officer(), seen: version - 1 };
    await expect(refuseUnfounded(club.desk, late, id)).rejects.toMatchObject({ code: 'CHANGED' });
    expect(await club.get(id)).toMatchObject({ version, state: 'awaiting_release' });
    await refuseUnfounded(club.desk, { ...officer(), seen: version }, id);
    expect((await club.get(id)).state).toBe('refused');
  });
});

describe('a match that waits for a human', () => {
  const shared: FakeCollection = {
    rows: [
      { id: 's1', email: 'ann@example.org', name: 'Ann Martin' },
      { id: 's2', email: 'ann@example.org', name: 'Paul Martin' },
    ],
    identifiers: { email: { kind: 'email' }, name: { kind: 'name', part: 'full' } },
  };

  async function inReview(): Promise<{ readonly club: RequestHouse; readonly id: string; readonly match: string }> {
    house = requestHouse([fakeSource({ id: 'mail', collections: { subscriber: shared } })]);
    const { id } = await house.open();
    const waiting = await house.workUntil(id, 'in_review');
    const { marks = [] } = await openCaseFile(house.vault, waiting);
    return { club: house, id, match: marks.at(-1)?.match ?? '' };
  }

  it('is seen beside what the requester gave, and that is in the trail', async () => {
    const { club, id, match } = await inReview();
    const seen = await lookAtMatch(club.desk, officer(), { request: id, match });
    expect(seen).toEqual({
      found: [
        { field: 'subscriber.email', kind: 'email', value: 'ann@example.org' },
        { field: 'subscriber.name', kind: 'name', part: 'full', value: 'Paul Martin' },
      ],
      given: [{ kind: 'email', value: 'ann@example.org' }],
    });
    expect(await lastEntry(club)).toMatchObject({ action: 'match.read', details: { match, kinds: ['email', 'name'] } });
  });

  it('is refused without a fresh proof, of another controller, and where it does not wait', async () => {
    const { club, id, match } = await inReview();
    const look = (viewer: typeof OFFICER, of = match): Promise<unknown> =>
      lookAtMatch(club.desk, viewer, { request: id, match: of });
    await expect(look(OFFICER)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(look({ ...officer(), controller: 'hostel' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(look(officer(), 'm99')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot be seen in a case of an earlier version, which does not have it', async () => {
    const { club, id, match } = await inReview();
    await club.store.transact(async ({ requests }) => {
      const request = await requests.lock('club', id);
      if (request === undefined) throw new Error('The request is there.');
      const { marks: _, ...file } = await openCaseFile(club.vault, request);
      const key = { controller: 'club', request: id, dataKey: request.dataKey ?? '' };
      const caseFile = await sealFile(club.vault, key, 'case', file);
      await requests.change({ ...request, caseFile, version: request.version + 1 });
    });
    const look = lookAtMatch(club.desk, officer(), { request: id, match });
    await expect(look).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
