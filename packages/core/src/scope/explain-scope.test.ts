import { describe, expect, it } from '@jest/globals';
import { explainScope } from './explain-scope.js';
import { MISSING_FACTS, SCOPE_VERDICTS, type ScopeDecision } from './scope-decision.js';
import { SCOPE_TEXTS } from './scope-texts.js';

const reasons = Object.keys(SCOPE_TEXTS) as ScopeDecision['reason'][];

describe('explainScope (SCP-01, PRT-01)', () => {
  it.each(reasons)('%s is a sentence in both languages, and in each its own', (reason) => {
    const decision: ScopeDecision = { verdict: 'exclude', reason };
    expect(explainScope(decision, 'en')).toMatch(/^[A-Z].*\.$/);
    expect(explainScope(decision, 'fr')).toMatch(/^[A-ZÉ].*\.$/);
    expect(explainScope(decision, 'fr')).not.toBe(explainScope(decision, 'en'));
  });

  it.each(reasons.filter((reason) => /GDPR/.test(SCOPE_TEXTS[reason].en)))('%s cites one article in both languages', (reason) => {
    const numbers = (text: string): readonly string[] => [...text.matchAll(/\d+/g)].map(([number]) => number);
    expect(numbers(SCOPE_TEXTS[reason].fr)).toEqual(
      numbers(SCOPE_TEXTS[reason].en.replace('Art. 15(4), 20(4)', 'Art. 15(4) 20(4)')),
    );
  });

  it('says what a person has to fill in (PRF-03)', () => {
    const decision: ScopeDecision = { verdict: 'undetermined', reason: 'facts-missing', missing: ['origin', 'basis'] };
    expect(explainScope(decision, 'en')).toBe(
      'It cannot be decided before this is filled in: where it comes from and the legal basis of every purpose.',
    );
    expect(explainScope({ ...decision, missing: MISSING_FACTS }, 'fr')).toContain(
      'son origine, la base juridique de chaque finalité',
    );
  });

  it('labels what is added voluntarily as not owed (PRT-04)', () => {
    expect(explainScope({ verdict: 'include', reason: 'voluntary' }, 'en')).toBe('Provided voluntarily, not under Art. 20 GDPR.');
  });

  it('no reason is effort, volume or depth of the search: there is no such limit (SCP-03)', () => {
    expect(SCOPE_VERDICTS).toEqual(['include', 'mask', 'exclude', 'review', 'undetermined']);
    const texts = Object.values(SCOPE_TEXTS)
      .map(({ en }) => en)
      .join(' ');
    expect(texts).not.toMatch(/effort|disproportionate|too many|too much|volume|cost/i);
  });
});
