import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@habeas/connector-sdk';
import type { RegisterRetention } from '@habeas/core/law';
import { membershipWith } from '../../../test/sample-register.js';
import { blockOf, ENGLISH, FRENCH } from '../../../test/sample-report.js';
import { collectionOf, ID_FIELD } from '../../testing/report-world.js';
import { keptInWords, keptShort, whyKept } from './kept.js';

const FIELDS = [
  ID_FIELD,
  { name: 'left', type: 'date', moment: 'membership.endedAt' },
  { name: 'open', type: 'boolean', relationship: 'membership' },
  { name: 'dispute', type: 'boolean', moment: 'litigation' },
  { name: 'settled', type: 'date', moment: 'litigation.endedAt' },
  { name: 'agreed', type: 'boolean', moment: 'express_agreement' },
] as const;
const TWO_YEARS: RegisterRetention = { anchor: ['membership.endedAt'], period: { length: 'P2Y' } };
const criterion = { text: { en: 'You leave us.', fr: 'Vous nous quittez.' } };

interface Words {
  readonly short: string;
  readonly why: string;
  readonly bref: string;
  readonly pourquoi: string;
}

/** How the first group of these records is told, in both languages. */
async function words(rule: RegisterRetention, ...rows: readonly JsonObject[]): Promise<Words> {
  const records = rows.map((row, id) => ({ id, left: null, ...row }));
  const found = collectionOf({ name: 'member', activity: 'membership', fields: FIELDS }, records);
  const [fact] = (await blockOf([found], { register: membershipWith({ retention: [rule] }) })).retention;
  if (fact === undefined) throw new Error('Nothing is told.');
  return {
    short: keptShort(fact, ENGLISH),
    why: whyKept(fact, ENGLISH),
    bref: keptShort(fact, FRENCH).replaceAll('\u00a0', ' '),
    pourquoi: whyKept(fact, FRENCH).replaceAll('\u00a0', ' '),
  };
}

describe('how long records are kept (Art. 15(1)(d))', () => {
  it('is the day on which their period ends, with what it is counted from (RET-01)', async () => {
    expect(await words({ ...TWO_YEARS, then: 'delete' }, { left: '2026-03-01' })).toEqual({
      short: 'until 1 March 2028',
      why: 'Kept for 2 years from the end of the membership (1 March 2026), that is until 1 March 2028. After that it is deleted.',
      bref: 'jusqu’au 1er mars 2028',
      pourquoi:
        'Durée de conservation : 2 ans à compter de la fin de l’adhésion (1er mars 2026), soit jusqu’au 1er mars 2028. Suppression à l’issue de cette durée.',
    });
  });

  it('is a range where records of one kind end on different days', async () => {
    const { short, why } = await words(TWO_YEARS, { left: '2026-03-01' }, { left: '2025-03-01' });
    expect(short).toBe('until 1 March 2027 at the earliest');
    expect(why).toContain('The last of these periods ends on 1 March 2028.');
  });

  it('is said to be over where it is: the records are in the copy all the same (RET-04, SCP-02)', async () => {
    const { short, why, bref } = await words(TWO_YEARS, { left: '2010-03-01' });
    expect(short).toBe('the period ended on 1 March 2012');
    expect(why).toContain('The period has ended on 1 March 2012: this is disclosed as it is held, and is planned to end now.');
    expect(bref).toBe('la durée a pris fin le 1er mars 2012');
  });

  it('goes on in an archive, for the time that a law demands, or one that is not stated (RET-05)', async () => {
    const archived: RegisterRetention = { ...TWO_YEARS, then: 'archive' };
    const law = { because: 'legal_obligation', law: 'Commercial Code', length: 'P10Y' } as const;
    const known = await words({ ...archived, overrides: [law] }, { left: '2026-03-01' });
    expect(known.short).toBe('until 1 March 2036');
    expect(known.why).toContain('Then archived until 1 March 2036, as the law demands (Commercial Code).');
    const open = await words(archived, { left: '2026-03-01' });
    expect(open.short).toBe('until 1 March 2028, then archived: not stated for how long');
    expect(open.why).toMatch(/After that it is archived; for how long, the controller has not stated\.$/u);
    expect(open.pourquoi).toContain('Les données sont ensuite archivées ; le responsable');
  });
});

