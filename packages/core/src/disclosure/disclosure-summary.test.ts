import { describe, expect, it } from '@jest/globals';
import type { FieldSpec } from '@habeas/connector-sdk';
import { localDate } from '../calendar/local-date.js';
import type { Account, LedgerEntry } from '../findings/findings.js';
import { collectionOf, consumed, type FoundCollection, foundFindings, recordOf, sourceOf } from '../testing/found-collections.js';
import { activityWith, SOUND_REGISTER } from '../testing/sound-register.js';
import type { FieldRuling } from './collection-scope.js';
import { Disclosure } from './disclosure.js';
import { summarizeDisclosure } from './disclosure-summary.js';

const TERMS = { recordLimit: 10, areNegativesSampled: false };
const FIELDS: readonly FieldSpec[] = [
  { name: 'id', type: 'integer', origin: 'derived' },
  { name: 'left', type: 'date', origin: 'observed', moment: 'membership.endedAt' },
  { name: 'note', type: 'string', origin: 'observed', freeText: true },
  { name: 'kind', type: 'string', origin: 'observed', codes: { a: { en: 'A' } } },
];

function accountOf(records: number): Account {
  const entry = {
    source: sourceOf('crm'),
    collection: 'member',
    outcome: records > 0 ? 'complete' : 'empty',
    queued: 0,
    records,
  };
  return { ledger: [entry as LedgerEntry], matches: [] } as unknown as Account;
}

async function summed(
  collections: readonly FoundCollection[],
  records: number,
  rulings: readonly FieldRuling[] = [],
  register = SOUND_REGISTER,
) {
  const disclosure = new Disclosure(foundFindings(collections), {
    register,
    rights: ['access'],
    language: 'en',
    rulings,
    view: { today: localDate('2026-11-29'), timeZone: 'Europe/Paris' },
    othersIn: (text) => (text.includes('Bob') ? [{ start: 0, end: 3 }] : []),
  });
  await consumed(disclosure.findings);
  return summarizeDisclosure(disclosure.holdings(), accountOf(records), ['access'], TERMS);
}

function membersOf(...rows: readonly Readonly<Record<string, string | null>>[]): FoundCollection {
  const spec = collectionOf('member', FIELDS, { activity: 'membership' });
  return { spec, records: rows.map((row, index) => recordOf('member', index + 1, { id: index + 1, ...row })) };
}

describe('the summary of a disclosure (OUT-08)', () => {
  it('opens the gate where nothing is doubtful', async () => {
    const rows = [{ left: '2026-01-31', note: 'paid', kind: 'a' }];
    expect(await summed([membersOf(...rows)], 1)).toEqual({
      gate: { release: 'automatic', answer: 'copy' },
      retention: [
        {
          source: 'crm',
          collection: 'member',
          activity: 'membership',
          counts: { running: 1, expires_soon: 0, overdue: 0, legal_hold: 0, ongoing_relationship: 0, indeterminate: 0 },
        },
      ],
    });
  });

  it('tells what it stops at, and where: others in free text, codes that nobody explains (TPD-06, FMT-02)', async () => {
    const { gate } = await summed([membersOf({ note: 'with Bob', kind: 'x' }, { note: 'Bob again', kind: 'a' })], 2);
    const place = { source: 'crm', collection: 'member' };
    expect(gate).toEqual({
      release: 'dpo',
      answer: 'copy',
      reasons: [
        { code: 'third-party-data', places: [{ ...place, field: 'note', count: 2 }], count: 2 },
        { code: 'unknown-code', places: [{ ...place, field: 'kind', count: 1 }], count: 1 },
      ],
    });
  });

  it('stops at a field that nobody has described where it holds something, and at none that is empty', async () => {
    const others: FieldSpec = { name: 'otherFields', type: 'string', unclassified: true };
    const spec = collectionOf('member', [...FIELDS, others], { activity: 'membership' });
    const withOthers = (value: string | null) => ({
      spec,
      records: [recordOf('member', 1, { id: 1, note: 'paid', kind: 'a', otherFields: value })],
    });
    expect((await summed([withOthers(null)], 1)).gate).toMatchObject({ release: 'automatic' });
    expect((await summed([withOthers('x')], 1)).gate).toMatchObject({
      release: 'dpo',
      reasons: [{ code: 'unclassified-field', places: [{ collection: 'member', field: 'otherFields' }] }],
    });
  });

  it('still stops at what was hidden in part: the answer is a refusal of that part (TPD-03)', async () => {
    const rulings = [{ source: 'crm', collection: 'member', field: 'note', ruling: 'redact_others' as const }];
    const { gate } = await summed([membersOf({ note: 'with Bob' }, { note: 'alone' })], 2, rulings);
    const places = [{ source: 'crm', collection: 'member', field: 'note', count: 1 }];
    expect(gate).toEqual({ release: 'dpo', answer: 'copy', reasons: [{ code: 'redaction', places, count: 1 }] });
  });

  it('counts what is overdue, with the day of the first, and tells it to nobody but the DPO (RET-04)', async () => {
    const { gate, retention } = await summed([membersOf({ left: '2020-02-01' }, { left: '2019-03-01' }, { left: null })], 3);
    expect(retention[0]).toMatchObject({ counts: { overdue: 2, indeterminate: 1 }, earliestExpiry: '2021-03-01' });
    expect(gate.release).toBe('automatic');
  });

  it('tells nothing of the retention of what belongs to no activity', async () => {
    const rows = [recordOf('other', 1, { id: 1 })];
    const [id] = FIELDS;
    const spec = collectionOf('other', id === undefined ? [] : [id]);
    const summary = await summed(
      [
        { spec, records: rows },
        { spec: { ...spec, activity: 'unknown' }, records: rows },
      ],
      2,
    );
    expect(summary.retention).toEqual([]);
  });

  it('counts what is held for other controllers, by its activity (INT-07)', async () => {
    const register = activityWith((activity) => (activity.role.is = 'processor'));
    const twice = [membersOf({ kind: 'a' }, { kind: 'a' }), membersOf({ kind: 'a' })];
    const { gate, heldForOthers } = await summed(twice, 3, [], register);
    expect(heldForOthers).toEqual([{ activity: 'membership', records: 3 }]);
    expect(gate).toMatchObject({
      release: 'dpo',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'held-for-another' })]),
    });
    expect(await summed([membersOf()], 0, [], register)).not.toHaveProperty('heldForOthers');
  });

  it('leaves a negative answer to a DPO (OUT-01)', async () => {
    expect((await summed([], 0)).gate).toMatchObject({ release: 'dpo', answer: 'negative' });
  });
});
