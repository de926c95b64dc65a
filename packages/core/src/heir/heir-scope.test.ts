import { describe, expect, it } from '@jest/globals';
import { localDate } from '../calendar/local-date.js';
import type { Account, MatchAccount } from '../findings/findings.js';
import { collectionOf, consumed, foundFindings, recordOf } from '../testing/found-collections.js';
import type { CaseHeirRuling, HeirPlace } from './heir-ruling.js';
import { heirPurposeOf, heirRulingsInForce } from './rulings-in-force.js';
import { HeirScope } from './heir-scope.js';
import { limitFindings } from './limit-findings.js';

const ORDERS = { source: 'crm', collection: 'order' };
const NOTES = { source: 'crm', collection: 'note' };
const record = (place: HeirPlace, recordId: string) => ({ ...place, recordId });
const needed = (...places: readonly HeirPlace[]) => ({ isNeeded: true, places });
const notNeeded = (...places: readonly HeirPlace[]) => ({ isNeeded: false, places });

describe('what the purpose of an heir needs (PER-05)', () => {
  it('is nothing of what nobody has ruled on', () => {
    const scope = new HeirScope([needed(ORDERS)]);
    expect(scope.isNeeded(record(ORDERS, '1'))).toBe(true);
    expect(scope.isNeeded(record(NOTES, '1'))).toBe(false);
    expect(scope.isNeeded(record({ source: 'shop', collection: 'order' }, '1'))).toBe(false);
    expect([scope.standingOf(ORDERS), scope.standingOf(NOTES)]).toEqual(['needed', 'unruled']);
    expect([scope.neededOf(ORDERS, 3), scope.neededOf(NOTES, 3)]).toEqual([3, 0]);
  });

  it('is single records, or a collection without some of its records', () => {
    const scope = new HeirScope([needed(record(ORDERS, '1')), needed(NOTES), notNeeded(record(NOTES, '2'))]);
    expect(['1', '2'].map((id) => scope.isNeeded(record(ORDERS, id)))).toEqual([true, false]);
    expect(['1', '2'].map((id) => scope.isNeeded(record(NOTES, id)))).toEqual([true, false]);
    expect([scope.standingOf(ORDERS), scope.standingOf(NOTES)]).toEqual(['some', 'some']);
    expect([scope.neededOf(ORDERS, 3), scope.neededOf(NOTES, 3)]).toEqual([1, 2]);
  });

  it('is what the last ruling says that concerns a record', () => {
    const scope = new HeirScope([needed(record(ORDERS, '1')), notNeeded(ORDERS), needed(record(NOTES, '2')), needed(NOTES)]);
    expect(scope.isNeeded(record(ORDERS, '1'))).toBe(false);
    expect(scope.isNeeded(record(NOTES, '1'))).toBe(true);
    expect([scope.standingOf(ORDERS), scope.standingOf(NOTES)]).toEqual(['not_needed', 'needed']);
    const changed = new HeirScope([needed(record(ORDERS, '1')), notNeeded(record(ORDERS, '1'))]);
    expect(changed.isNeeded(record(ORDERS, '1'))).toBe(false);
    expect(changed.standingOf(ORDERS)).toBe('not_needed');
  });

  it('is nothing at all once that is ruled, and what is ruled after it', () => {
    const scope = new HeirScope([needed(ORDERS), notNeeded(), needed(record(NOTES, '2'))]);
    expect(scope.isNeeded(record(ORDERS, '1'))).toBe(false);
    expect(scope.isNeeded(record(NOTES, '2'))).toBe(true);
    expect([scope.standingOf(ORDERS), scope.standingOf(NOTES)]).toEqual(['not_needed', 'some']);
  });
});