describe('records that are kept while something lasts', () => {
  const rule: RegisterRetention = {
    ...TWO_YEARS,
    whileOpen: 'membership',
    overrides: [{ because: 'litigation' }, { because: 'express_agreement' }],
  };

  it('say what begins when it ends (RET-03)', async () => {
    expect(await words(rule, { open: true })).toMatchObject({
      short: 'as long as this lasts: the membership',
      why: 'Kept as long as this lasts: the membership. The period begins when it ends. It is: 2 years. In a dispute, it is kept until that has ended. It is kept longer where you expressly agree.',
      bref: 'tant que dure : l’adhésion',
    });
    const { overrides: _, period: __, ...bare } = rule;
    expect((await words(bare, { open: true })).why).toMatch(/The controller has not stated how long it is\.$/u);
    expect((await words({ ...bare, criterion }, { open: true })).why).toMatch(/This decides how long: You leave us\.$/u);
    const atOnce = await words({ ...bare, period: { length: 'P0D' } }, { open: true });
    expect([atOnce.why, atOnce.pourquoi]).toEqual([
      'Kept as long as this lasts: the membership. The period begins when it ends. Nothing is added to it.',
      'Conservation tant que dure : l’adhésion. La durée commence à son terme. Aucune durée ne s’y ajoute.',
    ]);
  });

  it('say the period once where the moment it runs from is not stated: it is the end of that', async () => {
    const { why, short } = await words({ period: { length: 'P2Y' }, whileOpen: 'membership' }, { open: true });
    expect(why).toBe('Kept as long as this lasts: the membership. The period begins when it ends. It is: 2 years.');
    expect(short).toBe('as long as this lasts: the membership');
  });

  it('are those of a dispute, with its end where that is known, and those the person agreed to', async () => {
    expect(await words(rule, { dispute: true })).toMatchObject({
      short: 'as long as a dispute lasts',
      why: 'Kept because of a dispute, until it has ended. It is kept longer where you expressly agree.',
    });
    expect((await words(rule, { dispute: true, settled: '2027-01-31' })).short).toBe('until 31 January 2027');
    const agreed = await words(rule, { agreed: true });
    expect(agreed.short).toBe('as long as you agree');
    expect(agreed.why).toBe('Kept by express agreement, as long as it stands. In a dispute, it is kept until that has ended.');
  });

  it('keep the name of a relationship that nobody has given a title', async () => {
    const fields = [ID_FIELD, { name: 'open', type: 'boolean', relationship: 'subscription' }] as const;
    const found = collectionOf({ name: 'member', activity: 'membership', fields }, [{ id: 1, open: true }]);
    const register = membershipWith({ retention: [{ ...TWO_YEARS, whileOpen: 'subscription' }] });
    const [fact] = (await blockOf([found], { register })).retention;
    expect(fact && keptShort(fact, ENGLISH)).toBe('as long as this lasts: subscription');
  });
});

describe('records of which no day can be told (RET-03, RET-07)', () => {
  it('have their rule, or what of it is stated', async () => {
    expect(await words(TWO_YEARS, {})).toMatchObject({ short: '2 years from the end of the membership' });
    expect(await words({ ...TWO_YEARS, period: { length: 'P0D' } }, {})).toMatchObject({
      short: 'until the end of the membership and no longer',
      bref: 'jusqu’à la fin de l’adhésion, sans durée supplémentaire',
    });
    const anchor = ['record.collectedAt', 'subject.lastContactAt'];
    expect(await words({ ...TWO_YEARS, anchor, combine: 'later_of' }, {})).toMatchObject({
      short: '2 years from the collection of the data or your last contact with us, whichever is later',
      bref: '2 ans à compter de la collecte des données ou de votre dernier contact avec nous, la plus tardive de ces deux dates étant retenue',
    });
    expect(await words({ period: { length: 'P2Y' } }, {})).toMatchObject({
      short: '2 years, from a day that is not stated',
      why: 'Kept for 2 years; from when this counts, the controller has not stated.',
    });
  });

  it('have the criterion, with what it waits for, in words', async () => {
    expect(await words({ criterion, whileOpen: 'membership' }, {})).toEqual({
      short: 'no fixed day: see below',
      why: 'Kept as long as this lasts: the membership. This decides how long: You leave us.',
      bref: 'pas de date fixe : voir ci-dessous',
      pourquoi: 'Conservation tant que dure : l’adhésion. Ce qui détermine la durée : Vous nous quittez.',
    });
    expect((await words({ criterion }, {})).why).toBe('This decides how long: You leave us.');
  });

  it('say that nothing is stated, where it is so', async () => {
    expect(await words({}, {})).toMatchObject({
      short: 'not stated',
      why: 'The controller has not stated how long this is kept.',
      bref: 'non indiquée',
    });
  });
});

describe('what keeps records longer', () => {
  it.each([
    [{ because: 'legal_obligation' }, 'It is kept longer where a law demands it.'],
    [{ because: 'legal_obligation', law: 'Tax Code', length: 'P6Y' }, 'A law demands that it be kept for 6 years (Tax Code).'],
    [{ because: 'litigation' }, 'In a dispute, it is kept until that has ended.'],
    [
      { because: 'litigation', until: { en: 'the last appeal.', fr: 'le dernier recours.' } },
      'In a dispute, it is kept until this: the last appeal.',
    ],
    [{ because: 'litigation', anchor: 'debit.at', length: 'P13M' }, 'In a dispute, it is kept for 13 months from the debit.'],
    [{ because: 'express_agreement' }, 'It is kept longer where you expressly agree.'],
  ] as const)('is one sentence: %j', async (override, sentence) => {
    const { why, pourquoi } = await words({ criterion, overrides: [override] }, {});
    expect(why).toBe(`This decides how long: You leave us. ${sentence}`);
    expect(pourquoi).toMatch(/^Ce qui détermine la durée : Vous nous quittez\. [A-ZÀ-Ü][^.]+\.$/u);
  });
});

describe('collections that are kept alike', () => {
  it('stand in one sentence, with their records', async () => {
    const spec = { activity: 'membership', fields: FIELDS } as const;
    const members = collectionOf({ ...spec, name: 'member', title: { en: 'Members', fr: 'Adhérents' } }, [
      { id: 1, left: '2026-03-01' },
    ]);
    const guests = collectionOf({ ...spec, name: 'guest' }, [
      { id: 1, left: '2026-03-01' },
      { id: 2, left: null },
    ]);
    const { retention } = await blockOf([members, guests], { register: membershipWith({ retention: [TWO_YEARS] }) });
    const [alike, other] = keptInWords(retention, ENGLISH);
    expect(alike).toMatch(/^Members \(1 record\) and guest \(1 record\): Kept for 2 years/u);
    expect(other).toMatch(/^guest \(1 record\): The rule: 2 years/u);
  });
});
