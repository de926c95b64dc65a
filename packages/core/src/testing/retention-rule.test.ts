import { expect, it } from '@jest/globals';
import { retentionRule } from './retention-rule.js';

it('a rule that is written for a test is right, or says what is not', () => {
  expect(retentionRule({ anchor: 'contract.endedAt', period: 'P5Y' }).term).toBeDefined();
  expect(() => retentionRule({ anchor: 'contract.endedAt', period: 'five years' })).toThrow('period');
});
