import { describe, expect, it } from '@jest/globals';
import { computeDeadlines } from '../../deadline/deadlines.js';
import type { ClockSettings } from '../../deadline/request-clock.js';
import { DEFAULT_DEADLINE_RULES } from '../../deadline/rules.js';
import type { DocumentFacts } from '../../proof/document/document-facts.js';
import { NO_PROOF, type ProofFacts } from '../../proof/proof-facts.js';
import { frenchCalendar } from '../../testing/french-calendar.js';
import type { AskedQuestion } from './clock-facts.js';
import { clockOf, keptClock, type Timed } from './clock-of.js';
import { openDemand } from './demands-of.js';

const eu: ClockSettings = { zone: 'Europe/London', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES };
const uk: ClockSettings = { ...eu, rules: { ...DEFAULT_DEADLINE_RULES, pack: 'uk' } };
const on = (day: number): string => `2026-06-${String(day).padStart(2, '0')}T12:00:00.000Z`;
const request: Timed = { receivedAt: new Date(on(1)), ledger: [] };

const question = (id: string, askedAt: string, fields: Partial<AskedQuestion> = {}): AskedQuestion => ({
  ...{ id, about: { kind: 'identity', doubt: 'unknown_sender' }, askedAt, askedBy: 'stf_1' },
  ...fields,
});
const asked = (...questions: readonly AskedQuestion[]): Timed => ({ ...request, clock: { questions, reminders: [] } });
const proved = (proof: Partial<ProofFacts>): Timed => ({ ...request, proof: { ...NO_PROOF, ...proof } });
const document = (fields: Partial<DocumentFacts> = {}): Timed =>
  proved({ document: { demandedAt: on(3), demandedBy: 'stf_2', harm: 'low', isSpecial: false, handedIn: 0, ...fields } });
const AUTHORITY = { kind: 'identity', doubt: 'sent_by_another' } as const;
const decided = (outcome: 'accepted' | 'rejected', at: string): Pick<ProofFacts, 'representation'> => ({
  representation: { outcome, evidence: 'mandate', answerTo: 'person', at, by: 'stf_2' },
});

/** What a clock waits for, as `what asked → met`. */
const demands = (timed: Timed, settings = uk): readonly string[] =>
  clockOf(timed, settings).demands.map(
    ({ what, askedAt, metAt }) =>
      `${what} ${String(askedAt.getUTCDate())} → ${metAt === undefined ? '' : String(metAt.getUTCDate())}`,
  );

describe('DLN-09 what a request in the UK pack waits for', () => {
  it.each<[string, Timed, readonly string[]]>([
    ['nothing, where nothing was asked for', request, []],
    ['an identity that was asked for in a question', asked(question('q1', on(2))), ['identity 2 → ']],
    ['until that was answered', asked(question('q1', on(2), { answeredAt: on(5) })), ['identity 2 → 5']],
    ['the authority of whoever sent it for another', asked(question('q1', on(2), { about: AUTHORITY })), ['authority 2 → ']],
    ['a document', document(), ['identity 3 → ']],
    ['until a copy came that was not rejected', document({ receivedAt: on(8) }), ['identity 3 → 8']],
    [
      'each thing once: what was asked for first counts',
      { ...document({ receivedAt: on(8) }), ...{ clock: asked(question('q1', on(2), { answeredAt: on(4) })).clock! } },
      ['identity 2 → 4'],
    ],
    ['no question of scope', asked(question('q1', on(2), { about: { kind: 'scope', records: 2_000, sources: 1 } })), []],
  ])('is %s', (_, timed, expected) => {
    expect(demands(timed)).toEqual(expected);
    expect(demands(timed, eu)).toEqual([]);
  });

  it.each<[string, Pick<ProofFacts, 'representation'>, string]>([
    ['an officer has accepted it', decided('accepted', on(6)), 'authority 2 → 6'],
    ['it had been accepted before', decided('accepted', on(1)), 'authority 2 → '],
    ['it was rejected', decided('rejected', on(6)), 'authority 2 → '],
  ])('of an authority ends where it is shown: %s', (_, proof, expected) => {
    const timed = { ...asked(question('q1', on(2), { about: AUTHORITY })), proof: { ...NO_PROOF, ...proof } };
    expect(demands(timed)).toEqual([expected]);
    const identity = { ...asked(question('q1', on(2))), proof: { ...NO_PROOF, ...proof } };
    expect(demands(identity)).toEqual(['identity 2 → ']);
  });

  it('is asked for promptly, or by the word of the officer; and never once the period is over', () => {
    expect(demands(asked(question('q1', on(12))))).toEqual([]);
    expect(demands(asked(question('q1', on(12), { confirmedBy: 'stf_2' })))).toEqual(['identity 12 → ']);
    expect(demands(document({ demandedAt: '2026-07-02T12:00:00.000Z' }))).toEqual([]);
    expect(keptClock(asked(question('q1', on(12))), uk).demands).toHaveLength(1);
  });

  it('starts the legal dates when the last of it came; the safe date goes by receipt, and an EU clock by nothing else', () => {
    const timed = {
      ...document({ receivedAt: on(8) }),
      ...{ clock: asked(question('q1', on(2), { about: AUTHORITY, answeredAt: on(10) })).clock! },
    };
    const dates = (settings: ClockSettings) => computeDeadlines(clockOf(timed, settings), settings, new Date(on(20)));
    expect(dates(uk)).toMatchObject({ workBy: '2026-07-01', dueLegal: { date: '2026-07-10' }, limit: { date: '2026-07-10' } });
    expect(dates(uk).dueLegal.trace[1]).toEqual({ kind: 'started', date: '2026-06-10' });
    expect(dates(eu).dueLegal.date).toBe('2026-07-01');
    expect([dates(uk).pausedDays, dates(eu).pausedDays]).toEqual([0, 8]);
  });

  it('is an open question only while nothing of it has come', () => {
    const open = (timed: Timed, settings = uk) => openDemand(timed, keptClock(timed, settings), settings)?.what;
    expect(open(request)).toBeUndefined();
    expect(open(asked(question('q1', on(2))))).toBe('identity');
    expect(open(asked(question('q1', on(2))), eu)).toBeUndefined();
    expect(open(asked(question('q1', on(2), { answeredAt: on(3) })))).toBeUndefined();
    expect(open(asked(question('q1', on(2), { about: { kind: 'scope', records: 2_000, sources: 1 } })))).toBeUndefined();
    const shown = {
      ...asked(question('q1', on(2), { about: AUTHORITY })),
      proof: { ...NO_PROOF, ...decided('accepted', on(6)) },
    };
    expect(open(shown)).toBeUndefined();
  });
});
