import { describe, expect, it } from '@jest/globals';
import type { ManualSource } from '../manual/manual-source.js';
import type { TaskOutcome } from '../manual/manual-task.js';
import { settleByHand } from './settle-by-hand.js';
import { WAITS_FOR_HUMAN } from './reasons.js';
import type { SettledOutcome } from './settle-outcome.js';

const manual: ManualSource = { instructions: {}, doneBy: 'Archive', dueInDays: 5, tells: ['email'], collections: [] };
const settled: SettledOutcome = { outcome: 'complete', blocking: false };

function task(outcome?: TaskOutcome) {
  const open = { id: 't1', source: 'paper', openedAt: '2026-03-01T09:00:00.000Z', dueAt: '2026-03-06T09:00:00.000Z' };
  return outcome === undefined ? open : { ...open, end: { outcome, by: 'stf_1', at: '2026-03-02T09:00:00.000Z', rows: 0 } };
}

describe('the outcome of a search by hand (SCP-07, SCP-09)', () => {
  it.each([
    ['no task', {}, { outcome: 'skipped', code: 'task-open', blocking: true }],
    ['an open task', { task: task() }, { outcome: 'skipped', code: 'task-open', blocking: true }],
    ['one that could not be done', { task: task('not_done') }, { outcome: 'skipped', code: 'task-not-done', blocking: true }],
    [
      'the statement that nothing was found',
      { task: task('nothing_found') },
      { outcome: 'empty', code: 'nothing-by-hand', blocking: false },
    ],
    ['rows that were found', { task: task('found') }, { outcome: 'complete', code: 'searched-by-hand', blocking: false }],
  ])('is, with %s, what the ledger tells of it', (_, binding, { outcome, code, blocking }) => {
    expect(settleByHand({ manual, ...binding }, settled)).toMatchObject({ outcome, reason: { code }, blocking });
  });

  it('keeps what stands in the way of what was found', () => {
    const waits = { ...settled, reason: WAITS_FOR_HUMAN, blocking: true };
    expect(settleByHand({ manual, task: task('found') }, waits)).toBe(waits);
  });

  it('changes nothing for what no person searches', () => {
    expect(settleByHand({}, settled)).toBe(settled);
  });
});
