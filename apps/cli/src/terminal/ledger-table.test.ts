import { describe, expect, it } from '@jest/globals';
import type { LedgerEntry } from '@habeas/core';
import { ledgerTable } from './ledger-table.js';

const TIME = new Date('2026-03-31T10:00:00Z');
const entry = (more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  source: { id: 'crm', title: 'Members', connector: { id: 'sqlite', version: '1.0.0' } },
  collection: 'member',
  outcome: 'complete',
  blocking: false,
  lookups: [{ kind: 'email', field: 'mail', mode: 'index' }],
  included: 1,
  queued: 0,
  dropped: 0,
  records: 2,
  files: 0,
  attempts: 1,
  startedAt: TIME,
  finishedAt: TIME,
  notes: [],
  unclassified: [],
  gaps: [],
  ...more,
});
const rowOf = (more: Partial<LedgerEntry>): readonly string[] =>
  (ledgerTable({ ledger: [entry(more)] })[2] ?? '').split(/ {2,}/u);

describe('ledgerTable', () => {
  it('shows one line per collection: its outcome, what came and by what it was searched', () => {
    expect(rowOf({ files: 3 })).toEqual(['crm', 'member', 'complete', '2', '3', 'email (index)']);
  });

  it('marks what stands in the way of a complete answer', () => {
    expect(rowOf({ outcome: 'denied', blocking: true })[2]).toBe('! denied');
  });

  it('names an id by its namespace and each way of searching once', () => {
    const id = { kind: 'id', namespace: 'crm.member', field: 'id', mode: 'exact' } as const;
    const email = { kind: 'email', field: 'mail', mode: 'scan' } as const;
    expect(rowOf({ lookups: [id, email, { ...email, field: 'second' }] })[4]).toBe('crm.member (exact), email (scan)');
  });

  it('says that rows without a way of their own come by their owner', () => {
    expect(rowOf({ lookups: [] })[4]).toBe('its owner');
  });

  it('says everything that happened on the way', () => {
    const row = rowOf({
      problem: { errorClass: 'transient', message: 'It went away.' },
      reason: { message: 'It waits.' },
      queued: 2,
      dropped: 1,
      attempts: 3,
      unclassified: ['shoe_size', 'hat'],
      notes: [{ field: 'note', kind: 'too-large', count: 4 }],
    });
    expect(row.at(-1)).toBe(
      'It went away.; It waits.; 2 for a person to decide; 1 dropped on re-check; 3 attempts; not in the data map: shoe_size, hat; note: 4 × too-large',
    );
  });

  it('ends with what can be done, each remedy of a collection once', () => {
    const problem = { errorClass: 'permission', message: 'No.', remedy: 'Grant SELECT.' } as const;
    const lines = ledgerTable({
      ledger: [
        entry({ problem, reason: { message: 'It waits.', remedy: 'Grant SELECT.' } }),
        entry({ collection: 'order', reason: { message: 'It waits.', remedy: 'Ask for a number.' } }),
        entry({ collection: 'line', reason: { message: 'It waits.' } }),
      ],
    });
    expect(lines.slice(5)).toEqual(['', 'What can be done:', '  crm.member: Grant SELECT.', '  crm.order: Ask for a number.']);
  });
});
