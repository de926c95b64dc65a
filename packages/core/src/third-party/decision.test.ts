import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refused } from '../request/refused.js';
import { decisionFaults, requireSomethingDisclosed, settleDecision, type ThirdPartyDecision } from './decision.js';

const decider = { by: 'stf_1', isDpo: false, at: '2024-06-01T09:00:00Z' };
const answered = {
  involvement: 'mentioned',
  adverseEffect: { isConcrete: true, what: 'their illness becomes known' },
  balance: { prevails: 'other', why: 'they did not know that it was noted' },
  redaction: { reconciles: true },
  outcome: 'redact',
  decider,
} as const satisfies ThirdPartyDecision;
const withheld = {
  ...answered,
  redaction: { reconciles: false, why: 'what is left would still tell who it is' },
  outcome: 'withhold',
} as const satisfies ThirdPartyDecision;

const faultsOf = (changes: Partial<ThirdPartyDecision>): readonly string[] => decisionFaults({ ...answered, ...changes });
const unanswered = (...questions: readonly (keyof ThirdPartyDecision)[]): ThirdPartyDecision =>
  Object.fromEntries(Object.entries(answered).filter(([key]) => !questions.includes(key as keyof ThirdPartyDecision))) as never;

describe('settleDecision', () => {
  it('TPD-01 lets a redaction stand whose three questions are answered', () => {
    expect(settleDecision(answered)).toBe('redact');
  });

  it('TPD-01 says everything that is missing at once, and what to do', () => {
    const decide = (): unknown => settleDecision(unanswered('adverseEffect', 'balance', 'redaction'));
    expect(decide).toThrow(Refused);
    expect(decide).toThrow(/concrete adverse effect; .*whose rights prevail; .*reconcile both/u);
  });

  it('TPD-01 discloses without any question', () => {
    expect(settleDecision({ involvement: 'mentioned', outcome: 'disclose', decider })).toBe('disclose');
  });

  it('TPD-01 withholds a whole item only where a redaction does not do', () => {
    expect(settleDecision(withheld)).toBe('withhold');
    expect(decisionFaults({ ...answered, outcome: 'withhold' })).toEqual(['redaction-reconciles']);
  });
});

describe('decisionFaults', () => {
  it.each<[string, Partial<ThirdPartyDecision>, readonly string[]]>([
    ['no concrete effect', { adverseEffect: { isConcrete: false } }, ['no-effect']],
    ['an effect that is not named', { adverseEffect: { isConcrete: true, what: ' ' } }, ['effect-which']],
    ['an effect without text', { adverseEffect: { isConcrete: true } }, ['effect-which']],
    ['a balance for the subject', { balance: { prevails: 'subject', why: 'their own story' } }, ['subject-prevails']],
    ['a balance without why', { balance: { prevails: 'other', why: '' } }, ['balance-why']],
    ['nobody who decided', { decider: { ...decider, by: ' ' } }, ['who-decided']],
    ['a redaction that fails, unexplained', { ...withheld, redaction: { reconciles: false } }, ['redaction-why']],
  ])('TPD-01 refuses %s', (_, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  it.each(['author', 'recipient'] as const)('TPD-02 presumes disclosure where the subject was the %s', (involvement) => {
    expect(decisionFaults({ ...withheld, involvement })).toEqual(['disclosure-presumed']);
    expect(decisionFaults({ ...withheld, involvement, rebuttal: 'it would put a witness at risk' })).toEqual([]);
  });

  it('TPD-02 leaves a redaction open where the subject was the author, and balances where they are mentioned', () => {
    expect(faultsOf({ involvement: 'author' })).toEqual([]);
    expect(decisionFaults(withheld)).toEqual([]);
  });

  it.each(['redact', 'withhold'] as const)('TPD-04 does not let anybody %s what the other person consented to', (outcome) => {
    const consent = { givenAt: '2024-05-01', recordedBy: 'stf_2' };
    expect(faultsOf({ consent, outcome })).toEqual(['consent-given']);
    expect(faultsOf({ consent, outcome: 'disclose' })).toEqual([]);
  });

  it('TPD-04 wants to know when a consent was given and who noted it', () => {
    expect(faultsOf({ consent: { givenAt: 'soon', recordedBy: '' }, outcome: 'disclose' })).toEqual([
      'consent-when',
      'consent-who',
    ]);
  });

  it('TPD-01 never lets a withholding stand that has not answered all three questions', () => {
    const anyDecision = fc.record({
      involvement: fc.constantFrom('author', 'recipient', 'mentioned'),
      adverseEffect: fc.option(fc.record({ isConcrete: fc.boolean(), what: fc.string() }), { nil: undefined }),
      balance: fc.option(fc.record({ prevails: fc.constantFrom('subject', 'other'), why: fc.string() }), { nil: undefined }),
      redaction: fc.option(fc.record({ reconciles: fc.boolean(), why: fc.string() }), { nil: undefined }),
      outcome: fc.constantFrom('disclose', 'redact', 'withhold'),
      decider: fc.constant(decider),
    }) as fc.Arbitrary<ThirdPartyDecision>;
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const stands = decisionFaults(decision).length === 0;
        const isAnswered =
          decision.adverseEffect?.isConcrete === true &&
          decision.balance?.prevails === 'other' &&
          decision.redaction !== undefined;
        expect(stands && decision.outcome !== 'disclose' && !isAnswered).toBe(false);
        expect(stands && decision.outcome === 'withhold' && decision.redaction?.reconciles === true).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('requireSomethingDisclosed', () => {
  it('TPD-01 refuses to withhold everything', () => {
    expect(() => { requireSomethingDisclosed([withheld, withheld], 2); }).toThrow(/Everything would be withheld/u); // prettier-ignore
  });

  it.each([
    ['one item of two is redacted only', [withheld, answered], 2],
    ['there is more than what was decided about', [withheld], 2],
    ['there is nothing', [], 0],
  ] as const)('TPD-01 accepts decisions where %s', (_, decisions, items) => {
    expect(() => { requireSomethingDisclosed(decisions, items); }).not.toThrow(); // prettier-ignore
  });

  it('TPD-01 refuses decisions that do not stand', () => {
    expect(() => { requireSomethingDisclosed([unanswered('balance')], 9); }).toThrow(/whose rights prevail/u); // prettier-ignore
  });
});
