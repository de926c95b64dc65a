import { describe, expect, it } from '@jest/globals';
import { activityWith, registerWith, SOUND_REGISTER } from '../testing/sound-register.js';
import { activityFacts } from './activity-facts.js';

const CONTRACT = { id: 'membership', bases: ['contract'], automated: true, role: 'controller' };

describe('what scope depends on in an activity (PRT-01, PRT-03)', () => {
  it('is read from its purposes, its role and the policy', () => {
    expect(activityFacts(SOUND_REGISTER, 'membership')).toEqual({
      ...CONTRACT,
      policyScope: { origins: ['provided'], bases: ['consent', 'contract'] },
    });
  });

  it('is unknown of an activity that the register does not have', () => {
    expect(['other', 'toString', ''].map((id) => activityFacts(SOUND_REGISTER, id))).toEqual([undefined, undefined, undefined]);
  });

  it('leaves a purpose without a basis open, and says nothing of what has no purpose', () => {
    const title = { en: 'x', fr: 'x' };
    const open = activityWith((activity) => (activity.purposes = { a: { title }, b: { title, bases: [] } }));
    expect(activityFacts(open, 'membership')?.bases).toEqual([undefined, undefined]);
    const none = activityWith((activity) => delete activity.purposes);
    expect(activityFacts(none, 'membership')?.bases).toEqual([]);
  });

  it('knows a promise on any basis, through some channels only, and none', () => {
    const limited = registerWith((register) => {
      register.portability = { policyScope: { onlyThrough: { en: 'online', fr: 'en ligne' } } };
    });
    expect(activityFacts(limited, 'membership')?.policyScope).toEqual({
      origins: ['provided'],
      bases: 'any',
      channels: ['online'],
    });
    const silent = registerWith((register) => delete register.portability);
    expect(activityFacts(silent, 'membership')).toEqual(CONTRACT);
  });

  it('takes explicit consent before another condition of Art. 9(2) (SPC-02)', () => {
    const conditions = (...letters: readonly ('a' | 'f')[]): string | undefined =>
      activityFacts(
        activityWith((activity) => (activity.article9 = letters.map((condition) => ({ condition })))),
        'membership',
      )?.article9;
    expect([conditions('f', 'a'), conditions('f'), conditions()]).toEqual(['a', 'f', undefined]);
  });
});
