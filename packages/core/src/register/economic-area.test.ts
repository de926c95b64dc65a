import { describe, expect, it } from '@jest/globals';
import type { Recipient } from './recipient.js';
import { isInEconomicArea, thirdCountriesOf } from './economic-area.js';

const somebody: Recipient = { title: { en: 'Somebody', fr: 'Quelqu’un' }, role: 'processor' };

describe('REP-04: third countries', () => {
  it.each(['FR', 'DE', 'IS', 'LI', 'NO', 'GR'])('%s is in the Economic Area', (country) => {
    expect(isInEconomicArea(country)).toBe(true);
  });

  it.each(['GB', 'CH', 'MA', 'US', 'EL', 'fr'])('%s is not', (country) => {
    expect(isInEconomicArea(country)).toBe(false);
  });

  it('are those of a recipient that lie outside, or all the world', () => {
    expect(thirdCountriesOf({ ...somebody, location: { in: ['FR', 'MA', 'US'] } })).toEqual(['MA', 'US']);
    expect(thirdCountriesOf({ ...somebody, location: { in: 'worldwide' } })).toEqual(['worldwide']);
  });

  it('are not guessed where the place of a recipient is not known', () => {
    expect(thirdCountriesOf(somebody)).toEqual([]);
  });
});
