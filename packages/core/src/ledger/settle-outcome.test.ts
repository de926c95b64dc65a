import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '@habeas/connector-sdk';
import type { ReadResult, StepResult } from './collection-draft.js';
import type { Reach } from './reach.js';
import { type CollectionFacts, settleOutcome } from './settle-outcome.js';

const problem = { errorClass: 'transient', message: 'Lost.' } as const;
const step = (outcome: Outcome): StepResult =>
  outcome === 'complete' || outcome === 'empty' ? { outcome } : { outcome, problem };
const read = (outcome: Outcome, records: number): ReadResult => ({
  end: step(outcome),
  records,
  files: 0,
  foreign: 0,
  notes: [],
});
const SEARCH: Reach = { by: 'search', searched: ['order'] };
const facts = (rest: Partial<CollectionFacts>): CollectionFacts => ({
  reach: SEARCH,
  searches: [step('complete')],
  hasRoots: true,
  read: undefined,
  queued: 0,
  ...rest,
});

describe('settleOutcome (SCP-09)', () => {
  it.each<[string, Partial<CollectionFacts>, Outcome, 'blocks' | 'passes']>([
    ['found and read', { read: read('complete', 3) }, 'complete', 'passes'],
    ['found, nothing there', { read: read('complete', 0) }, 'empty', 'passes'],
    ['read as empty, though something came', { read: read('empty', 1) }, 'complete', 'passes'],
    ['searched, nothing found', { searches: [step('empty')], hasRoots: false }, 'empty', 'passes'],
    ['found, not read', {}, 'skipped', 'blocks'],
    ['read in part', { read: read('partial', 3) }, 'partial', 'blocks'],
    ['read refused', { read: read('denied', 0) }, 'denied', 'blocks'],
    ['read unsupported', { read: read('unsupported', 0) }, 'unsupported', 'blocks'],
    ['search failed, nothing found', { searches: [step('failed')], hasRoots: false }, 'failed', 'blocks'],
    ['search refused in one round of two', { searches: [step('complete'), step('denied')], hasRoots: false }, 'denied', 'blocks'],
    ['search failed, something read', { searches: [step('failed')], read: read('complete', 3) }, 'partial', 'blocks'],
    ['search failed, nothing read', { searches: [step('throttled')], read: read('complete', 0) }, 'throttled', 'blocks'],
    ['search and read failed', { searches: [step('throttled')], read: read('failed', 0) }, 'failed', 'blocks'],
    ['never searched', { searches: [], hasRoots: false }, 'skipped', 'blocks'],
    ['a match waits', { read: read('complete', 3), queued: 1 }, 'complete', 'blocks'],
    ['only a match waits', { searches: [step('complete')], hasRoots: false, queued: 1 }, 'empty', 'blocks'],
    ['no personal data', { reach: { by: 'declaration', why: 'Prices.' } }, 'skipped', 'passes'],
    ['no personal data, no reason', { reach: { by: 'declaration', why: undefined } }, 'skipped', 'passes'],
    [
      'an unknown kind',
      { reach: { by: 'missing-kinds', kinds: ['phone', 'id:shop.customer'] }, searches: [] },
      'skipped',
      'blocks',
    ],
    ['an unusable lookup', { reach: { by: 'unusable-lookups', kinds: ['email'] }, searches: [] }, 'unsupported', 'blocks'],
    ['no way', { reach: { by: 'nothing' }, searches: [] }, 'unsupported', 'blocks'],
    ['no way, though the source says empty', { reach: { by: 'nothing' }, searches: [step('empty')] }, 'unsupported', 'blocks'],
    ['no way, and the source says why', { reach: { by: 'nothing' }, searches: [step('denied')] }, 'denied', 'blocks'],
  ])('%s: %s', (_, given, outcome, blocks) => {
    const settled = settleOutcome(facts(given));
    expect([settled.outcome, settled.blocking ? 'blocks' : 'passes']).toEqual([outcome, blocks]);
    expect(
      settled.outcome === 'complete' || settled.outcome === 'empty' || (settled.problem ?? settled.reason) !== undefined,
    ).toBe(true);
  });

  it('tells what to ask for', () => {
    const { reason } = settleOutcome(
      facts({ reach: { by: 'missing-kinds', kinds: ['phone', 'id:shop.customer'] }, searches: [] }),
    );
    expect(reason).toEqual({
      code: 'missing-identifiers',
      message: 'It can only be searched by a phone number or an id of shop.customer, and none is known.',
      remedy: 'Ask for a phone number or an id of shop.customer.',
    });
  });
});
