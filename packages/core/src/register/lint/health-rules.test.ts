import { describe, expect, it } from '@jest/globals';
import { lints, texts } from '../../testing/lint-texts.js';
import { activityWith, type Draft, registerWith } from '../../testing/sound-register.js';
import type { Activity } from '../activity.js';
import type { SpecialCategory } from '../vocabulary.js';

const LINT = 'HEALTH_TERM_UNSAID activities.membership.healthFastTrack';

const special = (categories: SpecialCategory[], change: (activity: Draft<Activity>) => void = () => undefined) =>
  activityWith((activity) => {
    activity.fields!['name']!.special = categories;
    activity.article9 = [{ condition: 'h' }];
    change(activity);
  });

describe('DLN-10: HEALTH_TERM_UNSAID', () => {
  it('asks the officer of health data whether the eight days apply', () => {
    expect(lints(special(['religion', 'health']))).toEqual([LINT]);
    expect(texts(special(['health']))).toContain('"membership" holds health data, and nobody has said');
  });

  it.each([true, false])('is answered by an explicit %s', (said) => {
    expect(lints(special(['health'], (activity) => (activity.healthFastTrack = said)))).toEqual([]);
  });

  it('asks nothing of other special categories, of what is held for others, or outside France', () => {
    expect(lints(special(['religion']))).toEqual([]);
    expect(lints(special(['health'], (activity) => (activity.role = { is: 'processor' })))).not.toContain(LINT);
    const abroad = registerWith((register) => {
      register.jurisdiction = 'BE';
      register.activities['membership']!.fields!['name']!.special = ['health'];
    });
    expect(lints(abroad)).not.toContain(LINT);
    expect(lints(activityWith((activity) => delete activity.fields))).not.toContain(LINT);
  });
});
