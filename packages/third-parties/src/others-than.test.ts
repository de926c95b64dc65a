import { describe, expect, it } from '@jest/globals';
import { othersThan } from './others-than.js';

const CLAIRE = [
  { kind: 'name' as const, value: 'Claire Moreau' },
  { kind: 'email' as const, value: 'claire.moreau@example.org' },
  { kind: 'phone' as const, value: '+33639980011' },
  { kind: 'id' as const, value: '48121' },
];

describe('what of a text is of somebody else (TPD-06)', () => {
  it('is nothing of the person’s own name, address and number, however they are written', () => {
    const others = othersThan(CLAIRE, 'FR');
    const own = ['Mme Moreau, 06 39 98 00 11', 'claire.moreau@example.org', 'rien à signaler'];
    expect(own.flatMap((text) => others(text))).toEqual([]);
  });

  it('is anybody else, from where to where', () => {
    const others = othersThan(CLAIRE);
    const found = (text: string): readonly string[] => others(text).map(({ start, end }) => text.slice(start, end));
    expect([found('avec sa sœur Julie'), found('paul@example.org, et Claire Moreau')]).toEqual([['Julie'], ['paul@example.org']]);
  });
});
