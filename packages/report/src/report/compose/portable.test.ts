import { describe, expect, it } from '@jest/globals';
import type { FieldSpec } from '@habeas/connector-sdk';
import type { Register } from '@habeas/core/law';
import { membershipWith, SAMPLE_REGISTER } from '../../../test/sample-register.js';
import { blockOf, ENGLISH, FRENCH, wordsIn } from '../../../test/sample-report.js';
import { collectionOf, type FoundCollection, ID_FIELD } from '../../testing/report-world.js';
import { portableOf } from './portable.js';

const title = { en: 'Anything', fr: 'Quelque chose' };

function withField(field: Partial<FieldSpec>): FoundCollection {
  const fields: readonly FieldSpec[] = [
    ID_FIELD,
    { name: 'score', type: 'string', title: { en: 'Score', fr: 'Score' }, ...field },
  ];
  return collectionOf({ name: 'member', activity: 'membership', fields }, [{ id: 1, score: 'x' }]);
}

async function told(found: FoundCollection, register: Register = SAMPLE_REGISTER): Promise<readonly string[]> {
  return wordsIn(...portableOf(await blockOf([found], { register }), ENGLISH));
}

const ALONG = 'You can have these in a form that other programs read, or have them sent to somebody else (Art. 20 GDPR): ';

describe('what can be taken along (REP-07, PRT-01)', () => {
  it('is what was given or observed on consent or a contract; the rest stands with the reason', async () => {
    expect(await told(withField({ origin: 'observed' }))).toEqual([`${ALONG}Number and Score.`]);
    expect(await told(withField({ origin: 'derived' }))).toEqual([
      `${ALONG}Number.`,
      'Score: It was concluded from data, neither given by you nor observed of you, so it is not portable; access includes it (Art. 20(1) GDPR).',
    ]);
  });

  it('is nothing on another basis', async () => {
    const purposes = { one: { title, bases: [{ basis: 'legal_obligation' } as const] } };
    const [head, reason] = await told(withField({ origin: 'provided' }), membershipWith({ purposes }));
    expect(head).toBe('Nothing here falls under the right to take data with you (Art. 20 GDPR).');
    expect(reason).toMatch(/^Number and Score: No purpose of it rests on consent or on a contract/u);
  });

  it('is open where the controller has not stated all that it depends on: "nothing" is not said then', async () => {
    const lines = await told(withField({}), membershipWith({ purposes: { one: { title } } }));
    expect(lines).toEqual([expect.stringMatching(/^Number and Score: Whether this falls under that right cannot be said/u)]);
  });

  it('does not tell a basis that is only assumed as a reason (PRF-03)', async () => {
    const purposes = { one: { title, bases: [{ basis: 'legal_obligation', assumed: true } as const] } };
    const block = await blockOf([withField({ origin: 'provided' })], { register: membershipWith({ purposes }) });
    const [, reason] = wordsIn(...portableOf(block, ENGLISH));
    expect(reason).toMatch(/^Number and Score: It is in your copy, and not in what can be taken along\./u);
    expect(wordsIn(...portableOf(block, FRENCH))[1]).toMatch(/^Numéro et Score – Ces données figurent dans votre copie/u);
    const derived = await blockOf([withField({ origin: 'derived' })], { register: membershipWith({ purposes }) });
    expect(wordsIn(...portableOf(derived, ENGLISH)).at(-1)).toContain('It was concluded from data');
  });

  it('speaks only of fields in which the person has something', async () => {
    const empty = withField({ origin: 'derived' });
    expect(await told({ ...empty, records: [{ id: 1, score: null }] })).toEqual([`${ALONG}Number.`]);
  });
});
