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
    ['no task', {}, 'skipped', 'task-open', true],
    ['an open task', { task: task() }, 'skipped', 'task-open', true],
    ['one that could not be done', { task: task('not_done') }, 'skipped', 'task-not-done', true],
    ['the statement that nothing was found', { task: task('nothing_found') }, 'empty', 'nothing-by-hand', false],
    ['rows that were found', { task: task('found') }, 'complete', 'searched-by-hand', false],
  ])('is, with %s, %s', (_, binding, outcome, code, blocking) => {
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