const RULING: CaseHeirRuling = {
  ...{ purpose: 'estate_settlement', isNeeded: true, places: [ORDERS], reason: 'Debts.', decisions: 1, by: 'stf_1' },
  at: '2026-03-01T09:00:00.000Z',
};
const decision = (purpose: CaseHeirRuling['purpose'], outcome: 'accepted' | 'rejected' = 'accepted') => ({
  ...{ outcome, reason: 'Seen.', by: 'stf_1', at: '2026-03-01T08:00:00.000Z' },
  authority: { evidence: 'will' as const, purpose, diedOn: localDate('2025-12-24') },
});

describe('the rulings that hold for an heir (PER-05)', () => {
  it('are those for the purpose as it stands, since it stands: a purpose changed and changed back has none', () => {
    const [estate, goods, no] = [
      decision('estate_settlement'),
      decision('digital_goods'),
      decision('estate_settlement', 'rejected'),
    ];
    const held = (...representations: readonly ReturnType<typeof decision>[]) =>
      heirRulingsInForce({ representations, heirRulings: [RULING] }).length;
    expect(held(estate)).toBe(1);
    expect(held(estate, estate)).toBe(1); // decided again, for the same
    expect(held(estate, goods)).toBe(0);
    expect(held(estate, goods, estate)).toBe(0);
    expect(held(estate, no)).toBe(0);
    expect(held(estate, no, estate)).toBe(0);
    expect(heirRulingsInForce({})).toEqual([]);
  });

  it('are for a purpose that somebody has accepted', () => {
    expect(heirPurposeOf({})).toBeUndefined();
    expect(heirPurposeOf({ representations: [decision('digital_goods', 'rejected')] })).toBeUndefined();
    expect(heirPurposeOf({ representations: [decision('digital_goods')] })).toBe('digital_goods');
  });
});

describe('findings for an heir (PER-05)', () => {
  const spec = (name: string) =>
    collectionOf(name, [
      { name: 'id', type: 'integer' },
      { name: 'scan', type: 'file' },
    ]);
  const filesOf = (...keys: readonly number[]) =>
    keys.map((key) => ({ id: `f${String(key)}`, key: [key], field: 'scan', open: () => (async function* () {})() }));
  const records = (name: string) => [1, 2].map((id) => recordOf(name, id, { id, scan: `f${String(id)}` }));
  const matches = (['order', 'note'] as const).map((collection, index): MatchAccount => ({
    ...{ id: `m${String(index + 1)}`, source: 'crm', collection, recordId: '1', round: 1, tier: 'A', decision: 'included' },
    ...{ reasons: [], evidence: [] },
  }));
  const learnt = (id: string, match?: string) => ({
    ...{ id, kind: 'email' as const, value: `${id}@example.org`, status: 'derived' as const, round: 2 },
    ...(match === undefined ? {} : { learntFrom: { match, field: 'email' } }),
  });
  const account = { matches, identifiers: [learnt('i1'), learnt('i2', 'm1'), learnt('i3', 'm2')] } as unknown as Account;
  const found = foundFindings(
    ['order', 'note'].map((name) => ({ spec: spec(name), records: records(name), files: filesOf(1, 2) })),
  );
  const limited = limitFindings(
    { ...found, matches: () => matches, account: () => account },
    new HeirScope([needed(ORDERS), notNeeded(record(ORDERS, '2'))]),
  );

  it('hold what is needed, records and files, and count the rest', async () => {
    const came = await consumed(limited);
    expect(came.map(({ collection, data, files }) => [collection, data.length, files])).toEqual([
      ['order', 1, ['f1']],
      ['note', 0, []],
    ]);
    expect(came.map((each) => each.found.outside?.())).toEqual([
      { records: 1, files: 1 },
      { records: 2, files: 2 },
    ]);
  });

  it('say neither which records are outside nor what was learnt from them', () => {
    const told = limited.account();
    expect(told.matches.map(({ recordId }) => recordId)).toEqual(['1', '']);
    expect(told.identifiers.map(({ value }) => value)).toEqual(['i1@example.org', 'i2@example.org', '']);
    expect(limited.matches()).toBe(matches);
  });
});
