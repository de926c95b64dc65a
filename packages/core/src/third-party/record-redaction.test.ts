import { describe, expect, it } from '@jest/globals';
import { REDACTION_REASONS } from './redaction-reason.js';
import { explainRedaction } from './explain-redaction.js';
import { extentOf, stillHolds } from './record-redaction.js';

describe('a redaction of one record (TPD-03)', () => {
  it('is of the record, of a value, or of stretches of a text', () => {
    expect(extentOf({})).toBe('record');
    expect(extentOf({ field: 'note' })).toBe('value');
    expect(extentOf({ field: 'note', stretches: [] })).toBe('text');
  });

  it('holds in a text where that still has what was chosen, at its place', () => {
    const stretches = [{ start: 3, end: 6, text: 'Bob' }];
    expect(stillHolds('by Bob', stretches)).toBe(true);
    expect(stillHolds('by Ann', stretches)).toBe(false);
    expect(stillHolds('Bob', stretches)).toBe(false);
  });

  it('is explained in both languages, with its article, for each reason', () => {
    for (const reason of REDACTION_REASONS) {
      expect(explainRedaction({ reason }, 'en')).toMatch(/Art\. 15\(4\)/u);
      expect(explainRedaction({ reason }, 'fr')).toMatch(/art\. 15, § 4/u);
    }
    const interest = { holder: 'Gears Ltd', why: 'Competitors would read the recipe.' };
    expect(explainRedaction({ reason: 'trade_secret', interest }, 'en')).toMatch(/Whose it is: Gears Ltd\. Competitors/u);
  });
});
