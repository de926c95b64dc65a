import { describe, expect, it } from '@jest/globals';
import type { DisclosureSummary, RetentionStatus } from '@habeas/core/law';
import { gateLines } from './gate-lines.js';

const none: Readonly<Record<RetentionStatus, number>> = {
  running: 2,
  expires_soon: 0,
  overdue: 0,
  legal_hold: 0,
  ongoing_relationship: 0,
  indeterminate: 0,
};
const tally = { source: 'crm', collection: 'order', activity: 'sales', counts: none };
const open: DisclosureSummary = { gate: { release: 'automatic', answer: 'copy' }, retention: [tally] };

describe('what an officer has to look at', () => {
  it('is said reason by reason, with its places and what to do (OUT-08)', () => {
    const places = [{ source: 'crm', collection: 'order', field: 'note', count: 3 }];
    const reasons = [
      { code: 'third-party-data', count: 3, places },
      { code: 'mention-only', count: 1, places: [{ source: 'crm', collection: 'mail', count: 1 }] },
    ] as const;
    const lines = gateLines({ ...open, gate: { release: 'dpo', answer: 'copy', reasons } }, 'en');
    expect(lines[1]).toBe('Before it goes out, an officer has to look at:');
    expect(lines.filter((line) => line.startsWith('  · '))).toHaveLength(2);
    expect(lines).toContain('      crm.order.note: 3');
    expect(lines).toContain('      crm.mail: 1');
  });

  it('is nothing where nothing is doubtful', () => {
    expect(gateLines(open, 'en')).toEqual(['', 'Nothing keeps the answer from going out.']);
  });

  it('includes what is kept beyond its period, with since when (RET-04)', () => {
    const overdue = { ...tally, counts: { ...none, overdue: 4 }, earliestExpiry: '2024-01-31' as never };
    expect(gateLines({ ...open, retention: [overdue] }, 'en').at(-1)).toBe(
      'Kept beyond its period: 4 of crm.order, since 2024-01-31 at the earliest.',
    );
  });
});
