import { describe, expect, it } from '@jest/globals';
import { othersThan } from './others-than.js';

const CLAIRE = [
  { kind: 'name' as const, value: 'Claire Moreau' },
  { kind: 'email' as const, value: 'claire.moreau@example.org' },
  { kind: 'phone' as const, value: '+33639980011' },
  { kind: 'id' as const, value: '48121' },
];

describe('whether a text tells of somebody else (TPD-06)', () => {
  it('is no of the person’s own name, address and number, however they are written', () => {
    const names = othersThan(CLAIRE, 'FR');
    expect(['Mme Moreau, 06 39 98 00 11', 'claire.moreau@example.org', 'rien à signaler'].map(names)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is yes of anybody else', () => {
    const names = othersThan(CLAIRE);
    expect(['avec sa sœur Julie', 'paul@example.org'].map(names)).toEqual([true, true]);
  });
});
