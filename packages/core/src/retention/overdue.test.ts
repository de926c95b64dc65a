import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '../calendar/local-date.js';
import { retentionRule } from '../testing/retention-rule.js';
import { evaluateRetention } from './evaluate.js';
import { OverdueList, type EvaluatedRecord, type OverdueReference } from './overdue.js';

const rule = retentionRule({
  anchor: 'endedAt',
  period: 'P1Y',
  then: 'delete',
  overrides: [{ ground: 'litigation', when: 'dispute' }],
});
const view = { today: localDate('2026-01-01'), timeZone: 'UTC' };

function record(recordId: string, endedAt: string | null, place: Partial<EvaluatedRecord> = {}): EvaluatedRecord {
  const evaluation = evaluateRetention(rule, { values: { endedAt } }, view);
  return { source: 'shop', collection: 'order', activity: 'orders', recordId, evaluation, then: 'delete', ...place };
}

async function referencesOf(list: OverdueList, records: readonly EvaluatedRecord[]): Promise<readonly OverdueReference[]> {
  const references: OverdueReference[] = [];
  for await (const reference of list.references(records)) references.push(reference);
  return references;
}

describe('OverdueList (RET-04)', () => {
  it('refers to each overdue record, says since when, and what is still to be checked', async () => {
    const records = [record('1', '2024-06-30'), record('2', '2025-06-30'), record('3', null)];
    expect(await referencesOf(new OverdueList(), records)).toEqual([
      {
        source: 'shop',
        collection: 'order',
        activity: 'orders',
        recordId: '1',
        then: 'delete',
        expiredOn: '2025-06-30',
        unchecked: ['litigation'],
      },
    ]);
  });

  it('counts every status per collection and activity, in their order', async () => {
    const list = new OverdueList();
    const records = [
      record('1', '2024-06-30'),
      record('2', '2023-06-30'),
      record('3', '2024-01-01'),
      record('4', null),
      record('5', '2025-12-01', { collection: 'customer' }),
      record('6', '2025-01-15', { activity: 'marketing' }),
    ];
    await referencesOf(list, records);
    const none = { running: 0, expires_soon: 0, overdue: 0, legal_hold: 0, ongoing_relationship: 0, indeterminate: 0 };
    expect(list.tallies()).toEqual([
      { source: 'shop', collection: 'customer', activity: 'orders', counts: { ...none, running: 1 } },
      { source: 'shop', collection: 'order', activity: 'marketing', counts: { ...none, expires_soon: 1 } },
      {
        source: 'shop',
        collection: 'order',
        activity: 'orders',
        counts: { ...none, overdue: 3, indeterminate: 1 },
        earliestExpiry: '2024-06-30',
      },
    ]);
  });

  it('holds no record: a hundred thousand leave three lines and nothing else', async () => {
    const list = new OverdueList();
    async function* stream(): AsyncIterable<EvaluatedRecord> {
      await Promise.resolve();
      for (let index = 0; index < 100_000; index += 1) {
        yield record(`personal-${index}`, addDays(localDate('2020-01-01'), index % 365), { collection: `c${index % 3}` });
      }
    }
    let references = 0;
    for await (const { recordId } of list.references(stream())) references += Number(recordId.startsWith('personal-'));
    expect(references).toBe(100_000);
    expect(list.tallies().map(({ counts }) => counts.overdue)).toEqual([33_334, 33_333, 33_333]);
    expect(JSON.stringify(list.tallies())).not.toContain('personal-');
  });
});
