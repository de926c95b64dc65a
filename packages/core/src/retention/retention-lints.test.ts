import { describe, expect, it } from '@jest/globals';
import { retentionRule } from '../testing/retention-rule.js';
import { lintRetention } from './retention-lints.js';

const PROSPECTS = { prospects: true };
const OTHERS = { prospects: false };

describe('lintRetention', () => {
  it.each([
    ['for as long as necessary', 'aussi longtemps que nécessaire'],
    ['As long as it is necessary for the purposes.', 'Pendant la durée strictement nécessaire aux finalités.'],
    ['until the account is closed', 'durée nécessaire'],
  ])('"%s" is no criterion (RET-03)', (en, fr) => {
    expect(lintRetention(retentionRule({ criterion: { en, fr } }), OTHERS)).toEqual(['RET_VAGUE']);
  });

  it('a trigger and a criterion are one (RET-03)', () => {
    const criterion = { en: 'until you close your account', fr: 'jusqu’à la clôture de votre compte' };
    expect(lintRetention(retentionRule({ criterion }), OTHERS)).toEqual([]);
  });

  it('a rule that states nothing is vague (RET-03)', () => {
    expect(lintRetention(retentionRule({}), PROSPECTS)).toEqual(['RET_VAGUE']);
  });

  it.each([
    ['P3Y', []],
    ['P36M', []],
    ['P1095D', []],
    ['P1096D', ['RET_GUIDANCE']],
    ['P37M', ['RET_GUIDANCE']],
    ['P5Y', ['RET_GUIDANCE']],
  ])('prospects kept for %s: %j (RET-06)', (period, expected) => {
    expect(lintRetention(retentionRule({ anchor: 'collectedAt', period }), PROSPECTS)).toEqual(expected);
  });

  it('others than prospects may be kept for longer (RET-06)', () => {
    expect(lintRetention(retentionRule({ anchor: 'contract.endedAt', period: 'P5Y' }), OTHERS)).toEqual([]);
  });
});
