import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toldByCategory } from './special-terms.js';
import { hintedBy } from './special-words.js';

describe('words that hint at a special category (SPC-04)', () => {
  it.each([
    ['allergies', 'allergy', ['health']],
    ['noteAllergie', 'allergy', ['health']],
    ['Régime alimentaire', 'regime', ['health', 'religion']],
    ['dietary_note', 'dietary', ['health', 'religion']],
    ['situation_handicap', 'handicap', ['health']],
    ['Maladies déclarées', 'maladie', ['health']],
    ['pregnancyWeek', 'pregnancy', ['health']],
    ['syndicat', 'syndicat', ['trade_union']],
    ['TRADE-UNION', 'trade union', ['trade_union']],
    ['repas halal', 'halal', ['religion']],
    ['orientation.sexuelle', 'sexuelle', ['sexual_life']],
    ['casier judiciaire', 'casier judiciaire', ['criminal_record']],
  ])('are found in "%s"', (text, word, tells) => {
    expect(hintedBy(['id', text])).toEqual({ word, tells });
  });

  it.each([
    'regimental',
    'unionised town',
    'studiet',
    'surname',
    'empreinte du mot de passe',
    'politique de confidentialite',
    '',
  ])('are whole words: "%s" has none', (text) => {
    expect(hintedBy([text])).toBeUndefined();
  });

  it('are found wherever a word stands between others, and never inside one', () => {
    const letters = fc.stringMatching(/^[bcdfg]{4,8}$/u);
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        expect(hintedBy([`${before}_diet_${after}`])?.word).toBe('diet');
        expect(hintedBy([`${before}diet${after}`])).toBeUndefined();
      }),
    );
  });
});

describe('categories that tell something special (SPC-01)', () => {
  it.each([
    ['pd:HealthRecord', ['health']],
    ['pd:Genetic', ['genetic', 'health']],
    ['pd:TradeUnionMembership', ['trade_union']],
    ['pd:CriminalConviction', ['criminal_record']],
    ['pd:Fingerprint', ['biometric']],
  ])('%s tells it directly', (category, tells) => {
    expect(toldByCategory(category)).toEqual(tells);
  });

  it('what somebody may not eat tells of health and of religion, indirectly', () => {
    expect(toldByCategory('pd:DietaryPreferences')).toEqual(['health', 'religion']);
  });

  it.each(['pd:EmailAddress', 'pd:BrowserFingerprint', 'pd:toString', 'x:EventAttendance'])('%s tells nothing', (category) => {
    expect(toldByCategory(category)).toEqual([]);
  });
});
