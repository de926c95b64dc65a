import { describe, expect, it } from '@jest/globals';
import { citesLaw, saysNoGround } from './says-no-ground.js';

describe('words of a refusal', () => {
  it('name no ground where they only say that something is much, unwelcome or confidential (OUT-03, OUT-07)', () => {
    expect(['Confidential.', 'C’est trop de travail', ''].map(saysNoGround)).toEqual([true, true, true]);
    expect(saysNoGround('The letter asks for no data at all.')).toBe(false);
  });

  it('cite a law where they name a provision with its number (OUT-07)', () => {
    expect(['confidential', 'internal policy 7', 'Code monétaire, article L561-45'].map(citesLaw)).toEqual([false, false, true]);
  });
});
