import { describe, expect, it } from '@jest/globals';
import type { IdentifierAccount, LedgerEntry } from '@habeas/core';
import type { IdentifierKind } from '@habeas/connector-sdk';
import { letterSearch, searchedIdentifiers } from './letter-search.js';
import { maskedIdentifier } from './masked-identifier.js';

const UTC = { timeZone: 'UTC', language: 'en' } as const;
const finishedAt = new Date('2026-01-31T23:30:00Z');

function entry(id: string, collection: string, outcome: LedgerEntry['outcome'], records = 0): LedgerEntry {
  const source = { id, title: `The ${id}`, connector: { id: 'sqlite', version: '1.0.0' } };
  const work = {
    lookups: [],
    included: records,
    queued: 0,
    dropped: 0,
    files: 0,
    attempts: 1,
    notes: [],
    unclassified: [],
    gaps: [],
  };
  return { source, collection, outcome, records, blocking: false, ...work, startedAt: finishedAt, finishedAt };
}

describe('what a letter says of a search (OUT-01, SCP-09)', () => {
  it('names each source once, and the day in the zone of the controller', () => {
    const ledger = [
      entry('crm', 'people', 'complete', 2),
      entry('crm', 'notes', 'empty'),
      entry('shop', 'orders', 'complete', 3),
    ];
    expect(letterSearch({ ledger, complete: true, finishedAt }, { timeZone: 'Europe/Paris', language: 'en' })).toEqual({
      snapshotOn: '2026-02-01',
      sources: ['The crm', 'The shop'],
      isComplete: true,
      records: 5,
    });
  });

  it('names sources in the language of the letter, where they have a title in it (PER-01)', () => {
    const people = entry('crm', 'people', 'empty');
    const named = { ...people, source: { ...people.source, titles: { en: 'Clients', fr: 'Clientèle' } } };
    const account = { ledger: [named, entry('shop', 'orders', 'empty')], complete: true, finishedAt };
    expect(letterSearch(account, { timeZone: 'UTC', language: 'fr' }).sources).toEqual(['Clientèle', 'The shop']);
    expect(letterSearch(account, UTC).sources).toEqual(['Clients', 'The shop']);
  });

  it.each(['partial', 'denied', 'throttled', 'failed', 'skipped', 'unsupported'] as const)(
    'is not complete, and does not name the source as searched, with an outcome %s',
    (outcome) => {
      const ledger = [entry('crm', 'people', 'empty'), entry('shop', 'carts', outcome), entry('shop', 'orders', 'empty')];
      expect(letterSearch({ ledger, complete: true, finishedAt }, UTC)).toMatchObject({
        sources: ['The crm'],
        isComplete: false,
      });
    },
  );

  it('takes what is declared to hold nothing about anybody for no gap, unless it stands in the way', () => {
    const declared = { ...entry('crm', 'rooms', 'skipped'), reason: { code: 'declared-empty' as const, message: 'Rooms.' } };
    const told = (more: Partial<LedgerEntry>) =>
      letterSearch({ ledger: [entry('crm', 'people', 'empty'), { ...declared, ...more }], complete: true, finishedAt }, UTC);
    expect(told({})).toMatchObject({ sources: ['The crm'], isComplete: true });
    expect(told({ blocking: true })).toMatchObject({ sources: [], isComplete: false });
  });

  it('is not complete while a match waits for a human', () => {
    expect(letterSearch({ ledger: [entry('crm', 'people', 'empty')], complete: false, finishedAt }, UTC).isComplete).toBe(false);
  });

  it('names the identifiers that were searched, and hides their values from accidents', () => {
    const known = (kind: IdentifierKind, round: number): IdentifierAccount => ({
      id: 'i1',
      kind,
      value: 'ann@example.org',
      status: 'verified',
      round,
    });
    const searched = searchedIdentifiers({ identifiers: [known('email', 1), known('name', 0)] });
    expect(searched.map(({ kind, value }) => [kind, value.reveal()])).toEqual([['email', 'ann@example.org']]);
    expect(JSON.stringify(searched)).not.toContain('ann@');
  });
});

describe('an identifier in a letter', () => {
  it.each([
    ['email', 'ann.sample@example.org', 'a…@example.org'],
    ['email', 'no address', undefined],
    ['phone', '+33 1 99 00 12 42', '…42'],
    ['id', 'M-2041', '…41'],
    ['id', 'A-17', undefined],
    ['name', 'Ann Sample', undefined],
    ['birthDate', '1980-05-17', undefined],
  ] as const)('is known again by its owner and by nobody else: %s %s', (kind, value, masked) => {
    expect(maskedIdentifier(kind, value)).toBe(masked);
  });
});
