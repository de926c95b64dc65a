import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CaseRecordRuling, redactionsOf, rulingsInForce } from './record-rulings.js';

const ruling = fc
  .record({
    recordId: fc.constantFrom('1', '2'),
    field: fc.constantFrom(undefined, 'note', 'name'),
    outcome: fc.constantFrom('redact' as const, 'disclose' as const),
  })
  .map(({ recordId, field, outcome }): CaseRecordRuling => ({
    ...{ source: 'crm', collection: 'member', recordId, grounds: { reason: 'third_party' } },
    ...(field === undefined ? {} : { field }),
    decision: { involvement: 'mentioned', outcome, decider: { by: 'stf_1', isDpo: true, at: '2026-11-29T10:00:00.000Z' } },
  }));
const targetOf = ({ recordId, field }: CaseRecordRuling): string => JSON.stringify([recordId, field]);

describe('the rulings on records that hold (TPD-01)', () => {
  it('are those after which nothing was decided of the same, and nothing was taken back', () => {
    fc.assert(
      fc.property(fc.array(ruling, { maxLength: 12 }), (all) => {
        const expected = all.filter((each, index) => {
          const later = all.slice(index + 1);
          const isTakenBack = later.some(
            ({ recordId, field, decision }) =>
              decision.outcome === 'disclose' && recordId === each.recordId && field === undefined,
          );
          return (
            each.decision.outcome !== 'disclose' && !isTakenBack && !later.some((other) => targetOf(other) === targetOf(each))
          );
        });
        expect(rulingsInForce(all)).toEqual(expected);
      }),
    );
  });

  it('say what has to be hidden, and who decided; a case of earlier versions has none', () => {
    const [one] = fc.sample(
      ruling.filter(({ decision }) => decision.outcome === 'redact'),
      1,
    );
    if (one === undefined) throw new Error('There is a sample.');
    const { decision, ...rest } = one;
    expect(redactionsOf([one])).toEqual([{ ...rest, decider: decision.decider }]);
    expect(redactionsOf(undefined)).toEqual([]);
  });
});
