import type { Activity, RegisterRetention } from '@habeas/core/law';
import { describe, expect, it } from '@jest/globals';
import { RegisterRetentionType } from './register-retention.type.js';

const NAME = { en: 'Name', fr: 'Nom' };
const TWO_YEARS: RegisterRetention = { anchor: ['membership.endedAt'], period: { length: 'P2Y' }, then: 'delete' };

function shown(...retention: readonly RegisterRetention[]) {
  const fields = { name: { title: NAME, category: 'pd:Name', origin: 'provided' as const } };
  const activity: Activity = {
    title: NAME,
    role: { is: 'controller' },
    fields: fields,
    retention,
  };
  return RegisterRetentionType.allOf(activity, 'fr');
}

describe('how long an activity keeps data, as it is shown', () => {
  it('is a period in words, about how many days that is, and what it runs from', () => {
    const [rule] = shown(TWO_YEARS);
    expect(rule).toMatchObject({ period: '2 ans', days: 731, from: 'à compter de la fin de l’adhésion', then: 'delete' });
    expect([rule?.isAssumed, rule?.fields, rule?.criterion, rule?.laws]).toEqual([false, undefined, undefined, []]);
  });

  it('is a criterion where no period is stated, and nothing is made up in its place (RET-07)', () => {
    const [rule] = shown({ criterion: { text: { en: 'Until the claim is settled.', fr: 'Jusqu’au règlement.' } } });
    expect(rule).toMatchObject({ criterion: 'Jusqu’au règlement.', laws: [] });
    expect([rule?.period, rule?.days, rule?.from]).toEqual([undefined, undefined, undefined]);
  });

  it('names its fields as a person would, and by their id where they have no name', () => {
    expect(shown({ ...TWO_YEARS, fields: ['name', 'nickname'] })[0]?.fields).toEqual(['Nom', 'nickname']);
  });

  it('names the laws that have some of it kept longer, where a law is what does', () => {
    const overrides = [{ because: 'legal_obligation', law: 'Code de commerce L123-22' }, { because: 'legal_claims' }] as const;
    expect(shown({ ...TWO_YEARS, overrides: overrides as RegisterRetention['overrides'] & object })[0]?.laws).toEqual([
      'Code de commerce L123-22',
    ]);
  });

  it('calls a moment that has no words by its name, and says what is only assumed', () => {
    const assumed = {
      anchor: ['locker.returnedAt'],
      period: { length: 'P10D', assumed: true as const },
      then: 'archive' as const,
    };
    const [stated, rule] = shown(TWO_YEARS, assumed);
    expect([stated?.isAssumed, rule?.isAssumed, rule?.days]).toEqual([false, true, 10]);
    expect(rule?.from).toContain('locker.returnedAt');
  });

  it('is nothing where the register says nothing of it', () => {
    expect(shown()).toEqual([]);
    expect(RegisterRetentionType.allOf({ title: NAME, role: { is: 'controller' } }, 'en')).toEqual([]);
  });
});
