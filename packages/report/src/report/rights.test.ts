import { describe, expect, it } from '@jest/globals';
import { BASES } from '@habeas/core/law';
import { membershipWith } from '../../test/sample-register.js';
import { blockOf, MEMBER } from '../../test/sample-report.js';
import { sortedRights } from './rights.js';
import type { ReportRight } from './subject-report.js';

const ALWAYS: readonly ReportRight[] = ['rectification', 'erasure', 'restriction'];
const title = { en: 'Anything', fr: 'Quelque chose' };

/** The rights beside those that always apply. */
async function rightsOf(changes: Parameters<typeof membershipWith>[0]): Promise<readonly ReportRight[]> {
  const { rights } = await blockOf([MEMBER], { register: membershipWith(changes) });
  expect(rights.slice(0, 3)).toEqual(ALWAYS);
  return rights.slice(3);
}

describe('rights of an activity (REP-07)', () => {
  it.each([
    ['consent', ['withdrawal', 'portability']],
    ['explicit_consent', ['withdrawal', 'portability']],
    ['contract', ['portability']],
    ['legal_obligation', []],
    ['vital', []],
    ['public_task', ['objection']],
    ['legitimate_interest', ['objection']],
  ] as const)('follow from the basis: %s', async (basis, rights) => {
    expect(BASES).toContain(basis);
    expect(await rightsOf({ purposes: { one: { title, bases: [{ basis }] } } })).toEqual(rights);
  });

  it('do not follow from a basis that is only assumed (PRF-03)', async () => {
    const purposes = { one: { title, bases: [{ basis: 'legitimate_interest', assumed: true } as const] } };
    expect(await rightsOf({ purposes })).toEqual([]);
  });

  it('include objection to advertising, whatever its basis', async () => {
    expect(await rightsOf({ purposes: { one: { title, marketing: true } } })).toEqual(['marketing-objection']);
  });

  it('include a review by a person where a program decides by itself', async () => {
    expect(await rightsOf({ purposes: {}, adm: { level: 'solely_automated' } })).toEqual(['human-review']);
    expect(await rightsOf({ purposes: {}, adm: { level: 'decision_support' } })).toEqual([]);
  });

  it('include portability only where a field that can be taken along has a value', async () => {
    const empty = {
      ...MEMBER,
      spec: { ...MEMBER.spec, fields: MEMBER.spec.fields.map((field) => ({ ...field, origin: 'derived' as const })) },
    };
    expect((await blockOf([MEMBER])).rights).toContain('portability');
    expect((await blockOf([empty])).rights).not.toContain('portability');
  });

  it('stand in the order of the law, each once', () => {
    expect(sortedRights(['portability', 'objection', 'rectification', 'objection'])).toEqual([
      'rectification',
      'objection',
      'portability',
    ]);
  });
});
