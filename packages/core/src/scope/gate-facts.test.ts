import { describe, expect, it } from '@jest/globals';
import type { Account, LedgerEntry, MatchAccount } from '../findings/findings.js';
import { decideRecord } from './decide-record.js';
import type { ActivityFacts, FieldFacts, RecordFacts } from './facts.js';
import { retentionFacts, scopeFacts, searchFacts, type ScopedCollection } from './gate-facts.js';

const AT = new Date('2026-01-01T00:00:00Z');

function entry(collection: string, given: Partial<LedgerEntry>): LedgerEntry {
  const source = { id: 'crm', title: 'CRM', connector: { id: 'mysql', version: '1' } };
  const none = { lookups: [], included: 0, queued: 0, dropped: 0, records: 0, files: 0, notes: [], unclassified: [], gaps: [] };
  const times = { attempts: 1, startedAt: AT, finishedAt: AT };
  return { source, collection, outcome: 'complete', blocking: false, ...none, ...times, ...given };
}

function match(collection: string, given: Partial<MatchAccount>): MatchAccount {
  const place = { id: 'm1', source: 'crm', collection, recordId: '1', round: 1 };
  return { ...place, tier: 'B', decision: 'queued', reasons: [], evidence: [], ...given };
}

function account(ledger: readonly LedgerEntry[], matches: readonly MatchAccount[] = []): Account {
  return { startedAt: AT, finishedAt: AT, ledger, identifiers: [], matches, complete: false };
}

describe('searchFacts (SCP-09)', () => {
  it('counts what was searched to its end, and what was found', () => {
    const ledger = [
      entry('contact', { records: 3 }),
      entry('order', { outcome: 'empty' }),
      entry('codes', { outcome: 'skipped' }),
    ];
    expect(searchFacts(account(ledger))).toEqual({
      searchedCollections: 2,
      incompleteSearches: [],
      queuedMatches: [],
      mentions: [],
      records: 3,
    });
  });

  it.each(['failed', 'denied', 'throttled', 'partial', 'skipped', 'unsupported'] as const)(
    'a search that is %s blocks',
    (outcome) => {
      expect(searchFacts(account([entry('contact', { outcome, blocking: true })])).incompleteSearches).toEqual([
        { source: 'crm', collection: 'contact', count: 1 },
      ]);
    },
  );

  it('a complete search whose matches wait is flagged by its matches, mentions apart (SCP-06)', () => {
    const ledger = [
      entry('contact', { blocking: true, queued: 3 }),
      entry('mail', { blocking: true, queued: 2 }),
      entry('note', { blocking: true, queued: 1, outcome: 'failed' }),
    ];
    const matches = [
      match('contact', {}),
      match('contact', { tier: 'C' }),
      match('contact', { tier: 'F' }),
      match('contact', { tier: 'A', decision: 'included' }),
      match('mail', { tier: 'F' }),
      match('mail', { tier: 'F' }),
      match('note', {}),
    ];
    expect(searchFacts(account(ledger, matches))).toMatchObject({
      incompleteSearches: [{ source: 'crm', collection: 'note', count: 1 }],
      queuedMatches: [
        { source: 'crm', collection: 'contact', count: 2 },
        { source: 'crm', collection: 'note', count: 1 },
      ],
      mentions: [
        { source: 'crm', collection: 'contact', count: 1 },
        { source: 'crm', collection: 'mail', count: 2 },
      ],
    });
  });

  it('what blocks for no known reason is an incomplete search', () => {
    expect(searchFacts(account([entry('contact', { blocking: true })])).incompleteSearches).toHaveLength(1);
  });
});

describe('scopeFacts (OUT-08)', () => {
  const CRM: ActivityFacts = { id: 'crm', role: 'controller', bases: ['contract'], automated: true };
  const FIELDS: readonly FieldFacts[] = [
    { name: 'email', origin: 'provided' },
    { name: 'diet', origin: 'provided', special: true },
    { name: 'friend', origin: 'provided', thirdParty: true },
    { name: 'adviser', origin: 'provided', thirdParty: true, ruling: 'redact' },
    { name: 'new', unclassified: true },
    { name: 'city' },
  ];
  const scoped = (records: number, record: Partial<RecordFacts> = {}): ScopedCollection => ({
    source: 'crm',
    collection: 'contact',
    records,
    fields: FIELDS,
    scope: decideRecord({ activity: CRM, nature: 'own', ...record }, FIELDS),
  });
  const place = (field: string) => ({ source: 'crm', collection: 'contact', field, count: 7 });

  it('flags each field that wants a human eye, with the number of its records', () => {
    expect(scopeFacts([scoped(7)], ['access', 'portability'])).toEqual({
      thirdPartyData: [place('friend')],
      specialCategories: [place('diet')],
      unclassifiedFields: [place('new')],
      undeterminedScope: [place('new'), place('city')],
      redactions: [place('adviser')],
      heldForOthers: [],
    });
  });

  it('does not ask for what only the other right needs', () => {
    expect(scopeFacts([scoped(7)], ['access']).undeterminedScope).toEqual([]);
  });

  it('flags what is held for another controller (INT-07)', () => {
    const { heldForOthers } = scopeFacts([scoped(7, { activity: { ...CRM, role: 'processor' } })], ['access']);
    expect(heldForOthers).toEqual(FIELDS.map(({ name }) => place(name)));
  });

  it('a collection in which nothing was found flags nothing', () => {
    expect(Object.values(scopeFacts([scoped(0)], ['access', 'portability'])).flat()).toEqual([]);
  });
});

describe('retentionFacts (RET-02)', () => {
  it('flags what is kept for a dispute', () => {
    const counts = { running: 1, expires_soon: 0, overdue: 4, legal_hold: 2, ongoing_relationship: 0, indeterminate: 0 };
    const tally = { source: 'shop', collection: 'order', activity: 'orders', counts };
    expect(retentionFacts([tally, { ...tally, counts: { ...counts, legal_hold: 0 } }])).toEqual({
      legalHolds: [{ source: 'shop', collection: 'order', count: 2 }],
    });
  });
});
