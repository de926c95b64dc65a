import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { activityWith, type Draft } from '../../testing/sound-register.js';
import type { Origin } from '@habeas/connector-sdk';
import type { SpecialCondition } from '../activity.js';
import type { Register } from '../register.js';
import type { RegisterRetention } from '../retention.js';
import { lints, texts } from '../../testing/lint-texts.js';

const assumed = { assumed: true, reason: 'likely' } as const;

describe('BASIS_MISSING', () => {
  it('is a purpose without a basis, or with one that is only assumed', () => {
    const path = 'BASIS_MISSING activities.membership.purposes.administration.bases';
    expect(lints(activityWith(({ purposes }) => delete purposes!['administration']!.bases))).toEqual([path]);
    expect(lints(activityWith(({ purposes }) => Object.assign(purposes!['administration']!.bases![0]!, assumed)))).toEqual([
      path,
    ]);
  });

  it('is an activity without a purpose', () => {
    expect(lints(activityWith((activity) => delete activity.purposes))).toEqual(['BASIS_MISSING activities.membership.purposes']);
  });

  it('is not a basis that is stated beside one that is assumed', () => {
    const register = activityWith(({ purposes }) =>
      purposes!['administration']!.bases!.push({ basis: 'legal_obligation', ...assumed }),
    );
    expect(lints(register)).toEqual([]);
  });
});

describe('SPC-02: ART9_NO_CONDITION', () => {
  const special = (change: Parameters<typeof activityWith>[0]): Register =>
    activityWith((activity) => {
      activity.fields!['name']!.special = ['religion'];
      change(activity);
    });
  const path = 'ART9_NO_CONDITION activities.membership.article9';

  it('is special categories without a condition, or with one that is only assumed', () => {
    expect(lints(special(() => undefined))).toEqual([path]);
    expect(lints(special((activity) => (activity.article9 = [{ condition: 'a', ...assumed }])))).toEqual([path]);
    expect(
      lints(special(({ purposes }) => purposes!['administration']!.bases!.push({ basis: 'explicit_consent', ...assumed }))),
    ).toEqual([path]);
  });

  it('is not where a condition is stated, or the basis is explicit consent', () => {
    expect(lints(special((activity) => (activity.article9 = [{ condition: 'h' }])))).toEqual([]);
    expect(lints(special(({ purposes }) => purposes!['administration']!.bases!.push({ basis: 'explicit_consent' })))).toEqual([]);
  });

  describe('SPC-05: that people made them public themselves', () => {
    const madePublic = (origin: Origin, more: Draft<SpecialCondition>[] = []): Register =>
      special((activity) => {
        activity.fields!['name']!.origin = origin;
        activity.article9 = [{ condition: 'e' }, ...more];
      });

    it('licenses what they gave', () => {
      expect(lints(madePublic('provided'))).toEqual([]);
    });

    it.each<Origin>(['observed', 'derived', 'inferred', 'third_party'])('licenses nothing else on the same: %s', (origin) => {
      expect(lints(madePublic(origin))).toEqual([path]);
      expect(lints(madePublic(origin, [{ condition: 'a', ...assumed }]))).toEqual([path]);
      expect(lints(madePublic(origin, [{ condition: 'a' }]))).toEqual([]);
    });
  });

  it('is not data that tell nothing special; without fields and purposes nothing is known', () => {
    expect(lints(activityWith((activity) => delete activity.fields))).toEqual([]);
    expect(lints(special((activity) => delete activity.purposes))).toContain(path);
    expect(lints(special(({ purposes }) => delete purposes!['administration']!.bases))).toContain(path);
  });
});

describe('RET-03, RET-07: RET_VAGUE', () => {
  const retention = (rule: Draft<RegisterRetention>): Register => activityWith((activity) => (activity.retention = [rule]));
  const text = { en: 'the periods that apply', fr: 'les délais applicables' };
  const rule = 'RET_VAGUE activities.membership.retention.0';

  it('is no rule at all', () => {
    const path = ['RET_VAGUE activities.membership.retention'];
    expect(lints(activityWith((activity) => delete activity.retention))).toEqual(path);
    expect(lints(activityWith((activity) => (activity.retention = [])))).toEqual(path);
  });

  it.each<[string, Draft<RegisterRetention>, string]>([
    ['no moment', { period: { length: 'P2Y' } }, 'nothing says from when'],
    ['an empty list of moments', { anchor: [], period: { length: 'P2Y' }, subjects: ['members'] }, 'runs (members)'],
    ['no period and no criterion', { anchor: ['call.at'] }, 'no period is stated'],
    ['a period that is only assumed', { anchor: ['call.at'], period: { length: 'P2Y', ...assumed } }, 'no period is stated'],
    ['a criterion that names neither event nor law', { anchor: ['call.at'], criterion: { text } }, '"the periods that apply"'],
    ['a rule that is only assumed', { anchor: ['call.at'], period: { length: 'P2Y' }, ...assumed }, 'only assumed'],
  ])('is %s', (_title, vague, why) => {
    expect(lints(retention(vague))).toEqual([rule]);
    expect(texts(retention(vague))).toContain(why);
  });

  it('is not a criterion that names the event or the law', () => {
    expect(lints(retention({ anchor: ['call.at'], criterion: { text, fixedBy: 'Code civil, art. 2224' } }))).toEqual([]);
  });

  describe('SPC-05: for advertising with special categories', () => {
    const law = { anchor: ['call.at'], criterion: { text, fixedBy: 'withdrawal of consent' } };
    const advertising = (change: Parameters<typeof activityWith>[0]): Register =>
      activityWith((activity) => {
        activity.purposes!['administration']!.marketing = true;
        activity.fields!['name']!.special = ['sexual_life'];
        activity.article9 = [{ condition: 'a' }];
        activity.retention = [law];
        change(activity);
      });

    it('is a rule without a period, whatever event ends it', () => {
      expect(lints(advertising(() => undefined))).toEqual([rule]);
      expect(texts(advertising(() => undefined))).toContain('no period limits that');
    });

    it('is not a period, nor advertising without special categories, nor special categories without advertising', () => {
      const limited = { anchor: ['call.at'], period: { length: 'P1Y' } };
      expect(lints(advertising((activity) => (activity.retention = [limited])))).toEqual([]);
      expect(lints(advertising(({ fields }) => delete fields!['name']!.special))).toEqual([]);
      expect(lints(advertising(({ purposes }) => delete purposes!['administration']!.marketing))).toEqual([]);
    });

    it('is an activity that states no limit at all, special or not', () => {
      expect(lints(advertising((activity) => delete activity.retention))).toEqual(['RET_VAGUE activities.membership.retention']);
    });

    it('is a period that is only assumed beside a criterion', () => {
      const both = { ...law, period: { length: 'P1Y', ...assumed } };
      expect(lints(advertising((activity) => (activity.retention = [both])))).toEqual([rule]);
    });
  });

  it('INT-07: is asked of nothing that a processor does for others', () => {
    const register = activityWith((activity) => {
      delete activity.retention;
      delete activity.purposes;
      delete activity.recipients;
      activity.role.is = 'processor';
    });
    expect(lints(register)).toEqual([]);
  });
});

describe('RET-06: RET_GUIDANCE', () => {
  const marketing = (change: Parameters<typeof activityWith>[0]): Register =>
    activityWith((activity) => {
      activity.purposes!['administration']!.marketing = true;
      activity.retention![0]!.period = { length: 'P5Y' };
      change(activity);
    });

  it('is prospects who are kept for more than three years, by a rule of their own or one for everybody', () => {
    const path = ['RET_GUIDANCE activities.membership.retention.0'];
    expect(lints(marketing(() => undefined))).toEqual(path);
    expect(lints(marketing(({ retention }) => (retention![0]!.subjects = ['prospects'])))).toEqual(path);
  });

  it('is every period over three years and none up to them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (months) => {
        const register = marketing(({ retention }) => (retention![0]!.period = { length: `P${String(months)}M` }));
        expect(lints(register)).toHaveLength(months > 36 ? 1 : 0);
      }),
    );
  });

  it.each<[string, Parameters<typeof activityWith>[0]]>([
    ['people who are no prospects', (activity) => (activity.retention![0]!.subjects = ['members'])],
    ['people who are not told', (activity) => delete activity.subjects],
    ['people whom nobody canvasses', ({ purposes }) => delete purposes!['administration']!.marketing],
    ['an activity without a purpose', (activity) => delete activity.purposes],
    ['an activity without a rule', (activity) => delete activity.retention],
    ['a rule without a period', ({ retention }) => delete retention![0]!.period],
    ['a period that runs from no moment', ({ retention }) => delete retention![0]!.anchor],
    ['a period that is only assumed', ({ retention }) => (retention![0]!.period = { length: 'P5Y', ...assumed })],
  ])('is not %s', (_title, change) => {
    expect(lints(marketing(change)).filter((lint) => lint.startsWith('RET_GUIDANCE'))).toEqual([]);
  });
});
